#include "app/net/transporterror.h"

#include "app/net/origin.h"

#include <curl/curl.h>

#include <cerrno>

namespace quarterdeck {

namespace {

// X509_V_ERR_* values, fixed for as long as OpenSSL has them.
constexpr long NotYetValid = 9;
constexpr long HasExpired = 10;
constexpr long HostMismatch = 62;

Error certificateError(const TransportFailure &failure)
{
    const QString host = failure.tls.serverName.isEmpty() ? hostText(failure.url) : failure.tls.serverName;
    Error error {ErrorKind::Tls, {}, {}, 0, std::nullopt};
    // curl compares names itself, before it asks OpenSSL for its verdict.
    if (failure.verifyResult == HostMismatch || failure.detail.contains("subject name") || failure.detail.contains("common name")) {
        error.certificate = CertificateFault::OtherName;
        error.what = QStringLiteral("The certificate presented by %1 is for a different host name. Check the address, or set server_name.").arg(host);
    } else if (failure.verifyResult == NotYetValid) {
        error.what = QStringLiteral("The certificate of %1 is not valid yet. Check the clock of this computer.").arg(host);
    } else if (failure.verifyResult == HasExpired) {
        error.what = QStringLiteral("The certificate of %1 has expired.").arg(host);
    } else {
        error.certificate = CertificateFault::UnknownSigner;
        error.what = QStringLiteral("The certificate of %1 is signed by an unknown authority. Add its CA file.").arg(host);
    }
    return error;
}

QString handshakeWords(const TransportFailure &failure)
{
    if (failure.detail.contains("wrong version number") || failure.detail.contains("packet length too long")) {
        return QStringLiteral("%1 does not speak TLS on port %2. Is it an http address?").arg(hostText(failure.url)).arg(failure.url.port(443));
    }
    if (failure.detail.contains("handshake failure")) {
        return QStringLiteral("%1 rejected the secure connection. Does it require a client certificate?").arg(hostText(failure.url));
    }
    const bool isNewest = failure.tls.minVersion == TlsConfig::Version::Tls13;
    return QStringLiteral("No secure connection to %1: it does not support TLS %2 or later.")
        .arg(hostText(failure.url), isNewest ? QStringLiteral("1.3") : QStringLiteral("1.2"));
}

/// What the other side said of our certificate, by the alert it ended the connection with; TLS 1.3 sends it after the handshake.
QString alertWords(const TransportFailure &failure)
{
    const QString host = hostText(failure.url);
    const bool hasOurs = !failure.tls.certFile.isEmpty() || !failure.tls.cert.isEmpty();
    if (failure.detail.contains("alert certificate required") || (!hasOurs && failure.detail.contains("alert bad certificate"))) {
        return QStringLiteral("%1 requires a client certificate. Set cert_file and key_file in tls_config.").arg(host);
    }
    for (const auto &[alert, why] : {std::pair {"alert bad certificate", "refuses it"}, std::pair {"alert unknown ca", "does not know who signed it"},
             std::pair {"alert certificate expired", "says that it has expired"}, std::pair {"alert certificate unknown", "refuses it"},
             std::pair {"alert certificate revoked", "says that it was revoked"},
             std::pair {"alert unsupported certificate", "does not support its type"}, std::pair {"alert access denied", "does not let it in"}}) {
        if (hasOurs && failure.detail.contains(alert)) {
            return QStringLiteral("%1 has looked at our client certificate and %2. Check cert_file and key_file in tls_config.")
                .arg(host, QString::fromLatin1(why));
        }
    }
    return {};
}

QString connectWords(const TransportFailure &failure)
{
    const QString host = hostText(failure.url);
    const int port = failure.url.port(failure.url.scheme() == QLatin1StringView("https") ? 443 : 80);
    if (!failure.proxy.isEmpty()) {
        return QStringLiteral("The proxy %1 cannot be reached.").arg(hostText(QUrl(failure.proxy)));
    }
    if (failure.osError == ENETUNREACH || failure.osError == EHOSTUNREACH) {
        return QStringLiteral("No route to %1 from this network.").arg(host);
    }
    if (failure.osError == ECONNREFUSED || failure.osError == 0) {
        return QStringLiteral("%1 refuses connections on port %2.").arg(host).arg(port);
    }
    return QStringLiteral("Cannot connect to %1 on port %2.").arg(host).arg(port);
}

QString seconds(Millis span)
{
    return span < Millis(1000) ? QStringLiteral("%1 ms").arg(span.count()) : QStringLiteral("%1 s").arg((span.count() + 500) / 1000);
}

Error proxyError(const TransportFailure &failure)
{
    const QString proxy = failure.proxy.isEmpty() ? QStringLiteral("The proxy") : QStringLiteral("The proxy %1").arg(hostText(QUrl(failure.proxy)));
    Error error;
    error.httpStatus = int(failure.proxyStatus);
    if (failure.proxyStatus == 407) {
        error.kind = ErrorKind::Unauthorized;
        error.what = proxy + QStringLiteral(" requires its own sign-in (407). Set Proxy-Authorization in proxy_connect_header.");
    } else {
        error.kind = ErrorKind::Offline;
        error.what = proxy + QStringLiteral(" does not connect to %1 (%2).").arg(hostText(failure.url)).arg(failure.proxyStatus);
    }
    return error;
}

Error byCode(const TransportFailure &failure)
{
    const QString host = hostText(failure.url);
    const auto make = [](ErrorKind kind, QString what) { return Error {kind, std::move(what), {}, 0, std::nullopt}; };
    switch (failure.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return make(ErrorKind::Offline, QStringLiteral("Cannot find %1. Name lookup failed.").arg(host));
    case CURLE_COULDNT_RESOLVE_PROXY:
        return make(ErrorKind::Offline, QStringLiteral("Cannot find the proxy %1. Name lookup failed.").arg(hostText(QUrl(failure.proxy))));
    case CURLE_COULDNT_CONNECT:
        return make(ErrorKind::Offline, connectWords(failure));
    case CURLE_OPERATION_TIMEDOUT:
        return make(ErrorKind::Timeout, QStringLiteral("%1 timed out after %2.").arg(host, seconds(failure.elapsed)));
    case CURLE_PEER_FAILED_VERIFICATION:
        return certificateError(failure);
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
        return make(ErrorKind::Tls,
            QStringLiteral("%1 presented a different key from the pinned one. Do not continue until you know who changed it.").arg(host));
    case CURLE_SSL_CACERT_BADFILE:
        return make(ErrorKind::Tls,
            failure.tls.ca.isEmpty() ? QStringLiteral("Cannot read the CA file %1.").arg(failure.tls.caFile)
                                     : QStringLiteral("Cannot read the certificates of ca in tls_config."));
    case CURLE_SSL_CERTPROBLEM:
        return make(ErrorKind::Tls,
            QStringLiteral("Cannot use the client certificate %1 with its key %2.")
                .arg(failure.tls.cert.isEmpty() ? failure.tls.certFile : QStringLiteral("in tls_config"), failure.tls.keyFile));
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
        return make(ErrorKind::Tls, handshakeWords(failure));
    case CURLE_PARTIAL_FILE:
        return make(ErrorKind::Offline, QStringLiteral("The answer of %1 was cut off.").arg(host));
    case CURLE_BAD_CONTENT_ENCODING:
        return make(ErrorKind::BadPayload, QStringLiteral("%1 used an unsupported compression.").arg(host));
    case CURLE_FILESIZE_EXCEEDED:
        return bodyTooLarge(failure);
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
        return make(ErrorKind::BadPayload, QStringLiteral("%1 does not speak HTTP on this port.").arg(host));
    case CURLE_URL_MALFORMAT:
        return make(ErrorKind::Rejected, QStringLiteral("The address of %1 cannot be used.").arg(host));
    case CURLE_FAILED_INIT:
    case CURLE_OUT_OF_MEMORY:
        return make(ErrorKind::Internal, QStringLiteral("The request could not be started."));
    default:
        return make(ErrorKind::Offline, QStringLiteral("%1 closed the connection unexpectedly.").arg(host));
    }
}

} // namespace

Error transportError(const TransportFailure &failure)
{
    Error error = !failure.isConnected && failure.proxyStatus >= 300 ? proxyError(failure) : byCode(failure);
    if (const QString words = alertWords(failure); !words.isEmpty() && failure.code != CURLE_PEER_FAILED_VERIFICATION) {
        error.kind = ErrorKind::Tls;
        error.what = words;
    }
    error.where = failure.url.path();
    error.sent = failure.wasSent ? Sent::Maybe : Sent::No;
    return error;
}

Error bodyTooLarge(const TransportFailure &failure)
{
    const qint64 megabytes = failure.maxBody / (1024 * 1024);
    const QString size = megabytes > 0 ? QStringLiteral("%1 MB").arg(megabytes) : QStringLiteral("%1 bytes").arg(failure.maxBody);
    return Error {ErrorKind::BadPayload, QStringLiteral("%1 answered with more than %2. Narrow the request.").arg(hostText(failure.url), size),
        failure.url.path(), 0, std::nullopt, failure.wasSent ? Sent::Maybe : Sent::No};
}

} // namespace quarterdeck
