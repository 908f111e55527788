#pragma once

#include "app/domain/alert.h"

#include <QObject>
#include <QStringList>

#include <vector>

namespace quarterdeck {

/// Desktop notifications by org.freedesktop.Notifications: what happened, not how many states; one that is replaced, not many.
/// Thread: main; never waits for the desktop.
class Notifier final : public QObject {
    Q_OBJECT

public:
    explicit Notifier(QObject *parent = nullptr);
    /// Nothing is announced while disabled.
    void setEnabled(bool enabled) { m_isEnabled = enabled; }
    /// Tells of new alerts: the worst by name, the rest as a number.
    void announce(const std::vector<Alert> &alerts, int total);

signals:
    /// The notification was clicked.
    void openRequested(const quarterdeck::AlertKey &alert);
    /// Its Acknowledge button was pressed.
    void acknowledgeRequested(const quarterdeck::AlertKey &alert);

private slots:
    void onActionInvoked(uint id, const QString &action);

private:
    void askCapabilities();

    bool m_isEnabled = true;
    bool m_hasActions = false;
    bool m_hasMarkup = false;
    uint m_lastId = 0;
    AlertKey m_shown;
};

} // namespace quarterdeck
