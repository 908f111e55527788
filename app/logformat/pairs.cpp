#include "app/logformat/pairs.h"

#include "app/logformat/cursor.h"
#include "app/logformat/stampreader.h"

#include <algorithm>
#include <array>

namespace quarterdeck::logformat {

namespace {

constexpr std::array<QByteArrayView, 6> PairTimes {"ts", "time", "t", "timestamp", "date", "@timestamp"};
constexpr std::array<QByteArrayView, 4> PairLevels {"level", "lvl", "severity", "loglevel"};

bool isKeyLetter(char c)
{
    return isLetter(c) || isDigit(c) || c == '_' || c == '.' || c == '-' || c == '@' || c == '/';
}

Stamp timeIn(QByteArrayView text)
{
    for (const auto read : {readDateTime, readEpoch}) {
        const auto placed = text.isEmpty() ? std::nullopt : read(text);
        if (placed && placed->end == text.size()) {
            return placed->stamp;
        }
    }
    return {};
}

QByteArrayView withoutQuotes(QByteArrayView value)
{
    return value.size() >= 2 && value.front() == '"' && value.back() == '"' ? value.sliced(1, value.size() - 2) : value;
}

/// Past a value in quotes, or up to the next space.
qsizetype valueEnd(QByteArrayView line, qsizetype at)
{
    if (at < line.size() && line[at] == '"') {
        for (++at; at < line.size() && line[at] != '"'; ++at) {
            at += line[at] == '\\' ? 1 : 0;
        }
        return std::min(line.size(), at + 1);
    }
    while (at < line.size() && line[at] != ' ') {
        ++at;
    }
    return at;
}

} // namespace

bool walkPairs(QByteArrayView line, const MemberSink &sink)
{
    qsizetype at = 0;
    bool hasAny = false;
    while (at < line.size()) {
        const qsizetype from = at;
        while (at < line.size() && isKeyLetter(line[at])) {
            ++at;
        }
        const QByteArrayView key = line.sliced(from, at - from);
        const bool isPair = !key.isEmpty() && at < line.size() && line[at] == '=';
        if (!hasAny && !isPair) {
            return false;
        }
        hasAny = true;
        if (isPair) {
            const qsizetype end = valueEnd(line, at + 1);
            sink(key, line.sliced(at + 1, end - at - 1));
            at = end;
        } else {
            at = valueEnd(line, at);
        }
        while (at < line.size() && line[at] == ' ') {
            ++at;
        }
    }
    return hasAny;
}

std::optional<TimedMembers> readPairs(QByteArrayView line)
{
    TimedMembers out;
    const bool isPairs = walkPairs(line, [&out](QByteArrayView key, QByteArrayView value) {
        if (!out.stamp.isTimed() && std::find(PairTimes.begin(), PairTimes.end(), key) != PairTimes.end()) {
            out.stamp = timeIn(withoutQuotes(value));
        } else if (out.level.isEmpty() && std::find(PairLevels.begin(), PairLevels.end(), key) != PairLevels.end()) {
            out.level = withoutQuotes(value);
        }
    });
    return isPairs ? std::optional(out) : std::nullopt;
}

} // namespace quarterdeck::logformat
