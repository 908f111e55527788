#pragma once

#include "app/core/time.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <vector>

namespace quarterdeck {

/// Name of a configured backend ("eu-am"): unique in one configuration, stable over restarts.
using SourceId = QString;

/// Where a secret is to be found; never the secret itself. At most one of the three is set.
struct SecretRef {
    QString keychain; ///< "keychain:<name>" in the configuration: an entry of the SecretStore.
    QString file;     ///< A file that holds it, absolute.
    QString env;      ///< An environment variable that holds it.

    bool isEmpty() const { return keychain.isEmpty() && file.isEmpty() && env.isEmpty(); }
    friend bool operator==(const SecretRef &, const SecretRef &) = default;
};

/// `tls_config` of Prometheus.
struct TlsConfig {
    QString caFile;
    QString certFile;
    QString keyFile;
    QString serverName;
    QString pinnedPublicKey; ///< "sha256//<base64>", optional.
    bool insecureSkipVerify = false;

    friend bool operator==(const TlsConfig &, const TlsConfig &) = default;
};

/// `http_config` of Prometheus, key for key. Exactly one kind of authentication.
/// Source: prometheus/common config/http_config.go.
struct HttpConfig {
    enum class Auth : quint8 { None, Basic, Authorization };
    Auth auth = Auth::None;
    QString username;                            ///< basic_auth.username
    QString authType = QStringLiteral("Bearer"); ///< authorization.type
    SecretRef secret;                            ///< The password, or the credentials.
    TlsConfig tls;
    QString proxyUrl; ///< Empty: no proxy.
    bool proxyFromEnvironment = false;
    bool enableHttp2 = true;
    bool allowPlaintext = false;    ///< A secret over plain http to another host is refused without this.
    QMap<QString, QString> headers; ///< http_headers with literal values.

    friend bool operator==(const HttpConfig &, const HttpConfig &) = default;
};

/// One configured backend.
struct Endpoint {
    SourceId id;
    QString kind;           ///< "prometheus", "alertmanager", "journal".
    std::vector<QUrl> urls; ///< Members of one cluster; at least one.
    HttpConfig http;
    QMap<QString, QString> options; ///< Keys that only this kind knows, checked by its Connector.
    Millis pollEvery {15'000};

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

} // namespace quarterdeck
