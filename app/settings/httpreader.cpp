#include "app/settings/httpreader.h"

#include "app/settings/paths.h"
#include "app/settings/report.h"
#include "app/yaml/yamlnode.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace quarterdeck {

namespace {

constexpr qint64 LongestName = 1024;

tl::unexpected<Error> refuse(const YamlNode &at, const QString &sentence)
{
    return fail(ErrorKind::Rejected, sentence, QString::number(at.line));
}

QString inlineSecretSentence(const QString &key, const QString &base)
{
    return QStringLiteral("%1 holds a secret in the file itself. Move it to the keyring and write \"%2_ref: keychain:<name>\", "
                          "or to a file of your own and write \"%2_file: <path>\"")
        .arg(key, base);
}

// "<base>", "<base>_ref", "<base>_file" and "<base>_env" of a map.
Result<SecretRef> readSecret(const YamlNode &map, const QString &base, const QString &folder)
{
    if (const YamlNode *given = map.find(base); given != nullptr && !given->isNull()) {
        return refuse(*given, inlineSecretSentence(base, base));
    }
    SecretRef secret;
    int ways = 0;
    if (const QString ref = map.text(QString(base + QStringLiteral("_ref"))); !ref.isEmpty()) {
        const QLatin1StringView prefix("keychain:");
        if (!ref.startsWith(prefix) || ref.size() == prefix.size()) {
            return refuse(map, QStringLiteral("%1_ref is written \"keychain:<name>\"").arg(base));
        }
        secret.keychain = ref.mid(prefix.size());
        ++ways;
    }
    if (const QString path = map.text(QString(base + QStringLiteral("_file"))); !path.isEmpty()) {
        secret.file = resolvedPath(path, folder);
        ++ways;
    }
    if (const QString variable = map.text(QString(base + QStringLiteral("_env"))); !variable.isEmpty()) {
        secret.env = variable;
        ++ways;
    }
    if (ways > 1) {
        return refuse(map, QStringLiteral("%1 is given in more than one way; keep one of %1_ref, %1_file and %1_env").arg(base));
    }
    return secret;
}

// "username", or the content of "username_file".
Result<QString> readUsername(const YamlNode &map, const QString &folder)
{
    const QString name = map.text(u"username");
    const QString path = map.text(u"username_file");
    if (path.isEmpty()) {
        return name;
    }
    if (!name.isEmpty()) {
        return refuse(map, QStringLiteral("basic_auth has username and username_file; keep one of them"));
    }
    const QString resolved = resolvedPath(path, folder);
    QFile file(resolved);
    if (!QFileInfo(resolved).isFile() || !file.open(QIODevice::ReadOnly)) {
        return refuse(map, QStringLiteral("username_file %1 cannot be read").arg(resolved));
    }
    const QString read = QString::fromUtf8(file.read(LongestName)).trimmed();
    if (read.isEmpty() || read.contains(u'\n')) {
        return refuse(map, QStringLiteral("username_file %1 does not hold one name on one line").arg(resolved));
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
        return refuse(map, QStringLiteral("basic_auth needs a username or username_file and one of password_ref, password_file and password_env"));
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
        return refuse(map, QStringLiteral("authorization cannot be of type Basic; use basic_auth"));
    }
    if (http.authType.contains(u'\n') || http.authType.contains(u'\r')) {
        return refuse(map, QStringLiteral("the type of authorization is one line"));
    }
    if (secret->isEmpty()) {
        return refuse(map, QStringLiteral("authorization needs one of credentials_ref, credentials_file and credentials_env"));
    }
    return Done {};
}

Result<Done> readTls(const YamlNode &map, const QString &folder, TlsConfig &tls, ConfigReport &report)
{
    if (!map.isMap()) {
        return refuse(map, QStringLiteral("tls_config is a map of keys and values"));
    }
    report.warnUnknown(map,
        {QStringLiteral("ca_file"), QStringLiteral("cert_file"), QStringLiteral("key_file"), QStringLiteral("server_name"),
            QStringLiteral("insecure_skip_verify"), QStringLiteral("pinned_public_key"), QStringLiteral("key")},
        QStringLiteral("tls_config"));
    if (const YamlNode *key = map.find(u"key"); key != nullptr && !key->isNull()) {
        return refuse(
            *key, QStringLiteral("tls_config.key holds a private key in the file itself. Put it into a file and write \"key_file: <path>\""));
    }
    tls.caFile = resolvedPath(map.text(u"ca_file"), folder);
    tls.certFile = resolvedPath(map.text(u"cert_file"), folder);
    tls.keyFile = resolvedPath(map.text(u"key_file"), folder);
    tls.serverName = map.text(u"server_name");
    tls.pinnedPublicKey = map.text(u"pinned_public_key");
    if (tls.certFile.isEmpty() != tls.keyFile.isEmpty()) {
        return refuse(map, QStringLiteral("tls_config needs cert_file and key_file together"));
    }
    if (const YamlNode *skip = map.find(u"insecure_skip_verify"); skip != nullptr && !skip->isNull()) {
        const auto flag = skip->boolean();
        if (!flag) {
            return refuse(*skip, QStringLiteral("insecure_skip_verify is true or false"));
        }
        tls.insecureSkipVerify = *flag;
    }
    return Done {};
}

Result<Done> readFlag(const YamlNode &backend, QStringView key, bool &flag)
{
    if (const YamlNode *given = backend.find(key); given != nullptr && !given->isNull()) {
        const auto value = given->boolean();
        if (!value) {
            return refuse(*given, key.toString() + QStringLiteral(" is true or false"));
        }
        flag = *value;
    }
    return Done {};
}

// `http_headers: {X-Scope-OrgID: {values: [team-a]}}`, or with the value alone.
Result<Done> readHeaders(const YamlNode &map, HttpConfig &http, ConfigReport &report)
{
    static const QRegularExpression Token(QStringLiteral("^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$"));
    static const QRegularExpression Secretive(QStringLiteral("auth|cookie|token|secret|passw|api-?key"), QRegularExpression::CaseInsensitiveOption);
    if (!map.isMap()) {
        return refuse(map, QStringLiteral("http_headers is a map of header names and values"));
    }
    for (const YamlEntry &entry : map.entries) {
        if (!Token.match(entry.key).hasMatch()) {
            return refuse(entry.value, QStringLiteral("\"%1\" is not a header name").arg(entry.key.left(80)));
        }
        if (Secretive.match(entry.key).hasMatch() || entry.value.find(u"secrets") != nullptr || entry.value.find(u"files") != nullptr) {
            return refuse(entry.value,
                QStringLiteral("the header %1 looks like a secret. Use authorization with credentials_ref or credentials_file").arg(entry.key));
        }
        const QStringList values = entry.value.isMap() ? entry.value.texts(u"values") : entry.value.texts();
        if (values.size() > 1) {
            report.warn(entry.line, QStringLiteral("only the first value of the header %1 is sent").arg(entry.key));
        }
        if (values.isEmpty() || values.first().contains(u'\n') || values.first().contains(u'\r')) {
            return refuse(entry.value, QStringLiteral("the header %1 needs one value on one line").arg(entry.key));
        }
        http.headers.insert(entry.key, values.first());
    }
    return Done {};
}

Result<Done> readAuth(const YamlNode &backend, const QString &folder, HttpConfig &http, ConfigReport &report)
{
    if (const YamlNode *oauth = backend.find(u"oauth2")) {
        return refuse(*oauth, QStringLiteral("oauth2 is not supported; use authorization with credentials_ref or credentials_file"));
    }
    if (const YamlNode *token = backend.find(u"bearer_token"); token != nullptr && !token->isNull()) {
        return refuse(*token, inlineSecretSentence(QStringLiteral("bearer_token"), QStringLiteral("authorization: credentials")));
    }
    const YamlNode *basic = backend.find(u"basic_auth");
    const YamlNode *authorization = backend.find(u"authorization");
    const QString tokenFile = backend.text(u"bearer_token_file");
    if (int(basic != nullptr) + int(authorization != nullptr) + int(!tokenFile.isEmpty()) > 1) {
        return refuse(backend, QStringLiteral("only one of basic_auth, authorization and bearer_token_file may be given"));
    }
    if (basic != nullptr) {
        return readBasicAuth(*basic, folder, http, report);
    }
    if (authorization != nullptr) {
        return readAuthorization(*authorization, folder, http, report);
    }
    if (!tokenFile.isEmpty()) {
        http.auth = HttpConfig::Auth::Authorization;
        http.secret.file = resolvedPath(tokenFile, folder);
    }
    return Done {};
}

} // namespace

