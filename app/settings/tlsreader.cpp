#include "app/settings/tlsreader.h"

#include "app/settings/fields.h"
#include "app/settings/paths.h"
#include "app/settings/report.h"
#include "app/yaml/yamlnode.h"

namespace quarterdeck {

namespace {

// A certificate in the file itself, or the path of one.
Result<Done> readCertificate(const YamlNode &map, const QString &key, const QString &folder, QString &text, QString &file)
{
    text = map.text(key);
    file = resolvedPath(map.text(QString(key + QStringLiteral("_file"))), folder);
    if (text.contains(QLatin1StringView("PRIVATE KEY"))) {
        return refuse(map.line, QStringLiteral("tls_config.%1 holds a private key. Put that into a file and write \"key_file: <path>\"").arg(key));
    }
    if (!text.isEmpty() && !text.startsWith(QLatin1StringView("-----BEGIN CERTIFICATE-----"))) {
        return refuse(map.line, QStringLiteral("tls_config.%1 is not a certificate, which begins with -----BEGIN CERTIFICATE-----").arg(key));
    }
    if (!text.isEmpty() && !file.isEmpty()) {
        return refuse(map.line, QStringLiteral("tls_config has %1 and %1_file; keep one of them").arg(key));
    }
    return Done {};
}

Result<Done> readVersion(const YamlNode &map, TlsConfig &tls, ConfigReport &report)
{
    const QString version = map.text(u"min_version").toUpper();
    if (version == QLatin1StringView("TLS13")) {
        tls.minVersion = TlsConfig::Version::Tls13;
    } else if (version == QLatin1StringView("TLS10") || version == QLatin1StringView("TLS11")) {
        report.warn(map.find(u"min_version")->line, QStringLiteral("min_version is never less than TLS12, which is used instead of %1").arg(version));
    } else if (!version.isEmpty() && version != QLatin1StringView("TLS12")) {
        return refuse(map.find(u"min_version")->line, QStringLiteral("min_version is TLS12 or TLS13"));
    }
    return Done {};
}

} // namespace

Result<TlsConfig> readTls(const YamlNode &map, const QString &folder, ConfigReport &report)
{
    TlsConfig tls;
    const YamlNode *given = map.find(u"tls_config");
    if (given == nullptr) {
        return tls;
    }
    if (!given->isMap()) {
        return refuse(given->line, QStringLiteral("tls_config is a map of keys and values"));
    }
    report.warnUnknown(*given,
        {QStringLiteral("ca"), QStringLiteral("ca_file"), QStringLiteral("cert"), QStringLiteral("cert_file"), QStringLiteral("key"),
            QStringLiteral("key_file"), QStringLiteral("server_name"), QStringLiteral("insecure_skip_verify"), QStringLiteral("min_version"),
            QStringLiteral("pinned_public_key")},
        QStringLiteral("tls_config"));
    if (const YamlNode *key = given->find(u"key"); key != nullptr && !key->isNull()) {
        return refuse(
            key->line, QStringLiteral("tls_config.key holds a private key in the file itself. Put it into a file and write \"key_file: <path>\""));
    }
    const auto read = readCertificate(*given, QStringLiteral("ca"), folder, tls.ca, tls.caFile)
                          .and_then([&](Done) { return readCertificate(*given, QStringLiteral("cert"), folder, tls.cert, tls.certFile); })
                          .and_then([&](Done) { return readVersion(*given, tls, report); })
                          .and_then([&](Done) { return readFlag(*given, u"insecure_skip_verify", tls.insecureSkipVerify); });
    if (!read) {
        return tl::unexpected(read.error());
    }
    tls.keyFile = resolvedPath(given->text(u"key_file"), folder);
    tls.serverName = given->text(u"server_name");
    tls.pinnedPublicKey = given->text(u"pinned_public_key");
    if (!tls.pinnedPublicKey.isEmpty() && !tls.pinnedPublicKey.startsWith(QLatin1StringView("sha256//"))) {
        return refuse(given->find(u"pinned_public_key")->line, QStringLiteral("tls_config.pinned_public_key is written sha256//<base64>"));
    }
    if ((tls.certFile.isEmpty() && tls.cert.isEmpty()) != tls.keyFile.isEmpty()) {
        return refuse(given->line, QStringLiteral("tls_config needs cert_file and key_file together"));
    }
    return tls;
}

} // namespace quarterdeck
