#include "app/core/clock.h"
#include "app/net/httpclient.h"
#include "app/net/retryafter.h"
#include "app/net/serverwords.h"

namespace quarterdeck {

namespace {

struct Verdict {
    ErrorKind kind;
    QString sentence; ///< %1 is the host.
    bool hasServerWords = true;
};

Verdict verdictOf(int status)
{
    switch (status) {
    case 401:
        return {ErrorKind::Unauthorized, QStringLiteral("%1 does not accept the sign-in: the password or token is missing, wrong or no longer valid"),
            false};
    case 403:
        return {ErrorKind::Forbidden, QStringLiteral("%1 knows this sign-in but does not allow it to do this")};
    case 404:
    case 410:
        return {ErrorKind::NotFound, QStringLiteral("%1 does not have what was asked for")};
    case 407:
        return {ErrorKind::Unauthorized, QStringLiteral("The proxy before %1 wants a sign-in of its own"), false};
    case 409:
        return {ErrorKind::Conflict, QStringLiteral("%1 reports that things have changed meanwhile")};
    case 429:
        return {ErrorKind::RateLimited, QStringLiteral("%1 asks us to wait"), false};
    case 511:
        return {ErrorKind::Unauthorized, QStringLiteral("The network wants a sign-in before it lets us reach %1"), false};
    default:
        break;
    }
    if (status >= 500) {
        return {ErrorKind::Server, QStringLiteral("%1 has an internal problem")};
    }
    if (status >= 400) {
        return {ErrorKind::Rejected, QStringLiteral("%1 refused the request")};
    }
    return {ErrorKind::Rejected, QStringLiteral("%1 gave an answer that is not a result")};
}

Error statusError(const HttpResponse &response)
{
    const Verdict verdict = verdictOf(response.status);
    Error error;
    error.kind = verdict.kind;
    error.httpStatus = response.status;
    error.where = response.url.path();
    error.what = verdict.sentence.arg(response.url.host()) + QStringLiteral(" (%1)").arg(response.status);
    if (response.status == 429 || response.status == 503) {
        error.retryAfter = retryAfterOf(response, SystemClock().now());
    }
    const QString words = verdict.hasServerWords ? serverWords(response.body, response.contentType) : QString();
    if (error.kind == ErrorKind::RateLimited && error.retryAfter) {
        error.what += QStringLiteral(": %1 s.").arg((error.retryAfter->count() + 999) / 1000);
    } else {
        error.what += words.isEmpty() ? QStringLiteral(".") : QStringLiteral(": ") + words;
    }
    return error;
}

tl::unexpected<Error> wrongBody(const HttpResponse &response, ErrorKind kind, const QString &what)
{
    return tl::unexpected(Error {kind, what, response.url.path(), response.status, std::nullopt});
}

} // namespace

Result<HttpResponse> requireOk(Result<HttpResponse> response, QByteArrayView expected)
{
    if (!response) {
        return response;
    }
    if (response->status < 200 || response->status > 299) {
        return tl::unexpected(statusError(*response));
    }
    const bool isPageExpected = expected == "text/html";
    if (!isPageExpected && looksLikeWebPage(response->body, response->contentType)) {
        return wrongBody(*response, ErrorKind::Unauthorized,
            QStringLiteral("%1 sent a web page instead of data: a login page or captive portal? Sign in there.").arg(response->url.host()));
    }
    const bool isWrongType = !expected.isEmpty() && !response->contentType.isEmpty() && response->contentType != expected;
    if (isWrongType && response->status != 204) {
        return wrongBody(*response, ErrorKind::BadPayload,
            QStringLiteral("%1 sent something else than asked for. Is another service at this address?").arg(response->url.host()));
    }
    return response;
}

} // namespace quarterdeck
