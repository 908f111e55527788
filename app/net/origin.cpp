#include "app/net/origin.h"

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

bool carriesProxy(const HttpConfig &config)
{
    return !config.proxyUrl.isEmpty() && !isLoopback(QUrl(config.proxyUrl).host());
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

Result<Done> checkUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty()) {
        return fail(ErrorKind::Rejected, QStringLiteral("The address is not complete. Write it as https://host:port."));
    }
    if (url.scheme() != QLatin1StringView("http") && url.scheme() != QLatin1StringView("https")) {
        return fail(ErrorKind::Rejected, QStringLiteral("Only http and https addresses are contacted, not %1:.").arg(url.scheme()));
    }
    if (!url.userInfo().isEmpty()) {
        return fail(ErrorKind::Rejected, QStringLiteral("The address of %1 holds a user name or password. Move them to basic_auth.").arg(url.host()));
    }
    return Done {};
}

Result<Done> checkSecrecy(const HttpConfig &config, const QUrl &url, bool hasSecretHeader)
{
    const bool hasSecret = config.auth != HttpConfig::Auth::None || hasSecretHeader;
    if (!hasSecret || config.allowPlaintext) {
        return Done {};
    }
    const bool isLocal = isLoopback(url.host());
    if (url.scheme() == QLatin1StringView("http") && (!isLocal || carriesProxy(config))) {
        return fail(ErrorKind::Rejected,
            QStringLiteral("The password or token for %1 is not sent over plain http. Use https, or allow it with allow_plaintext.").arg(url.host()),
            url.path());
    }
    if (url.scheme() == QLatin1StringView("https") && config.tls.insecureSkipVerify && config.tls.pinnedPublicKey.isEmpty() && !isLocal) {
        return fail(ErrorKind::Rejected,
            QStringLiteral("The password or token for %1 is not sent while its certificate goes unchecked. Add its CA file, or allow it "
                           "with allow_plaintext.")
                .arg(url.host()),
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
