#include "app/sources/alertmanager/writeanswer.h"

#include "app/sources/alertmanager/parse.h"

namespace quarterdeck::alertmanager {

namespace {

bool isRedirect(int status)
{
    return status >= 300 && status <= 399;
}

bool isWebPage(const HttpResponse &response)
{
    const QByteArray start = response.body.left(256).trimmed().toLower();
    return response.contentType == "text/html" || response.contentType == "application/xhtml+xml" || start.startsWith("<!doctype html")
        || start.startsWith("<html");
}

/// A page that somebody is to sign in on; the error page of a gateway is none.
bool isSignInPage(const HttpResponse &response)
{
    if (!isWebPage(response)) {
        return false;
    }
    if (response.status < 300) {
        return true;
    }
    const QByteArray page = response.body.toLower();
    return page.contains("<form") || page.contains("<input") || page.contains("sign in") || page.contains("log in") || page.contains("login");
}

/// The words of an error in one of Alertmanager's own shapes: a JSON string, or {"code","message"}.
QString ownWords(const HttpResponse &response)
{
    return response.contentType == "application/json" ? errorWords(response.body) : QString();
}

bool isOwnNotFound(const HttpResponse &response, const QString &words)
{
    // 0.25 says so with a 500.
    return (response.status == 404 || response.status == 500) && words.contains(QLatin1StringView("not found"), Qt::CaseInsensitive);
}

/// Plain words for refusals that a person can mend; empty for all others.
QString mendingWords(const HttpResponse &response)
{
    const QString host = response.url.host();
    if (response.body.contains("no org id")) {
        return QStringLiteral("%1 needs a tenant: set X-Scope-OrgID in http_headers.").arg(host);
    }
    if (response.body.contains("No required SSL certificate") || response.status == 496) {
        return QStringLiteral("%1 requires a client certificate: set cert_file and key_file in tls_config.").arg(host);
    }
    if (response.status == 407) {
        return QStringLiteral("The proxy for %1 requires a name and a password: set them in proxy_url.").arg(host);
    }
    if (isSignInPage(response)) {
        return QStringLiteral("%1 sent a sign-in page instead of an answer. Sign in there.").arg(host);
    }
    return {};
}

tl::unexpected<Error> refused(Error error, ErrorKind kind, const QString &words)
{
    error.kind = kind;
    error.sent = Sent::Yes;
    if (!words.isEmpty()) {
        error.what = words;
    }
    return tl::unexpected<Error>(std::move(error));
}

} // namespace

Error unknownOutcome(const QString &why, int status, std::optional<Millis> retryAfter)
{
    return Error {ErrorKind::Timeout, why, {}, status, retryAfter, Sent::Maybe};
}

Result<HttpResponse> checkedWrite(const Result<HttpResponse> &reply, QByteArrayView expected)
{
    if (!reply) {
        // An answer that is not followed is an answer all the same.
        const Error &error = reply.error();
        return isRedirect(error.httpStatus) ? tl::unexpected(unknownOutcome(error.what, error.httpStatus)) : reply;
    }
    const auto checked = requireOk(reply, expected);
    if (checked) {
        return checked;
    }
    const Error &error = checked.error();
    if (const QString words = mendingWords(*reply); !words.isEmpty()) {
        return refused(error, ErrorKind::Unauthorized, words);
    }
    const QString own = ownWords(*reply);
    if (isOwnNotFound(*reply, own)) {
        return refused(error, ErrorKind::NotFound, own);
    }
    switch (reply->status) {
    case 400:
    case 413:
    case 415:
    case 422:
        return own.isEmpty() ? tl::unexpected(unknownOutcome(error.what, reply->status)) : refused(error, ErrorKind::Rejected, own);
    case 401:
    case 511:
        return refused(error, ErrorKind::Unauthorized, {});
    case 403:
        return refused(error, ErrorKind::Forbidden, {});
    case 429:
        return refused(error, ErrorKind::RateLimited, {});
    default:
        return tl::unexpected(unknownOutcome(own.isEmpty() ? error.what : own, reply->status, error.retryAfter));
    }
}

} // namespace quarterdeck::alertmanager
