#include "app/logformat/jsonmembers.h"

#include "app/logformat/stampreader.h"

#include <algorithm>
#include <array>

namespace quarterdeck::logformat {

namespace {

// The earlier name counts where a line has several.
constexpr std::array<QByteArrayView, 14> TimeNames {"__REALTIME_TIMESTAMP", "@timestamp", "timestamp", "time", "ts", "datetime", "eventTime", "date",
    "asctime", "Timestamp", "time_iso8601", "t", "@t", "time_local"};
constexpr std::array<QByteArrayView, 12> LevelNames {
    "PRIORITY", "error_severity", "level", "severity", "log.level", "lvl", "levelname", "loglevel", "log_level", "Level", "@l", "severity_text"};

template <class List> std::size_t rankIn(const List &names, QByteArrayView name)
{
    return std::size_t(std::find(names.begin(), names.end(), name) - names.begin());
}

QByteArrayView unquoted(QByteArrayView value)
{
    return value.size() >= 2 && value.front() == '"' ? value.sliced(1, value.size() - 2) : value;
}

/// The time in a value: a date as text, or a count since the epoch.
Stamp stampIn(QByteArrayView value)
{
    const QByteArrayView text = unquoted(value);
    for (const auto read : {readDateTime, readEpoch, readAccessTime, readMonthFirst}) {
        const auto placed = text.isEmpty() ? std::nullopt : read(text);
        if (placed && placed->end == text.size()) {
            return placed->stamp;
        }
    }
    return {};
}

/// Past a string that begins at `at`; the end of the line where it is not closed.
qsizetype afterString(QByteArrayView line, qsizetype at)
{
    for (++at; at < line.size(); ++at) {
        if (line[at] == '\\') {
            ++at;
        } else if (line[at] == '"') {
            return at + 1;
        }
    }
    return line.size() + 1;
}

/// Past a value that begins at `at`.
qsizetype afterValue(QByteArrayView line, qsizetype at)
{
    int depth = 0;
    while (at < line.size()) {
        const char c = line[at];
        if (c == '"') {
            at = afterString(line, at);
        } else if (c == '{' || c == '[') {
            ++depth;
            ++at;
        } else if (c == '}' || c == ']') {
            if (depth == 0) {
                return at;
            }
            --depth;
            ++at;
        } else if (c == ',' && depth == 0) {
            return at;
        } else {
            ++at;
        }
        if (depth == 0 && (c == '"' || c == '}' || c == ']')) {
            return at;
        }
    }
    return line.size() + 1;
}

qsizetype afterSpace(QByteArrayView line, qsizetype at)
{
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t' || line[at] == '\r')) {
        ++at;
    }
    return at;
}

} // namespace

bool walkMembers(QByteArrayView line, const MemberSink &sink)
{
    qsizetype at = afterSpace(line, 0);
    if (at >= line.size() || line[at] != '{') {
        return false;
    }
    at = afterSpace(line, at + 1);
    while (at < line.size() && line[at] == '"') {
        const qsizetype nameEnd = afterString(line, at);
        const qsizetype colon = afterSpace(line, nameEnd);
        if (colon >= line.size() || line[colon] != ':') {
            return false;
        }
        const qsizetype from = afterSpace(line, colon + 1);
        const qsizetype to = afterValue(line, from);
        if (to > line.size()) {
            return false;
        }
        qsizetype end = to;
        while (end > from && (line[end - 1] == ' ' || line[end - 1] == '\t')) {
            --end;
        }
        sink(line.sliced(at + 1, nameEnd - at - 2), line.sliced(from, end - from));
        at = afterSpace(line, to);
        if (at < line.size() && line[at] == ',') {
            at = afterSpace(line, at + 1);
        }
    }
    return at < line.size() && line[at] == '}';
}

std::optional<TimedMembers> readMembers(QByteArrayView line)
{
    std::size_t timeRank = TimeNames.size();
    std::size_t levelRank = LevelNames.size();
    QByteArrayView time;
    TimedMembers out;
    const bool isObject = walkMembers(line, [&](QByteArrayView name, QByteArrayView value) {
        if (const std::size_t rank = rankIn(TimeNames, name); rank < timeRank) {
            timeRank = rank;
            time = value;
        } else if (const std::size_t levelAt = rankIn(LevelNames, name); levelAt < levelRank) {
            levelRank = levelAt;
            out.level = unquoted(value);
        }
    });
    if (!isObject) {
        return std::nullopt;
    }
    out.stamp = stampIn(time);
    return out;
}

} // namespace quarterdeck::logformat
