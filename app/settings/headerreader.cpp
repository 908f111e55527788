#include "app/settings/headerreader.h"

#include "app/core/secretname.h"
#include "app/settings/fields.h"
#include "app/settings/paths.h"
#include "app/settings/report.h"
#include "app/yaml/yamlnode.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace quarterdeck {

namespace {

Result<Done> checkName(const YamlEntry &entry)
{
    static const QRegularExpression Token(QStringLiteral("^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$"));
    static const QSet<QString> Ours {QStringLiteral("accept-encoding"), QStringLiteral("connection"), QStringLiteral("content-encoding"),
        QStringLiteral("content-length"), QStringLiteral("content-type"), QStringLiteral("host"), QStringLiteral("keep-alive"),
        QStringLiteral("transfer-encoding"), QStringLiteral("upgrade")};
    if (!Token.match(entry.key).hasMatch()) {
        return refuse(entry.value.line, QStringLiteral("\"%1\" is not a header name").arg(entry.key.left(80)));
    }
    if (entry.key.compare(QLatin1StringView("authorization"), Qt::CaseInsensitive) == 0) {
        return refuse(entry.value.line,
            QStringLiteral("the header Authorization looks like a secret. Use authorization with credentials_ref or credentials_file"));
    }
    if (Ours.contains(entry.key.toLower())) {
        return refuse(entry.value.line, QStringLiteral("the header %1 belongs to each request itself and cannot be set").arg(entry.key));
    }
    return Done {};
}

bool isSecretText(const QString &text)
{
    static const QRegularExpression Secret(
        QStringLiteral("^(?:bearer|basic|token|apikey)\\s+\\S{6,}$|^eyJ[\\w-]+\\.[\\w-]+\\."), QRegularExpression::CaseInsensitiveOption);
    return Secret.match(text.trimmed()).hasMatch();
}

Result<Done> checkText(const YamlEntry &entry, const QStringList &texts)
{
    const bool isSecret = std::any_of(texts.begin(), texts.end(), isSecretText) || (!texts.isEmpty() && isSecretName(entry.key));
    if (isSecret || entry.value.find(u"secrets") != nullptr) {
        return refuse(entry.value.line,
            QStringLiteral("the header %1 looks like a secret in the file itself. Move it to a file of your own and write \"files: [<path>]\", or to "
                           "the keyring and write \"refs: [keychain:<name>]\"")
                .arg(entry.key));
    }
    for (const QString &text : texts) {
        if (text.contains(u'\n') || text.contains(u'\r')) {
            return refuse(entry.value.line, QStringLiteral("a value of the header %1 is one line").arg(entry.key));
        }
    }
    return Done {};
}

// One that may be a secret is sent, and asked about until it is written as plain values.
void warnOfDoubt(const YamlNode &map, QStringView key, const YamlEntry &entry, ConfigReport &report)
{
    static const QRegularExpression Doubtful(QStringLiteral("auth|key|token|secret|session|passw"), QRegularExpression::CaseInsensitiveOption);
    if (entry.value.isMap() || !Doubtful.match(entry.key).hasMatch()) {
        return;
    }
    report.placeOption(map.text(u"name"), key.toString() + u'.' + entry.key, entry.line);
    report.warn(entry.line,
        QStringLiteral(
            "the header %1 is sent as written here; if its value is a secret, move it to a file or the keyring, otherwise write {values: [...]}")
            .arg(entry.key));
}

Result<Done> readHeader(const YamlEntry &entry, const QString &folder, ConfigReport &report, std::vector<ConfiguredHeader> &headers)
{
    const YamlNode &value = entry.value;
    const QStringList texts = value.isMap() ? value.texts(u"values") : value.texts();
    const auto allowed = checkName(entry).and_then([&](Done) { return checkText(entry, texts); });
    if (!allowed) {
        return allowed;
    }
    report.warnUnknown(value, {QStringLiteral("values"), QStringLiteral("files"), QStringLiteral("refs")}, entry.key);
    const std::size_t before = headers.size();
    for (const QString &text : texts) {
        headers.push_back({entry.key, text, {}});
    }
    for (const QString &file : value.texts(u"files")) {
        headers.push_back({entry.key, {}, SecretRef {{}, resolvedPath(file, folder), {}}});
    }
    for (const QString &ref : value.texts(u"refs")) {
        auto secret = readKeychainRef(ref, QStringLiteral("an entry of refs"), value.line);
        if (!secret) {
            return tl::unexpected(secret.error());
        }
        headers.push_back({entry.key, {}, *secret});
    }
    if (headers.size() == before) {
        return refuse(value.line, QStringLiteral("the header %1 has no value").arg(entry.key));
    }
    return Done {};
}

} // namespace

Result<std::vector<ConfiguredHeader>> readHeaders(const YamlNode &map, QStringView key, const QString &folder, ConfigReport &report)
{
    std::vector<ConfiguredHeader> headers;
    const YamlNode *given = map.find(key);
    if (given == nullptr || given->isNull()) {
        return headers;
    }
    if (!given->isMap()) {
        return refuse(given->line, key.toString() + QStringLiteral(" is a map of header names and values"));
    }
    for (const YamlEntry &entry : given->entries) {
        if (const auto read = readHeader(entry, folder, report, headers); !read) {
            return tl::unexpected(read.error());
        }
        warnOfDoubt(map, key, entry, report);
    }
    return headers;
}

} // namespace quarterdeck
