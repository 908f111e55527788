#include "app/sources/files/follower.h"

namespace quarterdeck::files {

namespace {

constexpr Millis Gather {50}; // what is written meanwhile is read at once
constexpr Millis Quiet {400}; // after so long without more, a record is taken to be finished

} // namespace

Follower::Follower(Question question, const Clock &clock, TailSink sink, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_sink(std::move(sink))
    , m_recheck(question.options.recheck)
    , m_state(std::make_shared<FollowState>(std::move(question)))
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Follower::look);
    connect(&m_net, &QTimer::timeout, this, [this] {
        m_isListing = true;
        lookSoon(Millis(0));
    });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this](const QString &) { lookSoon(Gather); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this](const QString &) {
        m_isListing = true;
        lookSoon(Gather);
    });
}

Async<Done> Follower::run(CancelToken cancel)
{
    // The token may be stopped on any thread.
    m_onCancel = std::make_unique<std::stop_callback<std::function<void()>>>(cancel, [this] {
        QMetaObject::invokeMethod(
            this, [this] { end(); }, Qt::QueuedConnection);
    });
    m_net.start(m_recheck);
    look();
    return m_reply.future();
}

void Follower::lookSoon(Millis wait)
{
    if (m_isLooking) {
        m_isWanted = true;
    } else if (!m_soon.isActive() || m_soon.remainingTimeAsDuration() > wait) {
        m_soon.start(wait);
    }
}

void Follower::look()
{
    if (m_isLooking) {
        m_isWanted = true;
        return;
    }
    m_isLooking = true;
    m_isWanted = false;
    const bool isListing = std::exchange(m_isListing, false);
    const auto looked = m_workers.run<Look>(
        {}, [state = m_state, now = m_clock.now(), isListing](const CancelToken &) { return Result<Look>(state->look(now, isListing)); });
    then(looked, this, [this](const Result<Look> &result) {
        m_isLooking = false;
        if (result) {
            take(*result);
        }
    });
}

void Follower::take(const Look &look)
{
    watch(look.watched);
    for (const TailEvent &event : look.events) {
        m_sink(event);
    }
    if (look.wantsMore) {
        lookSoon(Millis(0));
    } else if (m_isWanted) {
        lookSoon(Gather);
    } else if (look.wantsSoon) {
        lookSoon(Quiet);
    }
}

void Follower::watch(const QStringList &paths)
{
    const QStringList watchedFiles = m_watcher.files();
    const QStringList watchedFolders = m_watcher.directories();
    const QSet<QString> known(watchedFiles.begin(), watchedFiles.end());
    const QSet<QString> folders(watchedFolders.begin(), watchedFolders.end());
    QStringList fresh;
    for (const QString &path : paths) {
        if (!known.contains(path) && !folders.contains(path)) {
            fresh.append(path);
        }
    }
    if (!fresh.isEmpty()) {
        m_watcher.addPaths(fresh);
    }
}

void Follower::end()
{
    m_onCancel.reset();
    m_net.stop();
    m_soon.stop();
    m_reply.finish(fail(ErrorKind::Cancelled, QStringLiteral("The tail was cancelled")));
    deleteLater();
}

} // namespace quarterdeck::files
