#include "app/net/tokenreply.h"

#include "app/core/redact.h"
#include "app/core/text.h"
#include "app/json/jsonreader.h"
#include "app/net/origin.h"
#include "app/net/secretmask.h"

#include <algorithm>
#include <cmath>

namespace quarterdeck {

namespace {

constexpr qsizetype LongestToken = 64LL * 1024;
constexpr qsizetype LongestCode = 64;
constexpr qsizetype MostOfReply = 200;
constexpr double LongestLifetime = 365.0 * 24 * 3600;

tl::unexpected<Error> refusal(const QUrl &url, const QString &sentence, int status)
{
    return tl::unexpected(Error {ErrorKind::Unauthorized, sentence, url.path(), status, std::nullopt});
}

// RFC 6749, 5.2: the codes are of a small alphabet; anything else is not repeated.
QString codeOf(const JsonValue &root)
{
    const QString code = root[u"error"].stringOr({}).left(LongestCode);
    const bool isPlain = std::all_of(code.begin(), code.end(), [](QChar c) { return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_'); });
    return isPlain ? code : QString();
}

QString sentenceOf(const QString &code, const QString &host, const QString &client)
{
    if (code == QLatin1StringView("invalid_client")) {
        return QStringLiteral("%1 does not know the client %2, or its secret is wrong").arg(host, client);
    }
    if (code == QLatin1StringView("invalid_scope")) {
        return QStringLiteral("%1 does not grant the client %2 the scopes asked for").arg(host, client);
    }
    if (code == QLatin1StringView("unauthorized_client") || code == QLatin1StringView("unsupported_grant_type")) {
        return QStringLiteral("%1 does not allow the client %2 to sign in by client credentials").arg(host, client);
    }
    return QStringLiteral("%1 refused to sign in the client %2").arg(host, client);
}

tl::unexpected<Error> refusedClient(const HttpResponse &response, const QUrl &url, const QString &clientId, const Secret &secret)
{
    if (response.status == 404 || response.status == 405) {
        return refusal(url, QStringLiteral("%1 grants no tokens at %2 (%3). Is token_url right?").arg(hostText(url), url.path()).arg(response.status),
            response.status);
    }
    const auto document = JsonDocument::parse(response.body);
    const QString code = document ? codeOf(document->root()) : QString();
    QString words = document ? document->root()[u"error_description"].stringOr({}) : QString();
    SecretMask mask;
    mask.addPair(clientId.toUtf8(), secret.reveal());
    words = mask.blanked(words);
    words = text::plain(redacted(words.simplified()), MostOfReply);
    QString sentence = sentenceOf(code, hostText(url), text::plain(clientId, MostOfReply))
        + QStringLiteral(" (%1)").arg(code.isEmpty() ? QString::number(response.status) : code);
    sentence += words.isEmpty() ? QStringLiteral(".") : QStringLiteral(": ") + words;
    return refusal(url, sentence, response.status);
}

// Some servers write the number as text.
Millis lifetimeOf(const JsonValue &value)
{
    const double seconds = value.isString() ? value.stringOr({}).toDouble() : value.numberOr(0);
    return std::isfinite(seconds) ? Millis(qint64(std::clamp(seconds, 0.0, LongestLifetime) * 1000)) : Millis(0);
}

} // namespace

Result<GrantedToken> readTokenReply(const Result<HttpResponse> &response, const QUrl &tokenUrl, const QString &clientId, const Secret &secret)
{
    if (response && response->status >= 400 && response->status < 500 && response->status != 429) {
        return refusedClient(*response, tokenUrl, clientId, secret);
    }
    const auto answer = requireOk(response, {});
    if (!answer) {
        Error error = answer.error();
        error.where = tokenUrl.path();
        error.sent = Sent::No;
        // What a backend means by "not found" or "conflict" is not what a sign-in means by it.
        error.kind = isTransient(error.kind) || error.kind == ErrorKind::Tls ? error.kind : ErrorKind::Unauthorized;
        return tl::unexpected(error);
    }
    const auto document = JsonDocument::parse(answer->body);
    const QByteArray token = document ? document->root()[u"access_token"].stringOr({}).toUtf8() : QByteArray();
    const bool isPlain = std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    if (token.isEmpty() || !isPlain || token.size() > LongestToken) {
        return refusal(tokenUrl, QStringLiteral("%1 answered without an access token. Is token_url right?").arg(hostText(tokenUrl)), answer->status);
    }
    const QString type = document->root()[u"token_type"].stringOr(QStringLiteral("Bearer"));
    if (type.compare(QLatin1StringView("bearer"), Qt::CaseInsensitive) != 0) {
        return refusal(tokenUrl,
            QStringLiteral("%1 gives tokens of the type %2; only Bearer is supported.").arg(hostText(tokenUrl), text::plain(type, LongestCode)),
            answer->status);
    }
    return GrantedToken {Secret(token), lifetimeOf(document->root()[u"expires_in"])};
}

} // namespace quarterdeck
