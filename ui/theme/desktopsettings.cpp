#include "ui/theme/desktopsettings.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace quarterdeck {

namespace {

const QString Appearance = QStringLiteral("org.freedesktop.appearance");
const QString GnomeInterface = QStringLiteral("org.gnome.desktop.interface");

QVariant unwrapped(QVariant value)
{
    // Read() wraps its answer twice.
    for (int i = 0; i < 3 && value.canConvert<QDBusVariant>(); ++i) {
        value = value.value<QDBusVariant>().variant();
    }
    return value;
}

} // namespace

DesktopSettings::DesktopSettings(QObject *parent)
    : QDBusAbstractInterface(QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
        "org.freedesktop.portal.Settings", QDBusConnection::sessionBus(), parent)
{
    connect(this, &DesktopSettings::SettingChanged, this,
        [this](const QString &space, const QString &key, const QDBusVariant &value) { take(space, key, value.variant()); });
}

void DesktopSettings::read()
{
    ask(Appearance, QStringLiteral("color-scheme"));
    ask(Appearance, QStringLiteral("contrast"));
    ask(GnomeInterface, QStringLiteral("enable-animations"));
}

void DesktopSettings::ask(const QString &space, const QString &key)
{
    auto *watcher = new QDBusPendingCallWatcher(asyncCall(QStringLiteral("Read"), space, key), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, space, key] {
        watcher->deleteLater();
        const QDBusPendingReply<QVariant> reply = *watcher;
        if (reply.isValid()) {
            take(space, key, reply.value());
        }
    });
}

void DesktopSettings::take(const QString &space, const QString &key, const QVariant &value)
{
    const QVariant inner = unwrapped(value);
    if (space == Appearance && key == QLatin1StringView("color-scheme")) {
        const uint scheme = inner.toUInt(); // 0 no preference, 1 dark, 2 light
        m_dark = scheme == 0 ? std::nullopt : std::optional<bool>(scheme == 1);
    } else if (space == Appearance && key == QLatin1StringView("contrast")) {
        m_contrast = inner.toUInt() == 1;
    } else if (space == GnomeInterface && key == QLatin1StringView("enable-animations")) {
        m_reducedMotion = inner.isValid() && !inner.toBool();
    } else {
        return;
    }
    emit changed();
}

} // namespace quarterdeck
