#pragma once

#include "app/logformat/followups.h"
#include "app/logformat/linehead.h"
#include "app/logformat/record.h"

#include <functional>

namespace quarterdeck::logformat {

/// Takes a record. False stops the reading after it.
using RecordSink = std::function<bool(const Record &)>;

/// How the lines of a file are to be taken.
struct ReadRules {
    std::optional<Form> only; ///< Other forms are no start of a record; nothing: all are known.
};

/// Puts the lines of one file together to records, block by block. Pure but for what it remembers of the lines before.
class RecordReader {
public:
    explicit RecordReader(ReadRules rules = {});

    /// Reads a block whose first byte stands at `position` of the file, and which begins where the last one was left: at the start of the
    /// record that was not finished. Hands over the records that are finished; `isLast` finishes all. Lines end at \n alone.
    /// Yields how many bytes are done with; the block after begins there.
    qsizetype read(QByteArrayView block, qint64 position, bool isLast, const RecordSink &sink);
    /// The time that a line without one of its own would get.
    const Stamp &lastStamp() const { return m_lastStamp; }

private:
    enum class Verdict : quint8 { Starts, GoesOn };

    Verdict judge(QByteArrayView line, qint64 position);
    Verdict judgeUntimed(QByteArrayView line);
    Verdict judgeMariadb(QByteArrayView line);
    void start(QByteArrayView line, qint64 position, const LineHead &head);
    void startUntimed(qint64 position);
    void carry();
    bool isKnown(Form form) const;

    ReadRules m_rules;
    FollowUps m_followUps;
    Record m_next;            // that the line just judged would start
    Record m_record;          // that is being read
    Stamp m_lastStamp;        // of the last record with a time of its own
    Form m_form = Form::None; // of the last record that had one
    qsizetype m_done = 0;     // bytes of the record that is being read
    bool m_hasRecord = false;
    bool m_isInQuotes = false; // of columns
    bool m_isTraceback = false;
    int m_headerLines = 0; // of MariaDB's header that are still to come
};

} // namespace quarterdeck::logformat
