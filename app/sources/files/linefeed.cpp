#include "app/sources/files/linefeed.h"

namespace quarterdeck::files {

namespace {

constexpr qsizetype LongestJoined = 16'777'216;

} // namespace

LineFeed::LineFeed(const LineMaker &maker, const LineFilter &filter, TimeRange range, bool isCounting, const LineSink &sink)
    : m_maker(maker)
    , m_filter(filter)
    , m_sink(sink)
    , m_from(range.from.nanos())
    , m_to(range.to.nanos())
    , m_isCounting(isCounting)
{
}

bool LineFeed::take(const logformat::Record &record, qint64 nanos)
{
    if (record.form == logformat::Form::Container) {
        return takePart(record, nanos);
    }
    if (!isInRange(nanos) || !m_filter.mayMatch(record)) {
        return true;
    }
    if (m_isCounting && m_filter.isByRecord() && record.form != logformat::Form::Json) {
        LogLine counted;
        counted.nanos = nanos;
        counted.level = levelOf(record);
        return m_sink(std::move(counted));
    }
    return give(m_maker.line(record, nanos));
}

bool LineFeed::takePart(const logformat::Record &record, qint64 nanos)
{
    // " stdout P text"
    const QByteArrayView rest = record.bytes.sliced(record.text);
    Part &part = m_parts.at(rest.startsWith(" stderr") ? 1 : 0);
    const qsizetype space = rest.indexOf(' ', 8);
    if (!part.isOpen) {
        part = {record, record.bytes.toByteArray(), nanos, {}, true};
    }
    part.text += space < 0 ? QByteArrayView() : rest.sliced(space + 1);
    if (record.isPart && part.text.size() < LongestJoined) {
        return true;
    }
    part.isOpen = false;
    part.first.bytes = part.firstBytes;
    return !isInRange(part.nanos) || give(m_maker.containerLine(part.first, part.nanos, std::move(part.text), !record.isPart));
}

bool LineFeed::finish()
{
    for (Part &part : m_parts) {
        part.first.bytes = part.firstBytes;
        if (part.isOpen && isInRange(part.nanos) && !give(m_maker.containerLine(part.first, part.nanos, std::move(part.text), false))) {
            return false;
        }
        part.isOpen = false;
    }
    return true;
}

bool LineFeed::give(LogLine &&line)
{
    return !m_filter.matches(line) || m_sink(std::move(line));
}

} // namespace quarterdeck::files
