#include "app/core/clock.h"
#include "app/net/httpclient.h"
#include "app/net/origin.h"
#include "app/net/retryafter.h"
#include "app/net/serverwords.h"

#include <algorithm>
#include <optional>

namespace quarterdeck {

namespace {

constexpr qsizetype MostLookedAt = 16'384;

struct Verdict {
    ErrorKind kind;
    QString sentence; ///< %1 is the host.
    bool hasServerWords = true;
};

Verdict verdictOf(int status)
{
    switch (status) {
    case 401:
        return {ErrorKind::Unauthorized, QStringLiteral("%1 rejected the credentials: password or token missing, wrong or expired"), false};
    case 403:
        return {ErrorKind::Forbidden, QStringLiteral("%1 accepted the credentials but denied permission")};
    case 404:
    case 410:
        return {ErrorKind::NotFound, QStringLiteral("%1 has no such resource")};
    case 407:
        return {ErrorKind::Unauthorized,
            QStringLiteral("The proxy for %1 requires its own sign-in; an https address can send it with proxy_connect_header"), false};
    case 409:
        return {ErrorKind::Conflict, QStringLiteral("%1 reports that the state has changed in the meantime")};
    case 429:
        return {ErrorKind::RateLimited, QStringLiteral("%1 is rate limiting requests"), false};
    case 511:
        return {ErrorKind::Unauthorized, QStringLiteral("The network requires sign-in before %1 can be reached (captive portal)"), false};
    default:
        break;
    }
    if (status >= 500) {
        return {ErrorKind::Server, QStringLiteral("%1 returned a server error")};
    }
    if (status >= 400) {
        return {ErrorKind::Rejected, QStringLiteral("%1 rejected the request")};
    }
    return {ErrorKind::Rejected, QStringLiteral("%1 returned an unexpected status")};
}

/// What a refusal is about, where its body tells more than its status; nothing for others.
std::optional<Verdict> verdictOf(const HttpResponse &response)
{
    const QByteArray start = response.body.first(std::min<qsizetype>(response.body.size(), MostLookedAt)).toLower();
    if (response.status < 300 || response.status == 407) {
        return std::nullopt;
    }
    if (looksLikeWebPage(response.body, response.contentType) && looksLikeSignIn(start)) {
        return Verdict {ErrorKind::Unauthorized,
            QStringLiteral("%1 sent a sign-in page instead of data: the password or token is missing, wrong or not what it takes"), false};
    }
    if (response.status > 499) {
        return std::nullopt;
    }
    if (start.contains("no org id")) {
        return Verdict {ErrorKind::Rejected, QStringLiteral("%1 needs a tenant (no org id). Set it as X-Scope-OrgID in http_headers"), false};
    }
    if (response.status == 496 || start.contains("no required ssl certificate was sent")) {
        return Verdict {ErrorKind::Tls, QStringLiteral("%1 requires a client certificate. Set cert_file and key_file in tls_config"), false};
    }
    if (response.status == 495 || start.contains("the ssl certificate error")) {
        return Verdict {ErrorKind::Tls, QStringLiteral("%1 rejected our client certificate. Check cert_file and key_file in tls_config"), false};
    }
    return std::nullopt;
}

Error statusError(const HttpResponse &response)
{
    const Verdict verdict = verdictOf(response).value_or(verdictOf(response.status));
    Error error;
    error.kind = verdict.kind;
    error.httpStatus = response.status;
    error.where = response.url.path();
    error.sent = Sent::Yes;
    error.what = verdict.sentence.arg(hostText(response.url)) + QStringLiteral(" (%1)").arg(response.status);
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
    return tl::unexpected(Error {kind, what, response.url.path(), response.status, std::nullopt, Sent::Yes});
}

} // namespace

Result<HttpResponse> requireWhole(Result<HttpResponse> response)
{
    if (!response || response->status == 200) {
        return response;
    }
    const QString host = hostText(response->url);
    const auto refuse = [&](const QString &what) { return wrongBody(*response, ErrorKind::BadPayload, what.arg(host).arg(response->status)); };
    switch (response->status) {
    case 202:
        return refuse(QStringLiteral("%1 accepted the request but did not answer it (%2)."));
    case 203:
        return refuse(QStringLiteral("A proxy changed the answer of %1 on the way (%2), so it may be incomplete."));
    case 204:
    case 205:
        return refuse(QStringLiteral("%1 returned an empty answer (%2)."));
    case 206:
        return refuse(QStringLiteral("%1 sent only part of its answer (%2)."));
    default:
        return refuse(QStringLiteral("%1 returned an incomplete answer (%2)."));
    }
}

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
            QStringLiteral("%1 sent a web page instead of data: a login page or captive portal? Sign in there.").arg(hostText(response->url)));
    }
    const bool isWrongType = !expected.isEmpty() && !response->contentType.isEmpty() && response->contentType != expected;
    if (isWrongType && response->status != 204) {
        return wrongBody(*response, ErrorKind::BadPayload,
            QStringLiteral("%1 returned the wrong content type. Is another service running at this address?").arg(hostText(response->url)));
    }
    return response;
}

} // namespace quarterdeck
