#pragma once

#include "app/sources/files/linefeed.h"
#include "app/sources/files/logfiles.h"
#include "app/sources/files/options.h"
#include "app/sources/files/timesearch.h"

namespace quarterdeck::files {

/// What is asked of files, and how they are read.
struct Question {
    SourceId source;
    FilesOptions options;
    LogQuery query;
    CancelToken cancel;
};

/// The lines that one file has for a question.
struct FileLines {
    std::vector<LogLine> lines;
    bool isTruncated = false; ///< More than the limit match: older ones, or newer ones where it is asked from the start.
    ScanReport report;
};

/// One log file, opened to be read. Thread: any, one at a time; waits for the disk.
class FileReading {
public:
    /// `question` outlives it.
    FileReading(LogFile file, const Question &question);

    /// Errors: those of openRegularFile() and byteStreamOf(); BadPayload for a file that is no text, Conflict where another file has its
    /// path by now.
    Result<Done> open();
    /// The newest or the oldest wanted lines of the range, as the query says.
    FileLines lines(int limit);
    /// Hands over time and level of every wanted line of the range.
    ScanReport count(const LineSink &sink);

private:
    bool isPacked() const { return m_packing != Packing::None; }
    ScanRules rules() const;
    ScanReport forward(qint64 from, qint64 to, bool isCounting, const LineSink &sink);
    ScanReport scanPlain(qint64 from, qint64 to, const TimedSink &take);
    bool mayHold(qint64 from, qint64 to);
    FileLines oldest(int limit);
    FileLines newest(int limit);
    FileLines newestPacked(int limit);
    std::pair<qint64, qint64> stretch();
    Result<QByteArray> firstLine();

    LogFile m_file;
    const Question &m_question;
    LineFilter m_filter;
    std::unique_ptr<QFile> m_open;
    Packing m_packing = Packing::None;
    qint64 m_begin = 0; ///< Where its text begins.
    std::optional<LineMaker> m_maker;
    std::optional<TimeSearch> m_search;
};

} // namespace quarterdeck::files
