#include "app/settings/httpreader.h"

#include "app/core/regularfile.h"
#include "app/settings/fields.h"
#include "app/settings/headerreader.h"
#include "app/settings/oauth2reader.h"
#include "app/settings/paths.h"
#include "app/settings/proxyreader.h"
#include "app/settings/report.h"
#include "app/settings/tlsreader.h"
#include "app/yaml/yamlnode.h"

namespace quarterdeck {

namespace {

constexpr qint64 LongestName = 1024;

// "username", or the content of "username_file".
Result<QString> readUsername(const YamlNode &map, const QString &folder)
{
    const QString name = map.text(u"username");
    const QString path = map.text(u"username_file");
    if (path.isEmpty()) {
        return name;
    }
    if (!name.isEmpty()) {
        return refuse(map.line, QStringLiteral("basic_auth has username and username_file; keep one of them"));
    }
    const QString resolved = resolvedPath(path, folder);
    const auto bytes = readRegularFile(resolved, LongestName);
    if (!bytes) {
        return refuse(map.line, QStringLiteral("username_file %1 cannot be read: %2").arg(resolved, bytes.error().what));
    }
    const QString read = QString::fromUtf8(*bytes).trimmed();
    if (read.isEmpty() || read.contains(u'\n')) {
        return refuse(map.line, QStringLiteral("username_file %1 does not hold one name on one line").arg(resolved));
    }
    return read;
}

Result<Done> readBasicAuth(const YamlNode &map, const QString &folder, HttpConfig &http, ConfigReport &report)
{
    report.warnUnknown(map,
        {QStringLiteral("username"), QStringLiteral("username_file"), QStringLiteral("password"), QStringLiteral("password_ref"),
            QStringLiteral("password_file"), QStringLiteral("password_env")},
        QStringLiteral("basic_auth"));
    auto secret = readSecret(map, QStringLiteral("password"), folder);
    if (!secret) {
        return tl::unexpected(secret.error());
    }
    const auto username = readUsername(map, folder);
    if (!username) {
        return tl::unexpected(username.error());
    }
    http.auth = HttpConfig::Auth::Basic;
    http.username = *username;
    http.secret = *secret;
    if (http.username.isEmpty() || secret->isEmpty()) {
        return refuse(
            map.line, QStringLiteral("basic_auth needs a username or username_file and one of password_ref, password_file and password_env"));
    }
    return Done {};
}

Result<Done> readAuthorization(const YamlNode &map, const QString &folder, HttpConfig &http, ConfigReport &report)
{
    report.warnUnknown(map,
        {QStringLiteral("type"), QStringLiteral("credentials"), QStringLiteral("credentials_ref"), QStringLiteral("credentials_file"),
            QStringLiteral("credentials_env")},
        QStringLiteral("authorization"));
    auto secret = readSecret(map, QStringLiteral("credentials"), folder);
    if (!secret) {
        return tl::unexpected(secret.error());
    }
    http.auth = HttpConfig::Auth::Authorization;
    http.secret = *secret;
    if (const QString type = map.text(u"type"); !type.isEmpty()) {
        http.authType = type;
    }
    if (http.authType.compare(QLatin1StringView("basic"), Qt::CaseInsensitive) == 0) {
        return refuse(map.line, QStringLiteral("authorization cannot be of type Basic; use basic_auth"));
    }
    if (http.authType.contains(u'\n') || http.authType.contains(u'\r')) {
        return refuse(map.line, QStringLiteral("the type of authorization is one line"));
    }
    if (secret->isEmpty()) {
        return refuse(map.line, QStringLiteral("authorization needs one of credentials_ref, credentials_file and credentials_env"));
    }
    return Done {};
}

Result<Done> readTokenFile(const QString &path, const QString &folder, HttpConfig &http)
{
    if (!path.isEmpty()) {
        http.auth = HttpConfig::Auth::Authorization;
        http.secret.file = resolvedPath(path, folder);
    }
    return Done {};
}

Result<Done> readAuth(const YamlNode &backend, const QString &folder, HttpConfig &http, ConfigReport &report)
{
    if (const YamlNode *token = backend.find(u"bearer_token"); token != nullptr && !token->isNull()) {
        return refuse(token->line, inlineSecretSentence(QStringLiteral("bearer_token"), QStringLiteral("authorization: credentials")));
    }
    const YamlNode *basic = backend.find(u"basic_auth");
    const YamlNode *authorization = backend.find(u"authorization");
    const YamlNode *oauth2 = backend.find(u"oauth2");
    const QString tokenFile = backend.text(u"bearer_token_file");
    if (int(basic != nullptr) + int(authorization != nullptr) + int(oauth2 != nullptr) + int(!tokenFile.isEmpty()) > 1) {
        return refuse(backend.line, QStringLiteral("only one of basic_auth, authorization, oauth2 and bearer_token_file may be given"));
    }
    if (basic != nullptr) {
        return readBasicAuth(*basic, folder, http, report);
    }
    if (authorization != nullptr) {
        return readAuthorization(*authorization, folder, http, report);
    }
    if (oauth2 == nullptr) {
        return readTokenFile(tokenFile, folder, http);
    }
    return readOAuth2(*oauth2, folder, report).map([&](OAuth2Config read) {
        http.auth = HttpConfig::Auth::OAuth2;
        http.oauth2 = std::move(read);
        return Done {};
    });
}

} // namespace

const QSet<QString> &httpConfigKeys()
{
    static const QSet<QString> Keys = QSet<QString> {QStringLiteral("basic_auth"), QStringLiteral("authorization"), QStringLiteral("oauth2"),
        QStringLiteral("bearer_token"), QStringLiteral("bearer_token_file"), QStringLiteral("tls_config"), QStringLiteral("enable_http2"),
        QStringLiteral("http_headers"), QStringLiteral("follow_redirects"), QStringLiteral("allow_plaintext")}
                                          .unite(proxyKeys());
    return Keys;
}

Result<HttpConfig> readHttpConfig(const YamlNode &backend, const QString &folder, ConfigReport &report)
{
    HttpConfig http;
    if (const YamlNode *given = backend.find(u"follow_redirects")) {
        report.warn(given->line, QStringLiteral("follow_redirects is ignored: redirects are never followed to another place"));
    }
    const auto take = [](auto read, auto &into) {
        return read.map([&into](auto value) {
            into = std::move(value);
            return Done {};
        });
    };
    const auto read = readAuth(backend, folder, http, report)
                          .and_then([&](Done) { return take(readTls(backend, folder, report), http.tls); })
                          .and_then([&](Done) { return take(readProxy(backend, folder, report), http.proxy); })
                          .and_then([&](Done) { return take(readHeaders(backend, u"http_headers", folder, report), http.headers); })
                          .and_then([&](Done) { return readFlag(backend, u"enable_http2", http.enableHttp2); })
                          .and_then([&](Done) { return readFlag(backend, u"allow_plaintext", http.allowPlaintext); });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return http;
}

} // namespace quarterdeck
