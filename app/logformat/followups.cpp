#include "app/logformat/followups.h"

#include "app/logformat/cursor.h"
#include "app/logformat/level.h"
#include "app/logformat/postgres.h"

#include <algorithm>

namespace quarterdeck::logformat {

namespace {

/// "<0.223.0>" after the level in brackets, as Erlang names a process; with the level.
QByteArrayView erlangProcess(QByteArrayView rest)
{
    const qsizetype open = rest.indexOf("] <");
    if (!rest.startsWith(" [") || open < 0) {
        return {};
    }
    const qsizetype close = rest.indexOf('>', open);
    const QByteArrayView number = close < 0 ? QByteArrayView() : rest.sliced(open + 3, close - open - 3);
    const bool isProcess = std::count(number.begin(), number.end(), '.') == 2
        && std::all_of(number.begin(), number.end(), [](char c) { return isDigit(c) || c == '.'; });
    return isProcess ? rest.first(close) : QByteArrayView();
}

} // namespace

void FollowUps::note(Record &record, QByteArrayView line)
{
    if (record.form == Form::Postgres) {
        notePostgres(record, line);
    } else if (record.form == Form::Container) {
        noteContainer(record, line);
    } else if (record.form == Form::DateTime) {
        noteRepeated(record, line);
    }
}

void FollowUps::notePostgres(Record &record, QByteArrayView line)
{
    constexpr qsizetype MostProcesses = 4096;
    const QByteArrayView rest = line.sliced(record.text);
    const QByteArrayView severity = postgresSeverity(rest);
    const QByteArray prefix = rest.first(severity.data() - rest.data()).toByteArray();
    if (isFollowUp(severity)) {
        const Event event = m_events.value(prefix);
        record.partOf = event.position;
        record.eventLevel = event.level;
        return;
    }
    if (m_events.size() > MostProcesses) {
        m_events.clear();
    }
    m_events.insert(prefix, {record.position, levelOfWord(severity)});
}

void FollowUps::noteContainer(Record &record, QByteArrayView line)
{
    // " stdout P ..." or " stderr F ..."
    const QByteArrayView rest = line.sliced(record.text);
    qint64 &open = m_open.at(rest.startsWith(" stderr") ? 1 : 0);
    record.isPart = rest[8] == 'P';
    record.partOf = open;
    if (!record.isPart) {
        open = -1;
    } else if (open < 0) {
        open = record.position;
    }
}

void FollowUps::noteRepeated(Record &record, QByteArrayView line)
{
    const QByteArrayView process = erlangProcess(line.sliced(record.text));
    if (process.isEmpty()) {
        return;
    }
    if (record.stamp == m_processStamp && process == m_process) {
        record.partOf = m_processEvent.position;
        return;
    }
    m_process = process.toByteArray();
    m_processStamp = record.stamp;
    m_processEvent.position = record.position;
}

} // namespace quarterdeck::logformat
