#include "app/logformat/recordreader.h"

#include "app/logformat/columns.h"
#include "app/logformat/cursor.h"
#include "app/logformat/level.h"
#include "app/logformat/stampreader.h"

#include <cstring>

namespace quarterdeck::logformat {

namespace {

constexpr qsizetype LongestRecord = 1'048'576;

/// "[WARNING] text": a level, and no time.
QByteArrayView bareLevel(QByteArrayView line)
{
    const qsizetype end = line.startsWith('[') ? line.first(std::min<qsizetype>(line.size(), 16)).indexOf("] ") : -1;
    const QByteArrayView word = end > 2 ? line.sliced(1, end - 1) : QByteArrayView();
    const bool isLevel = std::all_of(word.begin(), word.end(), isUpper) && word.size() > 1 && levelOfWord(word);
    return isLevel ? word : QByteArrayView();
}

bool isMariadbHeader(QByteArrayView line)
{
    return line.startsWith('/') && line.contains(", Version: ") && line.endsWith("started with:");
}

/// "\t\t     3 Query\t...": a row of the general log whose second is that of the row above.
bool isGeneralRow(QByteArrayView line)
{
    if (!line.startsWith("\t\t")) {
        return false;
    }
    Cursor at(line.sliced(2));
    at.takeSpaces();
    return at.number(1, 12) && at.take(' ') && isUpper(at.peek());
}

} // namespace

RecordReader::RecordReader(ReadRules rules)
    : m_rules(rules)
{
}

qsizetype RecordReader::read(QByteArrayView block, qint64 position, bool isLast, const RecordSink &sink)
{
    qsizetype start = 0;     // of the record that is being read
    qsizetype line = m_done; // of the line that is looked at
    bool goesOn = true;
    const auto finish = [&](qsizetype end) {
        m_record.bytes = block.sliced(start, end - start);
        m_hasRecord = false;
        m_done = 0;
        return sink(m_record);
    };
    while (goesOn && line < block.size()) {
        const auto *const found = static_cast<const char *>(std::memchr(block.data() + line, '\n', std::size_t(block.size() - line)));
        if (found == nullptr && !isLast) {
            break;
        }
        const qsizetype end = found == nullptr ? block.size() : found - block.data();
        const bool isTooLong = m_hasRecord && end - start > LongestRecord;
        const Verdict verdict = judge(block.sliced(line, end - line), position + line);
        if (verdict == Verdict::Starts || !m_hasRecord || isTooLong) {
            if (verdict == Verdict::GoesOn) {
                startUntimed(position + line);
                carry();
            }
            goesOn = !m_hasRecord || finish(line - 1);
            start = line;
            m_record = m_next;
            m_hasRecord = true;
        } else {
            ++m_record.lines;
        }
        line = std::min(block.size(), end + 1);
        m_done = line - start;
    }
    if (isLast && goesOn && m_hasRecord && line >= block.size()) {
        finish(block.endsWith('\n') ? block.size() - 1 : block.size());
        return block.size();
    }
    return start;
}

bool RecordReader::isKnown(Form form) const
{
    return form != Form::None && (!m_rules.only || *m_rules.only == form);
}

RecordReader::Verdict RecordReader::judge(QByteArrayView line, qint64 position)
{
    if (m_isInQuotes) {
        m_isInQuotes = isOpenAfter(line, true);
        return Verdict::GoesOn;
    }
    if (m_headerLines > 0) {
        --m_headerLines;
        return Verdict::GoesOn;
    }
    const LineHead head = readHead(line);
    if (isKnown(head.form) && head.stamp.isTimed()) {
        start(line, position, head);
        return Verdict::Starts;
    }
    startUntimed(position);
    if (isKnown(head.form)) {
        // An object without a time is a record all the same.
        m_next.form = head.form;
        m_next.levelAt = {qint32(head.level.isEmpty() ? 0 : head.level.data() - line.data()), qint32(head.level.size())};
        carry();
        return Verdict::Starts;
    }
    if (isMariadbHeader(line)) {
        m_headerLines = 2;
        return Verdict::Starts;
    }
    const Verdict mariadb = judgeMariadb(line);
    return mariadb == Verdict::Starts ? mariadb : judgeUntimed(line);
}

RecordReader::Verdict RecordReader::judgeMariadb(QByteArrayView line)
{
    // A file of another kind may hold such lines in a message.
    const Form form = m_rules.only.value_or(m_form);
    if (form != Form::None && form != Form::MariadbGeneral && form != Form::MariadbSlow) {
        return Verdict::GoesOn;
    }
    if (isGeneralRow(line)) {
        m_form = Form::MariadbGeneral;
        m_next.form = m_form;
        carry();
        return Verdict::Starts;
    }
    const bool isTime = line.startsWith("# Time: ");
    const bool isUser = line.startsWith("# User@Host: ");
    const bool isInSlow = m_hasRecord && m_record.form == Form::MariadbSlow;
    if (isTime || (isUser && !(isInSlow && m_record.lines == 1 && m_record.text != 0))) {
        m_form = Form::MariadbSlow;
        m_next.form = m_form;
        const QByteArrayView time = isTime ? line.sliced(8) : QByteArrayView();
        auto placed = readShortDate(time);
        placed = placed ? placed : readDateTime(time);
        m_next.stamp = placed ? placed->stamp : Stamp {};
        m_next.text = isTime ? 8 : 0;
        return Verdict::Starts;
    }
    if (isInSlow && line.startsWith("SET timestamp=")) {
        // It is the start of the statement, in seconds of UTC; "# Time" is the same without a zone.
        if (const auto placed = readEpoch(line.sliced(14))) {
            m_record.stamp = placed->stamp;
            m_lastStamp = placed->stamp;
        }
    }
    return Verdict::GoesOn;
}

RecordReader::Verdict RecordReader::judgeUntimed(QByteArrayView line)
{
    const bool isIndented = line.startsWith(' ') || line.startsWith('\t');
    if (const QByteArrayView level = bareLevel(line); !level.isEmpty()) {
        m_next.levelAt = {1, qint32(level.size())};
        return Verdict::Starts;
    }
    // Where a server writes what its children print among its own lines, an untimed line is not its continuation.
    if (m_form == Form::ApacheError) {
        return Verdict::Starts;
    }
    if (m_form == Form::Uwsgi) {
        const bool isTraceback = line.startsWith("Traceback (most recent call last)");
        const bool starts = isTraceback || (!m_isTraceback && !isIndented);
        m_isTraceback = m_isTraceback || isTraceback;
        return starts ? Verdict::Starts : Verdict::GoesOn;
    }
    return m_form == Form::None && !isIndented && !line.isEmpty() ? Verdict::Starts : Verdict::GoesOn;
}

void RecordReader::start(QByteArrayView line, qint64 position, const LineHead &head)
{
    m_next = {};
    m_next.position = position;
    m_next.form = head.form;
    m_next.stamp = head.stamp;
    m_next.text = qint32(head.text);
    m_next.eventLevel = head.priority;
    m_next.levelAt = {qint32(head.level.isEmpty() ? 0 : head.level.data() - line.data()), qint32(head.level.size())};
    m_lastStamp = head.stamp;
    m_form = head.form;
    m_isTraceback = false;
    m_isInQuotes = head.form == Form::PostgresCsv && isOpenAfter(line, false);
    m_followUps.note(m_next, line);
}

void RecordReader::startUntimed(qint64 position)
{
    m_next = {};
    m_next.position = position;
}

void RecordReader::carry()
{
    m_next.stamp = m_lastStamp;
    m_next.isCarried = m_lastStamp.isTimed();
}

} // namespace quarterdeck::logformat
