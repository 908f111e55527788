#include "app/settings/fields.h"

#include "app/core/secretname.h"
#include "app/settings/paths.h"
#include "app/yaml/yamlnode.h"

#include <QUrlQuery>

#include <algorithm>

namespace quarterdeck {

tl::unexpected<Error> refuse(int line, const QString &sentence)
{
    return fail(ErrorKind::Rejected, sentence, QString::number(line));
}

namespace {

// As written, but for a name and password before an "@": QUrl keeps nothing of what it refuses.
QString shownUrl(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    const qsizetype slashes = text.indexOf(QLatin1StringView("//"));
    const qsizetype host = slashes < 0 || slashes > at ? 0 : slashes + 2;
    return (at < 0 ? text : text.left(host) + text.mid(at + 1)).left(200);
}

} // namespace

Result<QUrl> readUrl(const QString &text, int line)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
    if (!url.isValid() || !isWeb || url.host().isEmpty()) {
        return refuse(line, QStringLiteral("\"%1\" is not a URL that begins with http:// or https://").arg(shownUrl(text)));
    }
    if (!url.userInfo().isEmpty()) {
        return refuse(line, QStringLiteral("a URL must not hold a name or password. Use basic_auth with password_ref or password_file"));
    }
    const auto parameters = QUrlQuery(url).queryItems();
    const auto secret = std::find_if(parameters.begin(), parameters.end(), [](const auto &one) { return isSecretName(one.first); });
    if (secret != parameters.end()) {
        return refuse(line,
            QStringLiteral("a URL must not hold a secret, as %1 looks like one. Use authorization or http_headers with a reference")
                .arg(secret->first.left(40)));
    }
    return url;
}

Result<Done> readFlag(const YamlNode &map, QStringView key, bool &flag)
{
    if (const YamlNode *given = map.find(key); given != nullptr && !given->isNull()) {
        const auto value = given->boolean();
        if (!value) {
            return refuse(given->line, key.toString() + QStringLiteral(" is true or false"));
        }
        flag = *value;
    }
    return Done {};
}

QString inlineSecretSentence(const QString &key, const QString &base)
{
    return QStringLiteral("%1 holds a secret in the file itself. Move it to the keyring and write \"%2_ref: keychain:<name>\", "
                          "or to a file of your own and write \"%2_file: <path>\"")
        .arg(key, base);
}

Result<SecretRef> readKeychainRef(const QString &text, const QString &key, int line)
{
    const QLatin1StringView prefix("keychain:");
    if (!text.startsWith(prefix) || text.size() == prefix.size()) {
        return refuse(line, QStringLiteral("%1 is written \"keychain:<name>\"").arg(key));
    }
    return SecretRef {text.mid(prefix.size()), {}, {}};
}

Result<SecretRef> readSecret(const YamlNode &map, const QString &base, const QString &folder)
{
    if (const YamlNode *given = map.find(base); given != nullptr && !given->isNull()) {
        return refuse(given->line, inlineSecretSentence(base, base));
    }
    SecretRef secret;
    int ways = 0;
    if (const QString ref = map.text(QString(base + QStringLiteral("_ref"))); !ref.isEmpty()) {
        auto named = readKeychainRef(ref, base + QStringLiteral("_ref"), map.line);
        if (!named) {
            return named;
        }
        secret = *named;
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
        return refuse(map.line, QStringLiteral("%1 is given in more than one way; keep one of %1_ref, %1_file and %1_env").arg(base));
    }
    return secret;
}

} // namespace quarterdeck
