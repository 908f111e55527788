#include "app/net/serverwords.h"

#include "app/core/redact.h"
#include "app/core/text.h"

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

constexpr qsizetype MostWords = 300;
constexpr qsizetype MostOfText = 16'384;

/// The JSON string that starts at the quote `at`, without judging the rest of the document.
QString jsonText(QByteArrayView body, qsizetype at)
{
    QByteArray utf8;
    for (qsizetype i = at + 1; i < body.size() && body[i] != '"'; ++i) {
        if (body[i] != '\\' || i + 1 >= body.size()) {
            utf8.append(body[i]);
            continue;
        }
        const char escape = body[++i];
        if (escape == 'u') {
            utf8.append(
                QString(QChar(body.sliced(i + 1).first(std::min<qsizetype>(4, body.size() - i - 1)).toByteArray().toUShort(nullptr, 16))).toUtf8());
            i += 4;
        } else {
            utf8.append(escape == 'n' || escape == 't' || escape == 'r' ? ' ' : escape);
        }
    }
    return QString::fromUtf8(utf8);
}

QString underKey(QByteArrayView body)
{
    static constexpr std::array<const char *, 5> Keys {"\"error\"", "\"message\"", "\"msg\"", "\"detail\"", "\"reason\""};
    for (const char *key : Keys) {
        // The same text may also be a value: {"status":"error","error":"..."}.
        for (qsizetype found = body.indexOf(key); found >= 0; found = body.indexOf(key, found + 1)) {
            const QByteArrayView rest = body.sliced(found + qsizetype(qstrlen(key))).trimmed();
            const QByteArrayView value = rest.startsWith(':') ? rest.sliced(1).trimmed() : QByteArrayView();
            if (value.startsWith('"')) {
                return jsonText(value, 0);
            }
        }
    }
    return {};
}

} // namespace

bool looksLikeWebPage(QByteArrayView body, QByteArrayView contentType)
{
    if (contentType == "text/html" || contentType == "application/xhtml+xml") {
        return true;
    }
    const QByteArray start = body.first(std::min<qsizetype>(body.size(), 256)).trimmed().toByteArray().toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html");
}

bool looksLikeSignIn(QByteArrayView page)
{
    static constexpr std::array<const char *, 12> Words {"sign in", "sign-in", "signin", "log in", "log-in", "login", "oauth2", "openid",
        "samlrequest", "single sign", "type=\"password\"", "type=password"};
    return std::ranges::any_of(Words, [&page](const char *word) { return page.contains(word); });
}

QString serverWords(QByteArrayView body, QByteArrayView contentType)
{
    const QByteArrayView start = body.first(std::min(body.size(), MostOfText)).trimmed();
    if (start.isEmpty() || looksLikeWebPage(start, contentType)) {
        return {};
    }
    QString words;
    if (start.startsWith('{')) {
        words = underKey(start);
    } else if (start.startsWith('"')) {
        words = jsonText(start, 0);
    } else if (contentType == "text/plain" || contentType.isEmpty()) {
        words = QString::fromUtf8(start);
    }
    return text::plain(redacted(words.simplified()), MostWords);
}

} // namespace quarterdeck
