#pragma once

#include <QDBusAbstractInterface>
#include <QDBusVariant>

#include <optional>

namespace quarterdeck {

/// What the desktop says about looks, by the settings portal. Silent where there is no session bus or no portal. Thread: main.
class DesktopSettings final : public QDBusAbstractInterface {
    Q_OBJECT

public:
    explicit DesktopSettings(QObject *parent = nullptr);
    /// Asks for everything once; answers arrive as `changed`.
    void read();
    std::optional<bool> prefersDark() const { return m_dark; }
    bool prefersContrast() const { return m_contrast; }
    bool prefersReducedMotion() const { return m_reducedMotion; }

signals:
    /// One of the three answers is different now.
    void changed();
    // The portal's own signal: its name is fixed.
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &space, const QString &key);
    void take(const QString &space, const QString &key, const QVariant &value);

    std::optional<bool> m_dark;
    bool m_contrast = false;
    bool m_reducedMotion = false;
};

} // namespace quarterdeck
