#pragma once

#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <vector>

namespace quarterdeck {

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
    enum class Version : quint8 { Tls12, Tls13 };
    QString ca; ///< PEM text of authorities instead of caFile.
    QString caFile;
    QString cert; ///< PEM text of our certificate instead of certFile.
    QString certFile;
    QString keyFile;
    QString serverName;
    QString pinnedPublicKey; ///< "sha256//<base64>", optional.
    Version minVersion = Version::Tls12;
    bool insecureSkipVerify = false;

    friend bool operator==(const TlsConfig &, const TlsConfig &) = default;
};

/// A header line of the configuration. Exactly one of text and secret is set.
struct ConfiguredHeader {
    QString name;
    QString text;
    SecretRef secret;

    friend bool operator==(const ConfiguredHeader &, const ConfiguredHeader &) = default;
};

/// How a server is reached through a proxy.
struct ProxyConfig {
    QString url;                                  ///< Empty: no proxy.
    QString noProxy;                              ///< Hosts reached without it, written as in the variable NO_PROXY.
    std::vector<ConfiguredHeader> connectHeaders; ///< Sent to the proxy when it is asked for a tunnel.
    bool fromEnvironment = false;                 ///< The usual variables decide instead.

    friend bool operator==(const ProxyConfig &, const ProxyConfig &) = default;
};

/// `oauth2` of Prometheus: the client credentials grant of RFC 6749, section 4.4. Beyond Prometheus, the sign-in of a person in the browser:
/// the authorization code grant of section 4.1 with the proof key of RFC 7636.
struct OAuth2Config {
    enum class Grant : quint8 { ClientCredentials, AuthorizationCode };
    Grant grant = Grant::ClientCredentials;
    QString clientId;
    SecretRef clientSecret; ///< Empty for a client that cannot keep one, only where a person signs in.
    QUrl tokenUrl;
    QStringList scopes;
    QMap<QString, QString> endpointParams; ///< Sent along to the token URL.
    TlsConfig tls;                         ///< For the token URL; those of the backend do not count there.
    ProxyConfig proxy;                     ///< As tls.
    QUrl authorizeUrl;                     ///< Where a person signs in, with the browser.
    quint16 redirectPort = 0;              ///< Of 127.0.0.1, to which the browser comes back; 0: any.
    QString signInName;                    ///< The backend that a person signs in to, as in `qdeck signin NAME`.

    bool isByPerson() const { return grant == Grant::AuthorizationCode; }
    friend bool operator==(const OAuth2Config &, const OAuth2Config &) = default;
};

/// `http_config` of Prometheus, key for key. Exactly one kind of authentication.
/// Source: prometheus/common config/http_config.go.
struct HttpConfig {
    enum class Auth : quint8 { None, Basic, Authorization, OAuth2 };
    Auth auth = Auth::None;
    QString username;                            ///< basic_auth.username
    QString authType = QStringLiteral("Bearer"); ///< authorization.type
    SecretRef secret;                            ///< The password, or the credentials.
    std::optional<OAuth2Config> oauth2;          ///< Set exactly for Auth::OAuth2.
    TlsConfig tls;
    ProxyConfig proxy;
    std::vector<ConfiguredHeader> headers; ///< http_headers, in order; a name may come more than once.
    bool enableHttp2 = true;
    bool allowPlaintext = false; ///< A secret over plain http to another host is refused without this.

    /// True where a certificate on the way goes unchecked: of the backend, or of where its tokens come from.
    bool skipsVerification() const { return tls.insecureSkipVerify || (oauth2 && oauth2->tls.insecureSkipVerify); }
    friend bool operator==(const HttpConfig &, const HttpConfig &) = default;
};

} // namespace quarterdeck
