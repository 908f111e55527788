#pragma once

#include "app/desktop/notificationdaemon.h"
#include "app/domain/alert.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace quarterdeck {

/// Desktop notifications: what happened, not how many states; one popup a group that is replaced, not many. A popup is bound to the alert it
/// names by the id that the desktop gave for it, so that a button can only ever act on what was shown. Thread: main.
class Notifier final : public QObject {
    Q_OBJECT

public:
    explicit Notifier(QObject *parent = nullptr);
    /// Takes its popups away: their buttons would do nothing.
    ~Notifier() override;
    /// Nothing is announced while disabled; what is on the screen goes.
    void setEnabled(bool enabled);
    /// Sources whose alerts can only be read: a popup that names one does not offer to acknowledge it.
    void setReadOnly(QSet<SourceId> sources) { m_readOnly = std::move(sources); }
    /// Tells of alerts that began to fire or are no longer quiet: `alerts` the worst of them, `others` the rest of a storm.
    void announce(const std::vector<Alert> &alerts, const std::vector<AlertKey> &others);
    /// Takes away what is over: alerts that ended, or that somebody has handled.
    void follow(const std::vector<Alert> &changed, const std::vector<AlertKey> &removed);
    /// The person looks at the window: everything announced counts as seen.
    void markSeen();

signals:
    /// The notification was clicked.
    void openRequested(const quarterdeck::AlertKey &alert);
    /// Its Acknowledge button was pressed.
    void acknowledgeRequested(const quarterdeck::AlertKey &alert);
    /// The desktop shows no notification, in its words; empty once it does again.
    void refused(const QString &why);

private:
    struct Group {
        std::vector<Alert> unseen; ///< The worst first.
        uint id = 0;               ///< Of its popup; 0: none on the screen.
        bool isAsked = false;      ///< The desktop has not answered yet.
        bool isOutdated = false;   ///< Something changed since it was asked.
    };
    struct Shown {
        QString group;
        AlertKey lead;
        bool isCritical = false;
        QStringList actions;
        quint64 turn = 0;
    };
    void showWorst(QStringList names, bool isStorm);
    void show(const QString &name, bool isRetry = false);
    void taken(const QString &name, Shown shown, const Result<uint> &id);
    void refuse(const QString &name, bool isRetry, const Error &error);
    void onAction(uint id, const QString &action);
    void onClosed(uint id, NotificationDaemon::Closed reason);
    void onGone();
    void drop(const AlertKey &key);
    bool closeOldest();
    int othersUnseen(const QString &group) const;
    Popup popupOf(const QString &name, const Group &group) const;

    NotificationDaemon m_daemon;
    bool m_isEnabled = true;
    QSet<SourceId> m_readOnly;
    bool m_isRefused = false;
    quint64 m_turn = 0;
    QHash<QString, Group> m_groups;
    QHash<uint, Shown> m_shown;
    QHash<uint, QString> m_early; ///< Actions that came before the answer that names their popup.
    QSet<AlertKey> m_unlisted;    ///< Unseen alerts of a storm that no popup names.
};

} // namespace quarterdeck
