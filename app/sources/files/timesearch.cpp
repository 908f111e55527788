#include "app/sources/files/timesearch.h"

#include "app/logformat/linehead.h"

#include <algorithm>

namespace quarterdeck::files {

namespace {

using logformat::Form;
using logformat::LineHead;

constexpr qint64 Slack = 600LL * 1'000'000'000; // so far out of order are lines of one file that several write
constexpr qint64 FirstLook = 16'384;
constexpr qint64 LastLook = 4'194'304;
constexpr qint64 NearEnough = 65'536;
constexpr int Samples = 24;

bool isEndOfPart(QByteArrayView containerLine)
{
    return containerLine.contains(" stdout F") || containerLine.contains(" stderr F");
}

/// Whether a record starts with this line that makes sense by itself.
bool standsAlone(const LineHead &head, QByteArrayView above)
{
    if (!head.stamp.isTimed()) {
        return false;
    }
    if (head.form == Form::Postgres) {
        return !head.level.isEmpty();
    }
    return head.form != Form::Container || isEndOfPart(above);
}

} // namespace

TimeSearch::TimeSearch(QFile &file, qint64 size, const ScanRules &rules)
    : m_file(file)
    , m_size(size)
    , m_rules(rules)
    , m_settler(rules.zone, rules.latest)
{
}

std::optional<TimeSearch::Probe> TimeSearch::probe(qint64 from, qint64 to)
{
    for (qint64 look = FirstLook; look <= LastLook; look *= 16) {
        const qint64 size = std::min(look, to - from);
        if (size <= 0 || !m_file.seek(from)) {
            return std::nullopt;
        }
        const QByteArray bytes = m_file.read(size);
        // Where it begins in the middle of a file, the first line is half of one, and the one above the next is not known.
        qsizetype at = from == 0 ? 0 : bytes.indexOf('\n') + 1;
        QByteArrayView above = QByteArrayView(bytes).first(at);
        while ((at > 0 || from == 0) && at < bytes.size()) {
            const qsizetype end = bytes.indexOf('\n', at);
            if (end < 0) {
                break;
            }
            const QByteArrayView line = QByteArrayView(bytes).sliced(at, end - at);
            const LineHead head = logformat::readHead(line);
            const bool isKnown = !m_rules.read.only || *m_rules.read.only == head.form;
            if (isKnown && standsAlone(head, above)) {
                if (const auto nanos = m_settler.nanos(head.stamp)) {
                    return Probe {from + at, *nanos};
                }
            }
            above = line;
            at = end + 1;
        }
        if (size < look) {
            break;
        }
    }
    return std::nullopt;
}

bool TimeSearch::isOrdered()
{
    if (m_isOrdered) {
        return *m_isOrdered;
    }
    std::optional<qint64> newest;
    m_isOrdered = true;
    for (int i = 0; i < Samples && *m_isOrdered; ++i) {
        const auto found = probe(m_size / Samples * i, m_size);
        m_isOrdered = found && (!newest || found->nanos + Slack >= *newest);
        newest = found ? std::max(newest.value_or(found->nanos), found->nanos) : newest;
    }
    return *m_isOrdered;
}

qint64 TimeSearch::before(qint64 nanos)
{
    if (!isOrdered()) {
        return 0;
    }
    qint64 low = 0;
    qint64 lowAt = 0;
    qint64 high = m_size;
    while (high - low > NearEnough) {
        const qint64 middle = low + (high - low) / 2;
        const auto found = probe(middle, high);
        if (found && found->nanos < nanos - Slack) {
            low = middle;
            lowAt = found->at;
        } else {
            high = middle;
        }
    }
    return lowAt;
}

qint64 TimeSearch::after(qint64 nanos)
{
    if (!isOrdered()) {
        return m_size;
    }
    qint64 low = 0;
    qint64 high = m_size;
    qint64 highAt = m_size;
    while (high - low > NearEnough) {
        const qint64 middle = low + (high - low) / 2;
        const auto found = probe(middle, high);
        if (found && found->nanos > nanos + Slack) {
            high = middle;
            highAt = found->at;
        } else {
            low = middle;
        }
    }
    return highAt;
}

std::optional<qint64> TimeSearch::safeStart(qint64 from, qint64 to)
{
    const auto found = probe(from, to);
    return found ? std::optional(found->at) : std::nullopt;
}

} // namespace quarterdeck::files
