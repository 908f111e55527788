#include "app/logformat/linehead.h"

#include "app/logformat/columns.h"
#include "app/logformat/cursor.h"
#include "app/logformat/jsonmembers.h"
#include "app/logformat/level.h"
#include "app/logformat/pairs.h"
#include "app/logformat/postgres.h"
#include "app/logformat/stampreader.h"

#include <algorithm>

namespace quarterdeck::logformat {

namespace {

LineHead headOf(Form form, const Placed &placed, QByteArrayView line, qsizetype before = 0)
{
    LineHead head;
    head.form = form;
    head.stamp = placed.stamp;
    head.text = std::min(line.size(), before + placed.end);
    return head;
}

LineHead withLevel(LineHead head, QByteArrayView line)
{
    head.level = levelNearStart(line.sliced(head.text));
    return head;
}

bool isContainer(QByteArrayView rest)
{
    return (rest.startsWith(" stdout ") || rest.startsWith(" stderr ")) && rest.size() >= 9 && (rest[8] == 'P' || rest[8] == 'F')
        && (rest.size() == 9 || rest[9] == ' ' || rest[9] == ':');
}

/// A line that begins with a date: what follows tells the form.
LineHead dated(const Placed &placed, QByteArrayView line, qsizetype before)
{
    LineHead head = headOf(Form::DateTime, placed, line, before);
    const QByteArrayView rest = line.sliced(head.text);
    if (before == 0 && isContainer(rest)) {
        head.form = Form::Container;
        return head;
    }
    if (before == 0 && rest.startsWith(',') && hasColumns(rest)) {
        head.form = Form::PostgresCsv;
        head.level = levelColumn(rest);
        return head;
    }
    if (const QByteArrayView severity = postgresSeverity(rest); !severity.isEmpty()) {
        head.form = Form::Postgres;
        head.level = isFollowUp(severity) ? QByteArrayView() : severity;
        return head;
    }
    return withLevel(head, line);
}

std::optional<LineHead> access(QByteArrayView line)
{
    constexpr qsizetype FurthestTime = 300;
    const qsizetype bracket = line.first(std::min(line.size(), FurthestTime)).indexOf(" [");
    if (bracket < 0) {
        return std::nullopt;
    }
    const qsizetype from = bracket + 2;
    const auto placed = readAccessTime(line.sliced(from));
    return placed ? std::optional(headOf(Form::Access, *placed, line, from)) : std::nullopt;
}

std::optional<LineHead> epoch(QByteArrayView line, qsizetype before)
{
    const auto placed = readEpoch(line.sliced(before));
    if (!placed) {
        return std::nullopt;
    }
    LineHead head = headOf(Form::Epoch, *placed, line, before);
    const QByteArrayView rest = line.sliced(head.text);
    if (before > 0 ? rest.startsWith("] ") : rest.startsWith(": ")) {
        return withLevel(head, line);
    }
    if (before > 0 || !rest.startsWith(' ') || placed->stamp.digits == 0) {
        return std::nullopt;
    }
    // "1795990046.706     14 127.0.0.1 TCP_MISS/200": milliseconds and a slash after the third word.
    Cursor at(rest);
    at.takeSpaces();
    const bool hasSpan = at.number(1, 9).has_value() && at.peek() == ' ';
    if (hasSpan && rest.contains('/')) {
        head.form = Form::SquidAccess;
        return head;
    }
    return withLevel(head, line);
}

std::optional<LineHead> bracketed(QByteArrayView line)
{
    const QByteArrayView inner = line.sliced(1);
    if (const auto weekday = readWeekday(inner)) {
        return withLevel(headOf(Form::ApacheError, *weekday, line, 1), line);
    }
    if (const auto date = readDateTime(inner)) {
        return dated(*date, line, 1);
    }
    if (const auto day = readAccessTime(inner)) {
        return withLevel(headOf(Form::DateTime, *day, line, 1), line);
    }
    if (const auto count = epoch(line, 1)) {
        return count;
    }
    if (line.startsWith("[pid: ")) {
        const qsizetype bracket = line.indexOf("} [");
        if (const auto weekday = bracket > 0 ? readWeekday(line.sliced(bracket + 3)) : std::nullopt) {
            return headOf(Form::Uwsgi, *weekday, line, bracket + 3);
        }
    }
    return std::nullopt;
}

std::optional<LineHead> digitFirst(QByteArrayView line)
{
    if (const auto date = readDateTime(line)) {
        return dated(*date, line, 0);
    }
    if (const auto count = epoch(line, 0)) {
        return count;
    }
    if (const auto date = readShortDate(line); date && line.sliced(date->end).startsWith('\t')) {
        return headOf(Form::MariadbGeneral, *date, line);
    }
    return access(line);
}

/// "raft2026/11/30 03:32:28 INFO: ...": the prefix of Go's log package stands before the date.
std::optional<LineHead> glued(QByteArrayView line)
{
    constexpr qsizetype LongestPrefix = 16;
    qsizetype at = 0;
    while (at < std::min(line.size(), LongestPrefix) && isLetter(line[at])) {
        ++at;
    }
    at += line.sliced(at).startsWith(": ") ? 2 : 0;
    const auto date = at < line.size() && isDigit(line[at]) ? readDateTime(line.sliced(at)) : std::nullopt;
    return date ? std::optional(dated(*date, line, at)) : std::nullopt;
}

std::optional<LineHead> letterFirst(QByteArrayView line)
{
    if (const auto month = readMonthFirst(line)) {
        return withLevel(headOf(month->stamp.doubt == Doubt::YearAndZone ? Form::Syslog : Form::DateTime, *month, line), line);
    }
    if (const auto weekday = readWeekday(line)) {
        return withLevel(headOf(Form::DateTime, *weekday, line), line);
    }
    if (isUpper(line.front()) && line.size() > 5 && isDigit(line[1])) {
        if (const auto day = readMonthDay(line.sliced(1))) {
            LineHead head = headOf(Form::Klog, *day, line, 1);
            head.level = line.first(1);
            return head;
        }
    }
    if (const auto pairs = readPairs(line); pairs && pairs->stamp.isTimed()) {
        LineHead head = headOf(Form::Logfmt, Placed {pairs->stamp, 0}, line);
        head.level = pairs->level;
        return head;
    }
    if (const auto date = glued(line)) {
        return date;
    }
    return access(line);
}

/// "<13>Nov 30 03:35:47 ..." and "<13>1 2026-11-30T03:35:47Z ...", as syslog sends it.
std::optional<LineHead> prioritised(QByteArrayView line)
{
    Cursor at(line.sliced(1));
    const auto priority = at.number(1, 3);
    if (!priority || *priority > 191 || !at.take('>')) {
        return std::nullopt;
    }
    if (at.peek() == '1' && at.peek(1) == ' ') {
        at.skip(2);
    }
    const qsizetype before = 1 + at.at();
    auto placed = readDateTime(line.sliced(before));
    placed = placed ? placed : readMonthFirst(line.sliced(before));
    if (!placed) {
        return std::nullopt;
    }
    LineHead head = headOf(Form::Syslog, *placed, line, before);
    head.priority = logLevelFromPriority(*priority % 8);
    return head;
}

std::optional<LineHead> starred(QByteArrayView line)
{
    const qsizetype bracket = line.startsWith("*** Starting uWSGI ") ? line.indexOf(" on [") : -1;
    const auto weekday = bracket > 0 ? readWeekday(line.sliced(bracket + 5)) : std::nullopt;
    return weekday ? std::optional(headOf(Form::Uwsgi, *weekday, line, bracket + 5)) : std::nullopt;
}

std::optional<LineHead> json(QByteArrayView line)
{
    const auto members = readMembers(line);
    if (!members) {
        return std::nullopt;
    }
    LineHead head = headOf(Form::Json, Placed {members->stamp, 0}, line);
    head.level = members->level;
    return head;
}

std::optional<LineHead> tai(QByteArrayView line)
{
    const auto placed = readTai64(line);
    return placed ? std::optional(withLevel(headOf(Form::Tai64, *placed, line), line)) : std::nullopt;
}

std::optional<LineHead> headBy(char first, QByteArrayView line)
{
    switch (first) {
    case '{':
        return json(line);
    case '[':
        return bracketed(line);
    case '@':
        return tai(line);
    case '<':
        return prioritised(line);
    case '*':
        return starred(line);
    case ':':
        return access(line);
    default:
        return isDigit(first) ? digitFirst(line) : isLetter(first) ? letterFirst(line) : std::nullopt;
    }
}

} // namespace

LineHead readHead(QByteArrayView line)
{
    return line.isEmpty() ? LineHead {} : headBy(line.front(), line).value_or(LineHead {});
}

} // namespace quarterdeck::logformat
