#pragma once

#include "app/core/clock.h"
#include "app/sources/api/logface.h"
#include "app/sources/files/followstate.h"
#include "app/sources/files/worker.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace quarterdeck::files {

/// One tail: looks at the files when the system says that they change, and now and then unasked. Deletes itself at its end.
/// Thread: io; the files are read on a thread of its own.
class Follower final : public QObject {
public:
    /// The clock outlives it.
    Follower(Question question, const Clock &clock, TailSink sink, QObject *parent);

    /// Errors: Cancelled, the only way it ends.
    Async<Done> run(CancelToken cancel);

private:
    void lookSoon(Millis wait);
    void look();
    void take(const Look &look);
    void watch(const QStringList &paths);
    void end();

    const Clock &m_clock;
    TailSink m_sink;
    Millis m_recheck;
    std::shared_ptr<FollowState> m_state;
    std::unique_ptr<std::stop_callback<std::function<void()>>> m_onCancel;
    Reply<Done> m_reply;
    QFileSystemWatcher m_watcher;
    QTimer m_soon;
    QTimer m_net;
    bool m_isLooking = false;
    bool m_isListing = true; // folders have changed since the last look
    bool m_isWanted = false; // while it was looking, something changed
    Workers m_workers;       // ended first
};

} // namespace quarterdeck::files
