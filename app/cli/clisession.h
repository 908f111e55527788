#pragma once

#include "app/bootstrap/engine.h"
#include "app/bootstrap/ipcserver.h"
#include "app/bootstrap/remoteoutbox.h"
#include "app/cli/arguments.h"
#include "app/cli/storeturn.h"
#include "app/core/asynctake.h"

#include <QEventLoop>
#include <QTimer>

#include <memory>
#include <optional>

namespace quarterdeck {

/// How long a source that says nothing is waited for. An Alertmanager with 100,000 alerts says nothing for ten seconds before it answers.
constexpr Millis Patience {20'000};

/// Why a future that was waited for brought nothing.
tl::unexpected<Error> whyNothingCame(bool isInterrupted);

/// One run of `qdeck`: the arguments, and the engine once a command needs it.
class CliSession {
public:
    /// Opens nothing yet.
    explicit CliSession(const Arguments &arguments);

    /// What was typed.
    const Arguments &arguments() const { return m_arguments; }
    /// The machine's clocks.
    const Clock &clock() const { return m_clock; }
    /// Where the configuration and everything else is, without opening anything.
    Folders folders() const;
    /// The file of --config, else the default one.
    QString configFile() const;
    /// Opens the engine. Waits where another qdeck holds the store, and says so on standard error after a second. Where it holds the store
    /// itself, it takes the writes of others. Errors: those of Engine::create; Cancelled after a signal.
    Result<Done> open(Purpose purpose = Purpose::Read);
    /// Whether open() has succeeded.
    bool isOpen() const { return m_engine != nullptr; }
    /// Lets go of the engine, and so of the store, until the next open().
    void close();
    /// Only after open() succeeded.
    Engine &engine() { return *m_engine; }
    /// Where acts and notes go: the store, or whoever holds it. Only after open() succeeded.
    Outbox &outbox();
    /// Runs `ask(Outbox &)` and waits for its answer; anew where whoever held the store ended before it took the question.
    template <class F> auto write(F ask)
    {
        for (;;) {
            auto answer = wait(ask(outbox()));
            if (answer || answer.error().kind != ErrorKind::Storage || !isLeftAlone()) {
                return answer;
            }
            if (const auto opened = reopen(); !opened) {
                return decltype(answer)(tl::unexpected<Error>(opened.error()));
            }
        }
    }
    /// Whoever held the store when it was opened has ended.
    bool isLeftAlone() const;
    /// open() as it was called before.
    Result<Done> reopen() { return open(m_purpose); }
    /// Somebody else holds the store, or it cannot be written to: whoever holds it polls and delivers, and writes go through it.
    bool isBesideWindow() const;
    /// The same, and the one who holds it polls: the window or a running `qdeck sync`.
    bool isBesidePoller() const;
    /// The same, and the one who holds it takes writes.
    bool isBesideListener() const;
    /// Why nothing can be stored here, in words; empty where it can.
    QString whyReadOnly() const;
    /// What is wrong with the stored data, in words: a newer version, a full disk, a folder that cannot be read. Nothing where it is only
    /// somebody else who writes. Nothing before open().
    QStringList storeTroubles() const;
    /// The name for the envelope.
    QString contextName() const;

    /// SyncEngine::poll, or SyncEngine::syncOnce, which delivers what waits in the outbox, too.
    using Round = Async<Done> (SyncEngine::*)();
    /// Asks every source once, until nobody has said anything for `limit`: a long answer that is still arriving, or being stored, is waited
    /// for. Names on standard error who is waited for after a second. Does nothing beside a window or with --cached.
    void refresh(Millis limit = Patience, Round round = &SyncEngine::poll);
    /// The status of every source of the context, aged to now: what did not answer this time is not called live.
    std::vector<SourceStatus> statuses();
    /// The same as it was when the last refresh() ended, else as it is now: what a list that is read after it may rest on. A poll that ends
    /// only while the list is read makes no half-stored list look whole.
    std::vector<SourceStatus> statusesBeforeLists();

    /// Runs the event loop until the future is finished. Errors: its own; Timeout; Cancelled after a signal.
    template <class T> static Result<T> wait(const Async<T> &future, Millis limit = Millis(30'000))
    {
        QEventLoop loop;
        std::optional<Result<T>> got;
        then(future, &loop, [&loop, &got](const Result<T> &result) {
            got = result;
            loop.quit();
        });
        QTimer::singleShot(limit, &loop, &QEventLoop::quit);
        const bool isInterrupted = loop.exec() != 0;
        return got ? *got : whyNothingCame(isInterrupted);
    }
    /// wait() for a large result that nobody else waits for: it is not copied.
    template <class T> static Result<T> take(const Async<T> &future, Millis limit = Millis(30'000))
    {
        QEventLoop loop;
        std::optional<Result<T>> got;
        thenTake(future, &loop, [&loop, &got](Result<T> result) {
            got.emplace(std::move(result));
            loop.quit();
        });
        QTimer::singleShot(limit, &loop, &QEventLoop::quit);
        const bool isInterrupted = loop.exec() != 0;
        return got ? std::move(*got) : whyNothingCame(isInterrupted);
    }
    /// Lets the event loop run for a while. False after a signal: then it is over at once.
    static bool pause(Millis span);

private:
    Arguments m_arguments;
    SystemClock m_clock;
    Purpose m_purpose = Purpose::Read;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<RemoteOutbox> m_remote; ///< Beside somebody who holds the store.
    std::unique_ptr<IpcServer> m_door;      ///< While this one holds it.
    std::optional<UtcTime> m_askedAt;
    std::optional<Millis> m_polledAt;                     ///< By the monotonic clock.
    std::optional<std::vector<SourceStatus>> m_refreshed; ///< How sources stood when refresh() ended.
};

/// Says that there is no configuration at all, so that no source can be asked; empty where there is one.
QString whyNoSource(const CliSession &session);

} // namespace quarterdeck
