#include "app/net/origin.h"

#include "app/net/noproxy.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace quarterdeck {

bool isLoopback(const QString &host)
{
    const QString name = host.toLower();
    if (name == QLatin1StringView("localhost") || name == QLatin1StringView("::1")) {
        return true;
    }
    const QStringList parts = name.split(u'.');
    if (parts.size() != 4 || parts.first() != QLatin1StringView("127")) {
        return false;
    }
    for (const QString &part : parts) {
        bool ok = false;
        const uint octet = part.toUInt(&ok);
        if (!ok || octet > 255 || part.size() > 3) {
            return false;
        }
    }
    return true;
}

namespace {

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1StringView("https") ? 443 : 80);
}

bool goesThroughProxy(const HttpConfig &config)
{
    // Whatever list of exceptions there is, it keeps this machine off the proxy.
    return !config.proxy.url.isEmpty() && config.proxy.noProxy.isEmpty() && !isLoopback(QUrl(config.proxy.url).host());
}

// Whether a secret goes to a proxy on another machine in plain text.
bool tellsProxy(const HttpConfig &config)
{
    const QUrl proxy(config.proxy.url);
    const auto &headers = config.proxy.connectHeaders;
    return proxy.scheme() != QLatin1StringView("https") && !proxy.host().isEmpty() && !isLoopback(proxy.host())
        && std::any_of(headers.begin(), headers.end(), [](const ConfiguredHeader &header) { return !header.secret.isEmpty(); });
}

} // namespace

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

QString originText(const QUrl &url)
{
    if (url.host().isEmpty()) {
        return url.scheme() + u':';
    }
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host(QUrl::FullyEncoded));
    origin.setPort(url.port());
    return origin.toString(QUrl::FullyEncoded);
}

QString hostText(const QUrl &url)
{
    const QString host = url.host();
    return host.contains(u':') ? u'[' + host + u']' : host;
}

bool isSignInAddress(const QUrl &url)
{
    static const QRegularExpression Words(
        QStringLiteral("(^|[^a-z])(log-?in|sign-?in|sso|saml2?|oauth2?|openid-connect|oidc|auth|authorize|adfs|idp|cas|keycloak|accounts)([^a-z]|$)"),
        QRegularExpression::CaseInsensitiveOption);
    return Words.match(url.host()).hasMatch() || Words.match(url.path()).hasMatch();
}

Result<Done> checkUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty()) {
        return fail(ErrorKind::Rejected, QStringLiteral("The address is not complete. Write it as https://host:port."));
    }
    if (url.scheme() != QLatin1StringView("http") && url.scheme() != QLatin1StringView("https")) {
        return fail(ErrorKind::Rejected, QStringLiteral("Only http and https addresses are contacted, not %1:.").arg(url.scheme()));
    }
    if (!url.userInfo().isEmpty()) {
        return fail(
            ErrorKind::Rejected, QStringLiteral("The address of %1 holds a user name or password. Move them to basic_auth.").arg(hostText(url)));
    }
    return Done {};
}

Result<Done> checkSecrecy(const HttpConfig &config, const QUrl &url, bool hasSecretHeader)
{
    const bool hasSecret = config.auth != HttpConfig::Auth::None || hasSecretHeader;
    if (config.allowPlaintext) {
        return Done {};
    }
    if (tellsProxy(config) && url.scheme() == QLatin1StringView("https") && !isKeptOffProxy(url, config.proxy.noProxy)) {
        const QString proxy = hostText(QUrl(config.proxy.url));
        return fail(ErrorKind::Rejected,
            QStringLiteral("The secret for the proxy %1 is not sent over plain http. Use an https proxy, or allow it with allow_plaintext.")
                .arg(proxy),
            url.path());
    }
    if (!hasSecret) {
        return Done {};
    }
    const bool isLocal = isLoopback(url.host());
    if (url.scheme() == QLatin1StringView("http") && (!isLocal || goesThroughProxy(config))) {
        return fail(ErrorKind::Rejected,
            QStringLiteral("The password or token for %1 is not sent over plain http. Use https, or allow it with allow_plaintext.")
                .arg(hostText(url)),
            url.path());
    }
    if (url.scheme() == QLatin1StringView("https") && config.tls.insecureSkipVerify && config.tls.pinnedPublicKey.isEmpty() && !isLocal) {
        return fail(ErrorKind::Rejected,
            QStringLiteral("The password or token for %1 is not sent while its certificate goes unchecked. Add its CA file, or allow it "
                           "with allow_plaintext.")
                .arg(hostText(url)),
            url.path());
    }
    return Done {};
}

bool isSecretHeader(QByteArrayView name)
{
    static constexpr std::array<const char *, 5> Parts {"authorization", "cookie", "token", "api-key", "apikey"};
    const QByteArray lower = name.toByteArray().toLower();
    for (const char *part : Parts) {
        if (lower.contains(part)) {
            return true;
        }
    }
    return false;
}

} // namespace quarterdeck
