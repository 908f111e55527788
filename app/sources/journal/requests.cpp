#include "app/sources/journal/requests.h"

#include <algorithm>

namespace quarterdeck::journal {

namespace {

HttpRequest request(const QUrl &base, const QString &path)
{
    HttpRequest request;
    request.url = base.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString root = base.path();
    while (root.endsWith(u'/')) {
        root.chop(1);
    }
    request.url.setPath(root + path);
    return request;
}

void setMatches(HttpRequest &request, const Matches &matches, bool isFollow)
{
    QByteArray query = isFollow ? QByteArrayLiteral("follow") : QByteArray();
    for (const Label &match : matches) {
        // Everything is escaped: gatewayd would read a plus sign as a space.
        query += (query.isEmpty() ? "" : "&") + match.name.toLatin1() + '=' + QUrl::toPercentEncoding(match.value);
    }
    if (!query.isEmpty()) {
        request.url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    }
}

void setRange(HttpRequest &request, const Range &range)
{
    request.headers.emplace_back("Accept", "application/vnd.fdo.journal");
    request.headers.emplace_back("Range",
        "entries=" + (isCursor(range.cursor) ? range.cursor : QByteArray()) + ':' + QByteArray::number(range.skip) + ':'
            + QByteArray::number(std::max(1, range.count)));
}

} // namespace

QByteArray timeCursor(UtcTime time)
{
    return "t=" + QByteArray::number(std::max<qint64>(1, time.ms * 1000), 16);
}

bool isFieldName(QStringView name)
{
    if (name.isEmpty() || name.size() > 64 || name.front().isDigit()) {
        return false;
    }
    return std::ranges::all_of(name, [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'; });
}

bool isCursor(QByteArrayView cursor)
{
    return cursor.size() < 1024 && std::ranges::all_of(cursor, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '=' || c == ';' || c == '-';
    });
}

HttpRequest entriesRequest(const QUrl &base, const Matches &matches, const Range &range)
{
    HttpRequest made = request(base, QStringLiteral("/entries"));
    setMatches(made, matches, false);
    setRange(made, range);
    return made;
}

HttpRequest followRequest(const QUrl &base, const Matches &matches, const Range &range)
{
    HttpRequest made = request(base, QStringLiteral("/entries"));
    setMatches(made, matches, true);
    setRange(made, range);
    made.timeout = Millis(0);
    return made;
}

HttpRequest fieldRequest(const QUrl &base, const QString &field)
{
    HttpRequest made = request(base, QStringLiteral("/fields/") + field);
    made.headers.emplace_back("Accept", "application/json");
    // A field that is different on every line takes the server 20 s and is of no use in a list.
    made.timeout = Millis(8000);
    made.maxBody = 1024 * 1024;
    return made;
}

HttpRequest machineRequest(const QUrl &base)
{
    HttpRequest made = request(base, QStringLiteral("/machine"));
    made.headers.emplace_back("Accept", "application/json");
    made.timeout = Millis(10'000);
    return made;
}

Matches levelMatches(const std::vector<LogLevel> &levels)
{
    if (std::ranges::find(levels, LogLevel::Unknown) != levels.end()) {
        return {};
    }
    Matches matches;
    for (int priority = 0; priority <= 7; ++priority) {
        if (std::ranges::find(levels, logLevelFromPriority(priority)) != levels.end()) {
            matches.push_back({QStringLiteral("PRIORITY"), QString::number(priority)});
        }
    }
    return matches;
}

} // namespace quarterdeck::journal
