#include "app/settings/oauth2reader.h"

#include "app/settings/fields.h"
#include "app/settings/proxyreader.h"
#include "app/settings/report.h"
#include "app/settings/tlsreader.h"
#include "app/yaml/yamlnode.h"

#include <QRegularExpression>

namespace quarterdeck {

namespace {

void warnUnknownKeys(const YamlNode &map, ConfigReport &report)
{
    QSet<QString> known {QStringLiteral("client_id"), QStringLiteral("client_secret"), QStringLiteral("client_secret_ref"),
        QStringLiteral("client_secret_file"), QStringLiteral("client_secret_env"), QStringLiteral("token_url"), QStringLiteral("scopes"),
        QStringLiteral("endpoint_params"), QStringLiteral("grant_type"), QStringLiteral("tls_config"), QStringLiteral("authorize_url"),
        QStringLiteral("redirect_port")};
    report.warnUnknown(map, known.unite(proxyKeys()), QStringLiteral("oauth2"));
}

Result<Done> readGrant(const YamlNode &map, OAuth2Config &oauth2)
{
    const QString grant = map.text(u"grant_type");
    if (grant == QLatin1StringView("authorization_code")) {
        oauth2.grant = OAuth2Config::Grant::AuthorizationCode;
    } else if (!grant.isEmpty() && grant != QLatin1StringView("client_credentials")) {
        return refuse(
            map.find(u"grant_type")->line, QStringLiteral("a grant_type is client_credentials, or authorization_code for a sign-in in the browser"));
    }
    return Done {};
}

Result<Done> readClient(const YamlNode &map, const QString &folder, OAuth2Config &oauth2)
{
    oauth2.clientId = map.text(u"client_id");
    auto secret = readSecret(map, QStringLiteral("client_secret"), folder);
    if (!secret) {
        return tl::unexpected(secret.error());
    }
    oauth2.clientSecret = *secret;
    if (oauth2.isByPerson() && oauth2.clientId.isEmpty()) {
        return refuse(map.line, QStringLiteral("oauth2 needs a client_id"));
    }
    if (!oauth2.isByPerson() && (oauth2.clientId.isEmpty() || secret->isEmpty())) {
        return refuse(map.line, QStringLiteral("oauth2 needs a client_id and one of client_secret_ref, client_secret_file and client_secret_env"));
    }
    return Done {};
}

// What a kind knows of itself may be left out where a person signs in.
Result<Done> readAddress(const YamlNode &map, QStringView key, bool isNeeded, QUrl &into)
{
    const QString address = map.text(key);
    if (address.isEmpty()) {
        return isNeeded ? refuse(map.line, QStringLiteral("oauth2 needs a %1").arg(key)) : Result<Done>(Done {});
    }
    return readUrl(address, map.find(key)->line).map([&into](const QUrl &url) {
        into = url;
        return Done {};
    });
}

Result<Done> readBrowser(const YamlNode &map, OAuth2Config &oauth2, ConfigReport &report)
{
    for (const QStringView key : {QStringView(u"authorize_url"), QStringView(u"redirect_port")}) {
        if (const YamlNode *given = map.find(key); given != nullptr && !oauth2.isByPerson()) {
            report.warn(given->line, QStringLiteral("%1 has no effect without grant_type: authorization_code").arg(key));
        }
    }
    const QString port = map.text(u"redirect_port");
    bool isNumber = true;
    oauth2.redirectPort = port.isEmpty() ? quint16(0) : port.toUShort(&isNumber);
    if (!isNumber || (!port.isEmpty() && oauth2.redirectPort < 1024)) {
        return refuse(map.find(u"redirect_port")->line, QStringLiteral("redirect_port is a number from 1024 to 65535"));
    }
    return readAddress(map, u"authorize_url", false, oauth2.authorizeUrl);
}

Result<Done> readParams(const YamlNode &map, OAuth2Config &oauth2)
{
    static const QRegularExpression Secretive(QStringLiteral("secret|passw|assertion|token$"), QRegularExpression::CaseInsensitiveOption);
    const YamlNode *given = map.find(u"endpoint_params");
    if (given == nullptr || given->isNull()) {
        return Done {};
    }
    if (!given->isMap()) {
        return refuse(given->line, QStringLiteral("endpoint_params is a map of names and values"));
    }
    for (const YamlEntry &entry : given->entries) {
        if (!entry.value.isScalar()) {
            return refuse(entry.line, QStringLiteral("the endpoint_params \"%1\" needs one value").arg(entry.key.left(80)));
        }
        if (Secretive.match(entry.key).hasMatch()) {
            return refuse(
                entry.line, QStringLiteral("the endpoint_params \"%1\" looks like a secret; only client_secret may be one").arg(entry.key.left(80)));
        }
        oauth2.endpointParams.insert(entry.key, entry.value.scalar.trimmed());
    }
    return Done {};
}

} // namespace

Result<OAuth2Config> readOAuth2(const YamlNode &map, const QString &folder, ConfigReport &report)
{
    OAuth2Config oauth2;
    if (!map.isMap()) {
        return refuse(map.line, QStringLiteral("oauth2 is a map of keys and values"));
    }
    warnUnknownKeys(map, report);
    const auto read = readGrant(map, oauth2)
                          .and_then([&](Done) { return readClient(map, folder, oauth2); })
                          .and_then([&](Done) { return readParams(map, oauth2); })
                          .and_then([&](Done) { return readAddress(map, u"token_url", !oauth2.isByPerson(), oauth2.tokenUrl); })
                          .and_then([&](Done) { return readBrowser(map, oauth2, report); });
    if (!read) {
        return tl::unexpected(read.error());
    }
    auto tls = readTls(map, folder, report);
    if (!tls) {
        return tl::unexpected(tls.error());
    }
    auto proxy = readProxy(map, folder, report);
    if (!proxy) {
        return tl::unexpected(proxy.error());
    }
    oauth2.scopes = map.texts(u"scopes");
    oauth2.tls = std::move(*tls);
    oauth2.proxy = std::move(*proxy);
    return oauth2;
}

} // namespace quarterdeck
