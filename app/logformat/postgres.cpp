#include "app/logformat/postgres.h"

#include "app/logformat/cursor.h"

#include <algorithm>
#include <array>

namespace quarterdeck::logformat {

namespace {

constexpr std::array<QByteArrayView, 12> Severities {
    "LOG", "ERROR", "WARNING", "INFO", "NOTICE", "FATAL", "PANIC", "DEBUG1", "DEBUG2", "DEBUG3", "DEBUG4", "DEBUG5"};
constexpr std::array<QByteArrayView, 7> FollowUpWords {"DETAIL", "HINT", "CONTEXT", "STATEMENT", "QUERY", "LOCATION", "BACKTRACE"};

} // namespace

QByteArrayView postgresSeverity(QByteArrayView rest)
{
    constexpr qsizetype LongestPrefix = 300;
    const QByteArrayView start = rest.first(std::min(rest.size(), LongestPrefix));
    for (qsizetype colon = start.indexOf(":  "); colon > 0; colon = start.indexOf(":  ", colon + 1)) {
        qsizetype from = colon;
        while (from > 0 && (isUpper(start[from - 1]) || isDigit(start[from - 1]))) {
            --from;
        }
        const QByteArrayView word = start.sliced(from, colon - from);
        const bool stands = from == 0 || start[from - 1] == ' ';
        if (stands && (std::find(Severities.begin(), Severities.end(), word) != Severities.end() || isFollowUp(word))) {
            return word;
        }
    }
    return {};
}

bool isFollowUp(QByteArrayView severity)
{
    return std::find(FollowUpWords.begin(), FollowUpWords.end(), severity) != FollowUpWords.end();
}

} // namespace quarterdeck::logformat
