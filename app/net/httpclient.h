#pragma once

#include "app/core/async.h"
#include "app/core/endpoint.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <vector>

namespace quarterdeck {

class Clock;
class SecretResolver;
struct AuthorizationCode;
struct SignedIn;

/// One request. Redirects are never followed on their own; verification is always on unless the endpoint says otherwise.
struct HttpRequest {
    enum class Method : quint8 { Get, Post, Delete, Put };
    Method method = Method::Get;
    QUrl url;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QByteArray contentType;
    Millis timeout {30'000};             ///< For all of it, redirects too. 0: a stream without an end.
    Millis stall {0};                    ///< It is over when next to nothing has come for so long; 0: half of the time-out, 15 s at least.
    qint64 maxBody = 32LL * 1024 * 1024; ///< Units: bytes after decompression; more is BadPayload, with the size in words.
    /// Streams: takes the body piece by piece instead of HttpResponse::body; false stops the transfer, which then finishes as a success.
    /// Only bodies of good answers arrive here: error statuses and web pages fill HttpResponse::body as usual, for requireOk().
    /// maxBody does not bound a stream without an end. Thread: io.
    std::function<bool(QByteArrayView)> onData;
    std::function<void()> onProgress; ///< Called when a part of the body has come. Thread: io.
};

/// One complete answer with any status.
struct HttpResponse {
    int status = 0;
    QByteArray contentType; ///< Lower case, without parameters.
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< Names in lower case.
    Millis elapsed {0};
    /// Server minus us by the Date header; 0 when absent.
    Millis clockSkew {0};
    QUrl url; ///< What was asked, after redirects.

    /// The first header of that name (in lower case), or nothing.
    QByteArray header(QByteArrayView name) const;
};

/// The one way out: libcurl in the event loop of the io thread, with one profile for all requests.
/// Thread: io, where it must be made.
class HttpClient {
public:
    /// `clock` outlives it.
    HttpClient(std::shared_ptr<SecretResolver> secrets, const Clock &clock);
    ~HttpClient();

    /// Sends with the endpoint's authentication, TLS and proxy settings.
    /// Errors: Offline, Timeout, Tls, Cancelled, BadPayload (too large, bad encoding), Rejected (refused scheme, redirect to another
    /// place, secret over plaintext). A failure after the request was written has Sent::Maybe.
    /// An HTTP status is not an error here: see requireOk().
    Async<HttpResponse> send(const HttpConfig &config, HttpRequest request, CancelToken cancel);
    /// Bytes of bodies that have come so far, of all exchanges together, as they were sent: whether anybody is still talking. Thread: any.
    quint64 heard() const;
    /// For after a suspend or a change of the network: requests from now on make connections of their own and look names up again, and streams end
    /// with Offline. What is under way otherwise goes on.
    void renewConnections();
    /// Exchanges what a browser brought back from a sign-in, and keeps what renews its access tokens: see SignIns::exchange().
    Async<SignedIn> signIn(const HttpConfig &config, const AuthorizationCode &code);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Turns statuses and wrong bodies into errors: 401 and web pages with 200 -> Unauthorized, 403, 404, 409, 429 (with retryAfter), 4xx ->
/// Rejected with the server's own words, 5xx -> Server. `expected` is the content type a good answer has ("application/json"), or empty.
Result<HttpResponse> requireOk(Result<HttpResponse> response, QByteArrayView expected);
/// For questions, beside requireOk(): whatever is not 200 is no whole answer, however good its body looks: a part of it (206), a promise
/// (202), one that a proxy has changed (203), nothing (204, 205). Errors: BadPayload.
Result<HttpResponse> requireWhole(Result<HttpResponse> response);

} // namespace quarterdeck
