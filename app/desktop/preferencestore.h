#pragma once

#include "app/ports/preferences.h"
#include "app/settings/config.h"

namespace quarterdeck {

/// Preferences in preferences.json beside the configuration. A file that cannot be read is ignored, one that cannot be written is said
/// in the log; the values of this session hold either way. Thread: main.
class PreferenceStore final : public Preferences {
    Q_OBJECT

public:
    /// `zones`: the time zone of each responder.
    PreferenceStore(
        const Config &config, const std::vector<Endpoint> &endpoints, Folders folders, QMap<QString, QByteArray> zones, QObject *parent = nullptr);

    PreferenceValues values() const override { return m_values; }
    void setValues(const PreferenceValues &values) override;
    std::vector<ConfiguredBackend> backends() const override { return m_backends; }
    QStringList warnings() const override { return m_warnings; }
    QString configFile() const override { return m_configFile; }
    QString dataFolder() const override { return m_folders.data; }
    QString cacheFolder() const override { return m_folders.cache; }
    QMap<QString, QByteArray> zones() const override { return m_zones; }
    /// More to warn of: catalog files, sources that could not be opened.
    void addWarnings(const QStringList &warnings);

private:
    void load();
    void save() const;
    QString file() const { return m_folders.config + QStringLiteral("/preferences.json"); }

    Folders m_folders;
    QString m_configFile;
    QStringList m_warnings;
    QMap<QString, QByteArray> m_zones;
    std::vector<ConfiguredBackend> m_backends;
    PreferenceValues m_values;
};

} // namespace quarterdeck
