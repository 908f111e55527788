#include "app/sources/files/scan.h"

#include "app/sources/files/instants.h"

#include <cstring>

namespace quarterdeck::files {

namespace {

constexpr qsizetype BlockSize = 1'048'576;
constexpr qsizetype LongestLine = 16 * BlockSize;

/// A buffer of which the front is done with.
class Window {
public:
    Window()
        : m_bytes(BlockSize, Qt::Uninitialized)
    {
    }

    /// Room for at least half a block; the longest line makes it grow.
    std::pair<char *, qsizetype> room()
    {
        if (m_end + BlockSize / 2 > m_bytes.size() && m_end < LongestLine) {
            m_bytes.resize(m_bytes.size() * 2);
        }
        return {m_bytes.data() + m_end, m_bytes.size() - m_end};
    }
    void add(qsizetype bytes) { m_end += bytes; }
    QByteArrayView bytes() const { return {m_bytes.constData(), m_end}; }
    bool isFull() const { return m_end >= LongestLine; }
    void drop(qsizetype bytes)
    {
        m_end -= bytes;
        std::memmove(m_bytes.data(), m_bytes.constData() + bytes, std::size_t(m_end));
    }

private:
    QByteArray m_bytes;
    qsizetype m_end = 0;
};

} // namespace

ScanReport scan(ByteStream &stream, qint64 position, const ScanRules &rules, const CancelToken &cancel, const TimedSink &sink)
{
    ScanReport report;
    logformat::RecordReader reader(rules.read);
    Instants instants(rules.zone, rules.latest);
    bool goesOn = true;
    const logformat::RecordSink take = [&](const logformat::Record &record) {
        ++report.records;
        goesOn = instants.take(record, sink);
        return goesOn;
    };
    Window window;
    bool isLast = false;
    while (goesOn && !isLast) {
        if (cancel.stop_requested()) {
            report.error = Error {ErrorKind::Cancelled, QStringLiteral("The search was cancelled"), {}, 0, std::nullopt};
            break;
        }
        const auto [into, size] = window.room();
        const auto got = stream.read(into, size);
        if (!got) {
            report.error = got.error();
        }
        window.add(got.value_or(0));
        // What a damaged archive gave before is read to its end.
        isLast = !got || *got == 0;
        const qsizetype done = reader.read(window.bytes(), position, isLast || window.isFull(), take);
        window.drop(done);
        position += done;
    }
    if (goesOn) {
        instants.finish();
    }
    report.guesses = instants.guesses();
    report.untimed = instants.untimed();
    return report;
}

} // namespace quarterdeck::files
