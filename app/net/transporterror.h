#pragma once

#include "app/core/endpoint.h"
#include "app/core/error.h"

namespace quarterdeck {

/// What is known about a transfer that ended without a complete answer.
struct TransportFailure {
    int code = 0;             ///< CURLcode.
    long verifyResult = 0;    ///< X509_V_ERR_* of OpenSSL; 0 when the chain was fine or never seen.
    long proxyStatus = 0;     ///< Answer of a proxy to CONNECT; 0 without one.
    int osError = 0;          ///< errno of a failed connect.
    bool isConnected = false; ///< The connection, with TLS where asked for, was ready.
    bool wasSent = false;     ///< Bytes of the request were written.
    Millis elapsed {0};
    qint64 maxBody = 0;
    QUrl url;
    QString proxy;
    TlsConfig tls;
    QByteArray detail; ///< curl's own words, only looked at, never shown.
};

/// The failure in plain words, with the kind a caller decides by. `where` is the path.
Error transportError(const TransportFailure &failure);
/// "The answer of eu-am is larger than 32 MB."
Error bodyTooLarge(const TransportFailure &failure);

} // namespace quarterdeck
