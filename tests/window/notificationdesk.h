#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QObject>

#include <utility>
#include <vector>

namespace quarterdeck {

/// The notification service of a desktop, as a test wants it: which words it understands, whether it refuses, when it answers.
class NotificationDesk final : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown {
        uint id = 0;
        uint replaces = 0;
        QString title;
        QString body;
        QStringList actions;
        uchar urgency = 0;
        int timeout = 0;
    };

    explicit NotificationDesk(const QString &busAddress)
        : m_bus(connectionTo(busAddress))
    {
        m_bus.registerObject(path(), this, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
    }
    ~NotificationDesk() override
    {
        end();
        m_bus.unregisterObject(path());
    }
    /// Begins to serve; a service that begins counts its ids from 1.
    bool begin()
    {
        lastId = 0;
        return m_bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }
    void end() { m_bus.unregisterService(QStringLiteral("org.freedesktop.Notifications")); }
    Shown latest() const { return shown.empty() ? Shown {} : shown.back(); }
    /// A person presses the notification itself ("default") or one of its buttons.
    void press(uint id, const QString &action) { emit ActionInvoked(id, action); }
    void press(const QString &action) { press(latest().id, action); }
    void tellClosed(uint id, uint reason) { emit NotificationClosed(id, reason); }
    /// Answers what was held back.
    void answer()
    {
        for (const auto &[message, id] : std::exchange(m_held, {})) {
            m_bus.send(message.createReply(id));
        }
    }

    QString name = QStringLiteral("desk");
    QStringList capabilities {QStringLiteral("actions"), QStringLiteral("body"), QStringLiteral("persistence")};
    qsizetype room = 1000; ///< How many it takes before it refuses.
    bool isHolding = false;
    uint lastId = 0;
    std::vector<Shown> shown;
    std::vector<uint> closed;

public slots:
    QStringList GetCapabilities() { return capabilities; }
    QString GetServerInformation(QString &vendor, QString &version, QString &spec)
    {
        vendor = version = QStringLiteral("test");
        spec = QStringLiteral("1.2");
        return name;
    }
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &body, const QStringList &actions,
        const QVariantMap &hints, int timeout)
    {
        if (replaces == 0 && room <= 0) {
            sendErrorReply(QStringLiteral("org.freedesktop.Notifications.MaxNotificationsExceeded"), QStringLiteral("Exceeded maximum"));
            return 0;
        }
        room -= replaces == 0 ? 1 : 0;
        const uint id = replaces != 0 ? replaces : ++lastId;
        shown.push_back({id, replaces, title, body, actions, hints.value(QStringLiteral("urgency")).value<uchar>(), timeout});
        if (isHolding) {
            setDelayedReply(true);
            m_held.emplace_back(message(), id);
        }
        return id;
    }
    void CloseNotification(uint id)
    {
        ++room;
        closed.push_back(id);
    }

signals:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    static QString path() { return QStringLiteral("/org/freedesktop/Notifications"); }
    /// One for all desks of a program: Qt 6.4's thread for the bus was seen to crash where connections come and go.
    static QDBusConnection connectionTo(const QString &busAddress)
    {
        const QString name = QStringLiteral("notification-desk");
        const QDBusConnection known(name);
        return known.isConnected() ? known : QDBusConnection::connectToBus(busAddress, name);
    }

    QDBusConnection m_bus;
    std::vector<std::pair<QDBusMessage, uint>> m_held;
};

} // namespace quarterdeck
