#pragma once

#include "app/ports/reader.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QTimer>

#include <functional>
#include <vector>

namespace quarterdeck {

/// Alerts that are told at once: the first part of a storm shows which groups are large, and fold.
constexpr std::size_t AnnouncedAtOnce = 10'000;

/// Gathers changes from the db thread and hands them on, merged, on its own thread: at most every 100 ms, but at once where a person
/// waits for the answer to a key press, and at the end of a poll. Many alerts are handed on in parts, one each turn of the event loop, so
/// that no window stands still for as long as they all take; what was stored first comes first.
class Announcer : public QObject {
    Q_OBJECT

public:
    /// While a read is under way nothing is announced: what was stored meanwhile must reach its asker after the answer, which may be
    /// from before it. Thread: any; ends after the answer was given.
    class Hold {
    public:
        explicit Hold(Announcer &announcer);
        ~Hold();
        Hold(const Hold &) = delete;
        Hold &operator=(const Hold &) = delete;

    private:
        Announcer &m_announcer;
    };

    explicit Announcer(QObject *parent = nullptr);
    /// Thread: any.
    void announce(ChangeSet changes, bool isUrgent = false);
    /// Runs `fn` on its own thread once all that was announced before has been told. Thread: any.
    void whenTold(std::function<void()> fn);

signals:
    /// What has changed since the last time, or the next part of it: at most AnnouncedAtOnce alerts.
    void due(const quarterdeck::ChangeSet &changes);

private:
    void schedule(bool isUrgent);
    void emitNow();
    ChangeSet takePart();
    bool isAllTold();
    void runAfterwards();
    void endHold();

    QMutex m_mutex;
    ChangeSet m_waiting;
    std::size_t m_told = 0; ///< Alerts of m_waiting that have been handed on.
    std::vector<std::function<void()>> m_afterwards;
    int m_holds = 0;
    bool m_isOverdue = false;
    QTimer m_timer;
    QElapsedTimer m_sinceLast;
};

} // namespace quarterdeck
