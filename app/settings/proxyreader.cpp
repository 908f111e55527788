#include "app/settings/proxyreader.h"

#include "app/settings/fields.h"
#include "app/settings/headerreader.h"
#include "app/settings/report.h"
#include "app/yaml/yamlnode.h"

namespace quarterdeck {

namespace {

Result<Done> checkAddress(const YamlNode &map, const QString &text)
{
    const QUrl url(text);
    if (!text.isEmpty() && (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())) {
        return refuse(map.find(u"proxy_url")->line,
            QStringLiteral("proxy_url is a URL with a host and without a name or password; those go into proxy_connect_header"));
    }
    return Done {};
}

// The same contradictions that Prometheus refuses; what merely has no effect is only named.
Result<Done> checkTogether(const YamlNode &map, const ProxyConfig &proxy, ConfigReport &report)
{
    if (proxy.fromEnvironment && !proxy.url.isEmpty()) {
        return refuse(map.find(u"proxy_url")->line, QStringLiteral("proxy_url and proxy_from_environment exclude each other; keep one of them"));
    }
    if (!proxy.noProxy.isEmpty() && proxy.url.isEmpty()) {
        report.warn(map.find(u"no_proxy")->line,
            proxy.fromEnvironment ? QStringLiteral("no_proxy is ignored: with proxy_from_environment the variable NO_PROXY decides")
                                  : QStringLiteral("no_proxy has no effect without proxy_url"));
    }
    if (!proxy.connectHeaders.empty() && proxy.url.isEmpty() && !proxy.fromEnvironment) {
        report.warn(map.find(u"proxy_connect_header")->line, QStringLiteral("proxy_connect_header has no effect without proxy_url"));
    }
    return Done {};
}

} // namespace

const QSet<QString> &proxyKeys()
{
    static const QSet<QString> Keys {
        QStringLiteral("proxy_url"), QStringLiteral("no_proxy"), QStringLiteral("proxy_from_environment"), QStringLiteral("proxy_connect_header")};
    return Keys;
}

Result<ProxyConfig> readProxy(const YamlNode &map, const QString &folder, ConfigReport &report)
{
    ProxyConfig proxy;
    proxy.url = map.text(u"proxy_url");
    proxy.noProxy = map.texts(u"no_proxy").join(u',');
    auto headers = readHeaders(map, u"proxy_connect_header", folder, report);
    if (!headers) {
        return tl::unexpected(headers.error());
    }
    proxy.connectHeaders = std::move(*headers);
    const auto checked = readFlag(map, u"proxy_from_environment", proxy.fromEnvironment)
                             .and_then([&](Done) { return checkAddress(map, proxy.url); })
                             .and_then([&](Done) { return checkTogether(map, proxy, report); });
    if (!checked) {
        return tl::unexpected(checked.error());
    }
    return proxy;
}

} // namespace quarterdeck
