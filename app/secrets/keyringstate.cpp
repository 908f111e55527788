#include "app/secrets/keyringstate.h"

#include <QFileInfo>

#ifdef QUARTERDECK_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

namespace quarterdeck {

bool hasSessionBus()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return true; // Their keyrings need none.
#else
    // Without these two, asking for the bus may try to launch one.
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || (!qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR") && QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus")));
#endif
}

#ifdef QUARTERDECK_DBUS

namespace {

constexpr int BusTimeoutMs = 5000;

SecretStore::State stateOf(const QDBusPendingReply<QDBusVariant> &reply)
{
    if (reply.isValid()) {
        return reply.value().variant().toBool() ? SecretStore::State::Locked : SecretStore::State::Ok;
    }
    // A service without a default collection makes one when first written to.
    const QDBusError::ErrorType type = reply.error().type();
    const bool isThere = type == QDBusError::UnknownObject || type == QDBusError::UnknownInterface || type == QDBusError::UnknownMethod;
    return isThere ? SecretStore::State::Ok : SecretStore::State::Absent;
}

} // namespace

Async<SecretStore::State> keyringState()
{
    if (!hasSessionBus() || !QDBusConnection::sessionBus().isConnected()) {
        return ready<SecretStore::State>(SecretStore::State::Absent);
    }
    QDBusMessage question = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
        QStringLiteral("/org/freedesktop/secrets/aliases/default"), QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    question << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    const Reply<SecretStore::State> reply;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question, BusTimeoutMs));
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [reply, watcher] {
        watcher->deleteLater();
        reply.finish(stateOf(*watcher));
    });
    return reply.future();
}

#else

Async<SecretStore::State> keyringState()
{
    return ready<SecretStore::State>(hasSessionBus() ? SecretStore::State::Ok : SecretStore::State::Absent);
}

#endif

} // namespace quarterdeck
