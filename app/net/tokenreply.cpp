#include "app/net/tokenreply.h"

#include "app/core/redact.h"
#include "app/core/text.h"
#include "app/json/jsonreader.h"
#include "app/net/origin.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace quarterdeck {

namespace {

constexpr QLatin1StringView InvalidGrant("invalid_grant");
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

QString sentenceOf(const QString &code, const OAuth2Config &oauth2)
{
    const QString host = hostText(oauth2.tokenUrl);
    const QString client = text::plain(oauth2.clientId, MostOfReply);
    if (code == InvalidGrant && oauth2.isByPerson()) {
        return QStringLiteral("%1 rejected the sign-in; it may have expired").arg(host);
    }
    if (code == QLatin1StringView("invalid_client")) {
        return QStringLiteral("%1 does not know the client %2, or its secret is wrong").arg(host, client);
    }
    if (code == QLatin1StringView("invalid_scope")) {
        return QStringLiteral("%1 does not grant the client %2 the scopes asked for").arg(host, client);
    }
    if (code == QLatin1StringView("unauthorized_client") || code == QLatin1StringView("unsupported_grant_type")) {
        return oauth2.isByPerson() ? QStringLiteral("%1 does not allow the client %2 to sign people in").arg(host, client)
                                   : QStringLiteral("%1 does not allow the client %2 to sign in by client credentials").arg(host, client);
    }
    return QStringLiteral("%1 rejected the sign-in of the client %2").arg(host, client);
}

Result<GrantedToken> refusedClient(const HttpResponse &response, const OAuth2Config &oauth2, const SecretMask &secrets)
{
    const QUrl &url = oauth2.tokenUrl;
    if (response.status == 404 || response.status == 405) {
        return refusal(url, QStringLiteral("%1 grants no tokens at %2 (%3). Is token_url right?").arg(hostText(url), url.path()).arg(response.status),
            response.status);
    }
    const auto document = JsonDocument::parse(response.body);
    const QString code = document ? codeOf(document->root()) : QString();
    QString words = document ? document->root()[u"error_description"].stringOr({}) : QString();
    words = secrets.blanked(words);
    words = text::plain(redacted(words.simplified()), MostOfReply);
    QString sentence = sentenceOf(code, oauth2) + QStringLiteral(" (%1)").arg(code.isEmpty() ? QString::number(response.status) : code);
    sentence += words.isEmpty() ? QStringLiteral(".") : QStringLiteral(": ") + words;
    if (code != InvalidGrant || !oauth2.isByPerson()) {
        return refusal(url, sentence, response.status);
    }
    sentence += (sentence.endsWith(u'.') ? QString() : QStringLiteral(".")) + QStringLiteral(" Sign in again: ") + signInCommand(oauth2.signInName);
    GrantedToken none;
    none.refusal = refusal(url, sentence, response.status).value();
    return none;
}

// A token goes into a header or a form, and into the keyring as one line of text.
std::optional<Secret> tokenOf(const JsonValue &value)
{
    const QByteArray token = value.stringOr({}).toUtf8();
    const bool isPlain = std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    return !token.isEmpty() && isPlain && token.size() <= LongestToken ? std::optional(Secret(token)) : std::nullopt;
}

// Some servers write the number as text.
Millis lifetimeOf(const JsonValue &value)
{
    const double seconds = value.isString() ? value.stringOr({}).toDouble() : value.numberOr(0);
    return std::isfinite(seconds) ? Millis(qint64(std::clamp(seconds, 0.0, LongestLifetime) * 1000)) : Millis(0);
}

} // namespace

Result<GrantedToken> readTokenReply(const Result<HttpResponse> &response, const OAuth2Config &oauth2, const SecretMask &secrets)
{
    const QUrl &tokenUrl = oauth2.tokenUrl;
    if (response && response->status >= 400 && response->status < 500 && response->status != 429) {
        return refusedClient(*response, oauth2, secrets);
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
    const auto token = document ? tokenOf(document->root()[u"access_token"]) : std::nullopt;
    if (!token) {
        return refusal(tokenUrl, QStringLiteral("%1 answered without an access token. Is token_url right?").arg(hostText(tokenUrl)), answer->status);
    }
    const QString type = document->root()[u"token_type"].stringOr(QStringLiteral("Bearer"));
    if (type.compare(QLatin1StringView("bearer"), Qt::CaseInsensitive) != 0) {
        return refusal(tokenUrl,
            QStringLiteral("%1 gives tokens of the type %2; only Bearer is supported.")
                .arg(hostText(tokenUrl), text::plain(secrets.blanked(type), LongestCode)),
            answer->status);
    }
    GrantedToken granted;
    granted.token = *token;
    granted.lifetime = lifetimeOf(document->root()[u"expires_in"]);
    granted.refreshToken = tokenOf(document->root()[u"refresh_token"]).value_or(Secret());
    if (const JsonValue scope = document->root()[u"scope"]; scope.isString()) {
        granted.scopes = scope.stringOr({}).split(u' ', Qt::SkipEmptyParts);
    }
    return granted;
}

bool isInvalidGrant(const Result<HttpResponse> &response)
{
    if (!response || response->status < 400 || response->status >= 500) {
        return false;
    }
    const auto document = JsonDocument::parse(response->body);
    return document && codeOf(document->root()) == InvalidGrant;
}

QString signInCommand(const QString &name)
{
    static const QRegularExpression Harmless(QStringLiteral("^[A-Za-z0-9_.][A-Za-z0-9_.-]*$"));
    QString shown = text::plain(name, MostOfReply);
    if (!Harmless.match(shown).hasMatch()) {
        shown = u'\'' + shown.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
    }
    return QStringLiteral("qdeck signin ") + shown;
}

} // namespace quarterdeck
