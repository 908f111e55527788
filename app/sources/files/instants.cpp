#include "app/sources/files/instants.h"

namespace quarterdeck::files {

namespace {

constexpr std::size_t MostWaiting = 1000;

} // namespace

Instants::Instants(QTimeZone zone, UtcTime latest)
    : m_settler(std::move(zone), latest)
{
}

bool Instants::take(const logformat::Record &record, const Sink &sink)
{
    const auto nanos = m_settler.nanos(record.stamp);
    if (!nanos) {
        if (m_last) {
            return sink(record, *m_last);
        }
        if (m_waiting.size() < MostWaiting) {
            m_waiting.push_back({record, record.bytes.toByteArray()});
        } else {
            ++m_untimed;
        }
        return true;
    }
    m_last = nanos;
    for (Waiting &one : std::exchange(m_waiting, {})) {
        one.record.bytes = one.bytes;
        if (!sink(one.record, *nanos)) {
            return false;
        }
    }
    return sink(record, *nanos);
}

void Instants::finish()
{
    m_untimed += qint64(m_waiting.size());
    m_waiting.clear();
}

} // namespace quarterdeck::files
