#include "app/desktop/notifier.h"

#include "app/core/text.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <algorithm>

namespace quarterdeck {

namespace {

const QString Service = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");
constexpr uchar UrgencyNormal = 1;
constexpr uchar UrgencyCritical = 2;

} // namespace

Notifier::Notifier(QObject *parent)
    : QObject(parent)
{
    QDBusConnection::sessionBus().connect(Service, Path, Service, QStringLiteral("ActionInvoked"), this, SLOT(onActionInvoked(uint, QString)));
    askCapabilities();
}

void Notifier::askCapabilities()
{
    const QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Service, QStringLiteral("GetCapabilities"));
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QStringList> reply = *watcher;
        watcher->deleteLater();
        if (reply.isValid()) {
            m_hasActions = reply.value().contains(QLatin1StringView("actions"));
            m_hasMarkup = reply.value().contains(QLatin1StringView("body-markup"));
        }
    });
}

void Notifier::announce(const std::vector<Alert> &alerts, int total)
{
    if (!m_isEnabled || alerts.empty()) {
        return;
    }
    const Alert &worst = *std::min_element(alerts.begin(), alerts.end(), [](const Alert &a, const Alert &b) { return a.severity < b.severity; });
    m_shown = worst.key;
    QString body = text::plain(worst.summary, 240);
    if (m_hasMarkup) {
        body = body.toHtmlEscaped();
    }
    if (total > 1) {
        body += u'\n' + tr("and %n more alert(s)", nullptr, total - 1);
    }
    const QString title = worst.service.isEmpty() ? text::plain(worst.title, 120)
                                                  : tr("%1 on %2").arg(text::plain(worst.title, 120), text::plain(worst.service, 60));
    QStringList actions;
    if (m_hasActions) {
        actions = {QStringLiteral("default"), tr("Open"), QStringLiteral("ack"), tr("Acknowledge")};
    }
    const QVariantMap hints {{QStringLiteral("urgency"), QVariant::fromValue(worst.severity == Severity::Critical ? UrgencyCritical : UrgencyNormal)},
        {QStringLiteral("desktop-entry"), QStringLiteral("org.quarterdeck.Quarterdeck")},
        {QStringLiteral("category"), QStringLiteral("device.error")}, {QStringLiteral("sound-name"), QStringLiteral("dialog-warning")}};
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Service, QStringLiteral("Notify"));
    call << QStringLiteral("Quarterdeck") << m_lastId << QStringLiteral("org.quarterdeck.Quarterdeck") << title << body << actions << hints << -1;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (reply.isValid()) {
            m_lastId = reply.value();
        }
    });
}

void Notifier::onActionInvoked(uint id, const QString &action)
{
    if (id != m_lastId || !m_shown.isValid()) {
        return;
    }
    if (action == QLatin1StringView("ack")) {
        emit acknowledgeRequested(m_shown);
    } else {
        emit openRequested(m_shown);
    }
}

} // namespace quarterdeck