const QSet<QString> &httpConfigKeys()
{
    static const QSet<QString> Keys {QStringLiteral("basic_auth"), QStringLiteral("authorization"), QStringLiteral("oauth2"),
        QStringLiteral("bearer_token"), QStringLiteral("bearer_token_file"), QStringLiteral("tls_config"), QStringLiteral("proxy_url"),
        QStringLiteral("proxy_from_environment"), QStringLiteral("no_proxy"), QStringLiteral("proxy_connect_header"), QStringLiteral("enable_http2"),
        QStringLiteral("http_headers"), QStringLiteral("follow_redirects"), QStringLiteral("allow_plaintext")};
    return Keys;
}

Result<HttpConfig> readHttpConfig(const YamlNode &backend, const QString &folder, ConfigReport &report)
{
    HttpConfig http;
    for (const QStringView key : {QStringView(u"follow_redirects"), QStringView(u"no_proxy"), QStringView(u"proxy_connect_header")}) {
        if (const YamlNode *given = backend.find(key)) {
            report.warn(given->line,
                QStringLiteral("%1 is ignored%2")
                    .arg(key, key == u"follow_redirects" ? QStringLiteral(": redirects are never followed to another place") : QString()));
        }
    }
    http.proxyUrl = backend.text(u"proxy_url");
    if (const QUrl proxy(http.proxyUrl); !http.proxyUrl.isEmpty() && (!proxy.isValid() || proxy.host().isEmpty() || !proxy.userInfo().isEmpty())) {
        return refuse(*backend.find(u"proxy_url"), QStringLiteral("proxy_url is a URL with a host and without a name or password"));
    }
    Result<Done> step = readAuth(backend, folder, http, report);
    const YamlNode *tls = backend.find(u"tls_config");
    const YamlNode *headers = backend.find(u"http_headers");
    step = step.and_then([&](Done) { return tls != nullptr ? readTls(*tls, folder, http.tls, report) : Result<Done>(Done {}); })
               .and_then([&](Done) { return readFlag(backend, u"proxy_from_environment", http.proxyFromEnvironment); })
               .and_then([&](Done) { return readFlag(backend, u"enable_http2", http.enableHttp2); })
               .and_then([&](Done) { return readFlag(backend, u"allow_plaintext", http.allowPlaintext); })
               .and_then([&](Done) { return headers != nullptr ? readHeaders(*headers, http, report) : Result<Done>(Done {}); });
    if (!step) {
        return tl::unexpected(step.error());
    }
    return http;
}

} // namespace quarterdeck
