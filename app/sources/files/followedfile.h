#pragma once

#include "app/sources/files/answer.h"
#include "app/sources/files/linefeed.h"
#include "app/sources/files/logfiles.h"

namespace quarterdeck::files {

/// One log file that grows, kept open: also when it is renamed or deleted meanwhile. Thread: one worker at a time.
class FollowedFile {
public:
    /// Where the following begins.
    enum class Start : quint8 { Beginning, End };

    /// `question` outlives it. New lines are put into `lines`, which does too.
    FollowedFile(LogFile file, const Question &question, std::vector<LogLine> &lines);
    Q_DISABLE_COPY_MOVE(FollowedFile)
    ~FollowedFile() = default;

    /// Errors: those of openRegularFile(); Unsupported for what does not grow: a packed file, or one that is not text.
    Result<Done> open(Start start);

    /// What a look at the file met.
    struct Step {
        bool hasMore = false;       ///< There is more to be read at once.
        bool hasUnfinished = false; ///< A record may go on: look again soon.
        bool isCut = false;         ///< It was emptied or written anew, and what had not been read before is not found.
    };
    /// Finds the other files of its family.
    using FindCopies = std::function<std::vector<LogFile>()>;
    /// Reads what was added. Where the file was emptied, it may have been copied before.
    Step advance(UtcTime now, const FindCopies &copies);
    /// Hands over what is left, an unfinished line too.
    void finish(UtcTime now);

    const LogFile &file() const { return m_file; }
    /// The first bytes of the file, by which a copy of it is known.
    QByteArray start() const { return m_memory.start; }
    /// Of its newest line; invalid before the first.
    UtcTime lastTime() const { return {m_last.value_or(0) / 1'000'000}; }

private:
    /// What was read last, to see whether it was written over.
    struct Memory {
        QByteArray start;
        QByteArray tail; ///< The bytes before `end`.
        qint64 end = 0;  ///< All lines before are judged.
    };

    bool take(const logformat::Record &record);
    QByteArray bytesOf(QFile &file, qint64 from, qint64 size) const;
    void remember(QByteArrayView block, qint64 end);
    bool isWrittenOver();
    /// Goes back to where the file differs from what was read. False where nothing is left of that.
    bool rewind();
    bool readCopy(const std::vector<LogFile> &copies);
    void restart(qint64 offset);
    Step readNew(qint64 size);
    void flush(qint64 end);

    LogFile m_file;
    const Question &m_question;
    std::vector<LogLine> &m_lines;
    LineFilter m_filter;
    LineSink m_sink;
    std::unique_ptr<QFile> m_open;
    std::optional<LineMaker> m_maker;
    std::optional<LineFeed> m_feed;
    logformat::RecordReader m_reader;
    logformat::Settler m_settler;
    Memory m_memory;
    UtcTime m_now;
    std::optional<qint64> m_last; // instant of the last record. Units: nanoseconds
    qint64 m_begin = 0;           // where its text began when it was opened
    qint64 m_offset = 0;          // where the record begins that is not finished
    qint64 m_skipUntil = 0;       // what ends before was there at the start
    qint64 m_size = -1;           // at the last look
    UtcTime m_changed;            // at the last look
};

} // namespace quarterdeck::files
