#pragma once

#include "app/ports/reader.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QTimer>

namespace quarterdeck {

/// Gathers changes from the db thread and hands them on, merged, on its own thread: at most every 100 ms, but at once where a person
/// waits for the answer to a key press.
class Announcer : public QObject {
    Q_OBJECT

public:
    explicit Announcer(QObject *parent = nullptr);
    /// Thread: any.
    void announce(const ChangeSet &changes, bool isUrgent = false);

signals:
    /// What has changed since the last time; at most every 100 ms.
    void due(const quarterdeck::ChangeSet &changes);

private:
    void schedule(bool isUrgent);
    void emitNow();

    QMutex m_mutex;
    ChangeSet m_waiting;
    QTimer m_timer;
    QElapsedTimer m_sinceLast;
};

} // namespace quarterdeck
