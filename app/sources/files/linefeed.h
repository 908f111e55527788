#pragma once

#include "app/sources/files/linefilter.h"
#include "app/sources/files/linemaker.h"

#include <functional>

namespace quarterdeck::files {

/// Takes a line that is wanted. False stops.
using LineSink = std::function<bool(LogLine &&)>;

/// Makes lines of the records of one file: puts the parts of container lines together and keeps what a query wants. Thread: any.
class LineFeed {
public:
    /// `isCounting`: only time and level of the lines are of use. All outlive it.
    LineFeed(const LineMaker &maker, const LineFilter &filter, TimeRange range, bool isCounting, const LineSink &sink);

    /// Takes a record of the file, in its order. False where the sink says so.
    bool take(const logformat::Record &record, qint64 nanos);
    /// Hands over what was begun and not ended: a container that stopped in the middle of a line. False where the sink says so.
    bool finish();

private:
    struct Part {
        logformat::Record first;
        QByteArray firstBytes;
        qint64 nanos = 0;
        QByteArray text;
        bool isOpen = false;
    };

    bool takePart(const logformat::Record &record, qint64 nanos);
    bool give(LogLine &&line);
    bool isInRange(qint64 nanos) const { return nanos >= m_from && nanos < m_to; }

    const LineMaker &m_maker;
    const LineFilter &m_filter;
    const LineSink &m_sink;
    qint64 m_from = 0;
    qint64 m_to = 0;
    bool m_isCounting = false;
    std::array<Part, 2> m_parts; // by stream
};

} // namespace quarterdeck::files
