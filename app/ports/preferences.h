#pragma once

#include <QMap>
#include <QObject>
#include <QStringList>

#include <vector>

namespace quarterdeck {

/// The choices of the settings page. Values only; nothing here is secret.
struct PreferenceValues {
    enum class Appearance : quint8 { System, Light, Dark, HighContrast };
    enum class Density : quint8 { Compact, Comfortable };
    Appearance appearance = Appearance::System;
    Density density = Density::Comfortable;
    bool isUtc = false;
    bool isReducedMotion = false;
    bool isSingleKeyEnabled = true;
    bool isNotifying = true;
    QString language; ///< Empty: the system's.
    QString author;   ///< Name in acknowledgements and ticks.
    int acknowledgeMinutes = 60;
    int logRetentionDays = 7;
    int historyRetentionDays = 400;

    friend bool operator==(const PreferenceValues &, const PreferenceValues &) = default;
};

/// One configured backend as the settings page shows it.
struct ConfiguredBackend {
    QString id;
    QString kind;
    QStringList urls;
    QString authentication; ///< In words, never the secret: "bearer token from keychain:eu-am".
};

/// Reads and keeps preferences and shows the configuration. Thread: main.
class Preferences : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    /// The choices in force.
    virtual PreferenceValues values() const = 0;
    /// Takes and keeps new choices; changed() follows when they differ.
    virtual void setValues(const PreferenceValues &values) = 0;
    /// The backends of the context in use.
    virtual std::vector<ConfiguredBackend> backends() const = 0;
    /// Warnings of the configuration: unknown keys, ignored parts; each names file and line.
    virtual QStringList warnings() const = 0;
    virtual QString configFile() const = 0;
    virtual QString dataFolder() const = 0;
    virtual QString cacheFolder() const = 0;
    /// Time zone of each responder (IANA id); "" is the zone of the team. Empty: everybody has the system's.
    virtual QMap<QString, QByteArray> zones() const { return {}; }

signals:
    /// The choices are different now.
    void changed(const quarterdeck::PreferenceValues &values);
};

} // namespace quarterdeck
