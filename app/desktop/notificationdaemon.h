#pragma once

#include "app/core/result.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

namespace quarterdeck {

/// One notification as the desktop is asked to show it.
struct Popup {
    uint replaces = 0; ///< Id that the desktop gave for one of ours; 0 for a new one.
    QString summary;   ///< Plain text.
    QString body;      ///< Plain text; escaped here where the desktop reads markup.
    bool isCritical = false;
    QStringList actions; ///< Key and label in turn; left out where the desktop has no buttons.
};

/// The desktop's notification service, whichever runs now: it may be absent, start later, be replaced, and refuse. Thread: main; never waits.
class NotificationDaemon final : public QObject {
    Q_OBJECT

public:
    /// Why a popup went, as the service says it.
    enum class Closed : uint { Expired = 1, Dismissed = 2, ByUs = 3, Other = 4 };
    /// Takes the id that the desktop gave, or why it refused.
    using ShownFn = std::function<void(const Result<uint> &)>;

    explicit NotificationDaemon(QObject *parent = nullptr);
    /// Shows a popup once it is known what the service that runs now understands.
    void show(Popup popup, ShownFn shown);
    /// Takes a popup of ours away.
    void close(uint id);

signals:
    /// A button of a popup was pressed.
    void actionInvoked(uint id, const QString &action);
    /// A popup is no longer on the screen.
    void closed(uint id, quarterdeck::NotificationDaemon::Closed reason);
    /// The service went: none of the ids it gave means anything any more.
    void gone();
    /// A service is there that was not there before.
    void appeared();

private slots:
    void onActionInvoked(uint id, const QString &action);
    void onNotificationClosed(uint id, uint reason);

private:
    enum class Known { No, Asked, Yes };
    struct Waiting {
        Popup popup;
        ShownFn shown;
    };
    void ask();
    void onOwnerChanged(const QString &owner);
    void takeCapabilities(const QStringList &capabilities);
    void takeName(const QString &name);
    void flush();
    void send(const Popup &popup, ShownFn shown);

    QString m_owner; ///< Unique name of the service that runs, as far as it is known.
    Known m_known = Known::No;
    int m_answersLeft = 0;
    quint64 m_round = 0; ///< Answers of a service that has been replaced are not taken.
    bool m_hasActions = false;
    bool m_hasMarkup = false;
    bool m_keepsCritical = true;
    std::vector<Waiting> m_waiting;
};

} // namespace quarterdeck
