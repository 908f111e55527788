#include "app/desktop/notificationdaemon.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

#include <utility>

namespace quarterdeck {

namespace {

const QString BusName = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");
constexpr uchar UrgencyNormal = 1;
constexpr uchar UrgencyCritical = 2;
constexpr int ServiceDecides = -1;
constexpr int Never = 0;

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(BusName, Path, BusName, method);
}

QDBusPendingCall call(const QString &method)
{
    return QDBusConnection::sessionBus().asyncCall(callOf(method));
}

// A popup that never expires blocks the queue of the one and becomes a dialog on the other.
bool keepsWithoutHarm(const QString &server)
{
    return server != QLatin1StringView("Notification Daemon") && server != QLatin1StringView("notify-osd");
}

} // namespace

NotificationDaemon::NotificationDaemon(QObject *parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(BusName, Path, BusName, QStringLiteral("ActionInvoked"), this, SLOT(onActionInvoked(uint, QString)));
    bus.connect(BusName, Path, BusName, QStringLiteral("NotificationClosed"), this, SLOT(onNotificationClosed(uint, uint)));
    auto *watcher = new QDBusServiceWatcher(BusName, bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString &, const QString &, const QString &owner) { onOwnerChanged(owner); });
    ask();
}

void NotificationDaemon::onOwnerChanged(const QString &owner)
{
    // The bus tells of the service that has been asked already, too.
    if (!owner.isEmpty() && owner == m_owner) {
        return;
    }
    m_owner = owner;
    // Whoever comes next counts its ids from 1 again and may understand other things.
    m_known = Known::No;
    ++m_round;
    emit gone();
    if (!owner.isEmpty() || !m_waiting.empty()) {
        ask();
    }
    if (!owner.isEmpty()) {
        emit appeared();
    }
}

void NotificationDaemon::ask()
{
    m_known = Known::Asked;
    m_answersLeft = 2;
    const quint64 round = ++m_round;
    auto *capabilities = new QDBusPendingCallWatcher(call(QStringLiteral("GetCapabilities")), this);
    connect(capabilities, &QDBusPendingCallWatcher::finished, this, [this, capabilities, round] {
        const QDBusPendingReply<QStringList> reply = *capabilities;
        capabilities->deleteLater();
        if (round == m_round) {
            m_owner = reply.isValid() ? reply.reply().service() : m_owner;
            takeCapabilities(reply.isValid() ? reply.value() : QStringList());
        }
    });
    auto *server = new QDBusPendingCallWatcher(call(QStringLiteral("GetServerInformation")), this);
    connect(server, &QDBusPendingCallWatcher::finished, this, [this, server, round] {
        const QDBusPendingReply<QString, QString, QString, QString> reply = *server;
        server->deleteLater();
        if (round == m_round) {
            takeName(reply.isValid() ? reply.argumentAt<0>() : QString());
        }
    });
}

void NotificationDaemon::takeCapabilities(const QStringList &capabilities)
{
    m_hasActions = capabilities.contains(QLatin1StringView("actions"));
    m_hasMarkup = capabilities.contains(QLatin1StringView("body-markup"));
    --m_answersLeft;
    flush();
}

void NotificationDaemon::takeName(const QString &name)
{
    m_keepsCritical = keepsWithoutHarm(name);
    --m_answersLeft;
    flush();
}

void NotificationDaemon::flush()
{
    if (m_answersLeft > 0) {
        return;
    }
    m_known = Known::Yes;
    for (Waiting &one : std::exchange(m_waiting, {})) {
        send(one.popup, std::move(one.shown));
    }
}

void NotificationDaemon::show(Popup popup, ShownFn shown)
{
    if (m_known == Known::Yes) {
        send(popup, std::move(shown));
        return;
    }
    m_waiting.push_back({std::move(popup), std::move(shown)});
    if (m_known == Known::No) {
        ask();
    }
}

void NotificationDaemon::send(const Popup &popup, ShownFn shown)
{
    const QVariantMap hints {{QStringLiteral("urgency"), QVariant::fromValue(popup.isCritical ? UrgencyCritical : UrgencyNormal)},
        {QStringLiteral("desktop-entry"), QStringLiteral("org.quarterdeck.Quarterdeck")},
        {QStringLiteral("category"), QStringLiteral("device.error")}, {QStringLiteral("sound-name"), QStringLiteral("dialog-warning")}};
    QDBusMessage message = callOf(QStringLiteral("Notify"));
    message << QStringLiteral("Quarterdeck") << popup.replaces << QStringLiteral("org.quarterdeck.Quarterdeck") << popup.summary
            << (m_hasMarkup ? popup.body.toHtmlEscaped() : popup.body) << (m_hasActions ? popup.actions : QStringList()) << hints
            << (popup.isCritical && m_keepsCritical ? Never : ServiceDecides);
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, shown = std::move(shown), this] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError()) {
            shown(fail(ErrorKind::Rejected, reply.error().message(), reply.error().name()));
        } else if (reply.reply().service() != m_owner || reply.value() == 0) {
            shown(fail(ErrorKind::Offline, QStringLiteral("The notification service gave no id that can be used"), BusName));
        } else {
            shown(reply.value());
        }
    });
}

void NotificationDaemon::close(uint id)
{
    QDBusMessage message = callOf(QStringLiteral("CloseNotification"));
    message << id;
    message.setAutoStartService(false);
    QDBusConnection::sessionBus().send(message);
}

void NotificationDaemon::onActionInvoked(uint id, const QString &action)
{
    emit actionInvoked(id, action);
}

void NotificationDaemon::onNotificationClosed(uint id, uint reason)
{
    const bool isKnown = reason >= uint(Closed::Expired) && reason <= uint(Closed::ByUs);
    emit closed(id, isKnown ? Closed(reason) : Closed::Other);
}

} // namespace quarterdeck
