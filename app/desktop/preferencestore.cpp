#include "app/desktop/preferencestore.h"

#include "app/core/log.h"
#include "app/core/regularfile.h"
#include "app/json/jsonreader.h"

#include <QDir>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

constexpr std::array AppearanceNames {
    QLatin1StringView("system"), QLatin1StringView("light"), QLatin1StringView("dark"), QLatin1StringView("high-contrast")};

QString describeSecret(const SecretRef &secret)
{
    if (!secret.keychain.isEmpty()) {
        return QStringLiteral("keychain:") + secret.keychain;
    }
    return secret.file.isEmpty() ? QStringLiteral("$") + secret.env : secret.file;
}

QString describe(const HttpConfig &http)
{
    switch (http.auth) {
    case HttpConfig::Auth::Basic:
        return PreferenceStore::tr("basic, %1 with the password from %2").arg(http.username, describeSecret(http.secret));
    case HttpConfig::Auth::Authorization:
        // Some schemes are called what they carry: "Token token" would be said twice.
        return http.authType.compare(QLatin1StringView("Token"), Qt::CaseInsensitive) == 0
            ? PreferenceStore::tr("Token from %1").arg(describeSecret(http.secret))
            : PreferenceStore::tr("%1 token from %2").arg(http.authType, describeSecret(http.secret));
    case HttpConfig::Auth::OAuth2:
        if (http.oauth2->isByPerson()) {
            return PreferenceStore::tr("OAuth 2.0, signed in with the browser by client %1, token from %2")
                .arg(http.oauth2->clientId, http.oauth2->tokenUrl.host());
        }
        return PreferenceStore::tr("OAuth 2.0, client %1 with the secret from %2, token from %3")
            .arg(http.oauth2->clientId, describeSecret(http.oauth2->clientSecret), http.oauth2->tokenUrl.host());
    case HttpConfig::Auth::None:
        break;
    }
    // A certificate in the configuration itself has no file; its key always has one.
    const QString &file = http.tls.certFile.isEmpty() ? http.tls.keyFile : http.tls.certFile;
    return file.isEmpty() ? QString() : PreferenceStore::tr("client certificate %1").arg(file);
}

} // namespace

PreferenceStore::PreferenceStore(
    const Config &config, const std::vector<Endpoint> &endpoints, Folders folders, QMap<QString, QByteArray> zones, QObject *parent)
    : Preferences(parent)
    , m_folders(std::move(folders))
    , m_configFile(config.file.isEmpty() ? m_folders.configFile() : config.file)
    , m_warnings(config.warnings)
    , m_zones(std::move(zones))
{
    for (const Endpoint &endpoint : endpoints) {
        ConfiguredBackend backend {endpoint.id, endpoint.kind, {}, describe(endpoint.http)};
        for (const QUrl &url : endpoint.urls) {
            backend.urls.append(url.toDisplayString());
        }
        m_backends.push_back(backend);
    }
    load();
}

void PreferenceStore::addWarnings(const QStringList &warnings)
{
    if (!warnings.isEmpty()) {
        m_warnings += warnings;
        emit changed(m_values);
    }
}

void PreferenceStore::load()
{
    m_values.author = qEnvironmentVariable("USER", tr("somebody"));
    const auto bytes = readRegularFile(file(), 64 * 1024);
    if (!bytes) {
        return;
    }
    const auto document = JsonDocument::parse(*bytes);
    if (!document) {
        qCWarning(logUi) << "The preferences in" << file() << "cannot be read and are left alone:" << document.error().what;
        return;
    }
    const JsonValue root = document->root();
    const QString appearance = root[u"appearance"].stringOr(QStringLiteral("system"));
    const auto name = std::find(AppearanceNames.begin(), AppearanceNames.end(), appearance);
    if (name != AppearanceNames.end()) {
        m_values.appearance = PreferenceValues::Appearance(name - AppearanceNames.begin());
    }
    m_values.density = root[u"compact"].booleanOr(false) ? PreferenceValues::Density::Compact : PreferenceValues::Density::Comfortable;
    m_values.isUtc = root[u"utc"].booleanOr(false);
    m_values.isReducedMotion = root[u"reduced_motion"].booleanOr(false);
    m_values.isSingleKeyEnabled = root[u"single_keys"].booleanOr(true);
    m_values.isNotifying = root[u"notifications"].booleanOr(true);
    m_values.language = root[u"language"].stringOr({});
    m_values.author = root[u"author"].stringOr(m_values.author);
    m_values.acknowledgeMinutes = int(std::clamp<qint64>(root[u"acknowledge_minutes"].integerOr(60), 1, 7 * 24 * 60));
    m_values.logRetentionDays = int(std::clamp<qint64>(root[u"log_retention_days"].integerOr(7), 1, 3650));
    m_values.historyRetentionDays = int(std::clamp<qint64>(root[u"history_retention_days"].integerOr(400), 30, 36500));
}

void PreferenceStore::setValues(const PreferenceValues &values)
{
    if (values == m_values) {
        return;
    }
    m_values = values;
    save();
    emit changed(m_values);
}

void PreferenceStore::save() const
{
    JsonWriter json(2);
    json.beginObject();
    json.key(u"appearance").value(AppearanceNames.at(std::size_t(m_values.appearance)));
    json.key(u"compact").value(m_values.density == PreferenceValues::Density::Compact);
    json.key(u"utc").value(m_values.isUtc);
    json.key(u"reduced_motion").value(m_values.isReducedMotion);
    json.key(u"single_keys").value(m_values.isSingleKeyEnabled);
    json.key(u"notifications").value(m_values.isNotifying);
    json.key(u"language").value(m_values.language);
    json.key(u"author").value(m_values.author);
    json.key(u"acknowledge_minutes").value(m_values.acknowledgeMinutes);
    json.key(u"log_retention_days").value(m_values.logRetentionDays);
    json.key(u"history_retention_days").value(m_values.historyRetentionDays);
    json.endObject();
    QDir().mkpath(m_folders.config);
    QSaveFile output(file());
    if (!output.open(QIODevice::WriteOnly)) {
        qCWarning(logUi) << "The preferences cannot be saved in" << file() << ":" << output.errorString();
        return;
    }
    output.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    output.write(json.take());
    if (!output.commit()) {
        qCWarning(logUi) << "The preferences cannot be saved in" << file() << ":" << output.errorString();
    }
}

} // namespace quarterdeck
