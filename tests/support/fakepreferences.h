#pragma once

#include "app/ports/preferences.h"

namespace quarterdeck {

/// Preferences in memory.
class FakePreferences final : public Preferences {
public:
    using Preferences::Preferences;
    PreferenceValues current;
    std::vector<ConfiguredBackend> backendList;
    QStringList warningList;
    QString config = QStringLiteral("/srv/op/.config/quarterdeck/config.yaml");

    PreferenceValues values() const override { return current; }
    void setValues(const PreferenceValues &values) override
    {
        if (!(current == values)) {
            current = values;
            emit changed(current);
        }
    }
    std::vector<ConfiguredBackend> backends() const override { return backendList; }
    QStringList warnings() const override { return warningList; }
    QString configFile() const override { return config; }
    QString dataFolder() const override { return QStringLiteral("/srv/op/.local/share/quarterdeck"); }
    QString cacheFolder() const override { return QStringLiteral("/srv/op/.cache/quarterdeck"); }
};

} // namespace quarterdeck
