#pragma once

#include "app/bootstrap/engine.h"
#include "app/cli/arguments.h"

#include <QEventLoop>
#include <QTimer>

#include <memory>
#include <optional>

namespace quarterdeck {

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
    /// Opens the engine. Waits a little where another qdeck holds the store. Errors: those of Engine::create.
    Result<Done> open();
    /// Whether open() has succeeded.
    bool isOpen() const { return m_engine != nullptr; }
    /// Only after open() succeeded.
    Engine &engine() { return *m_engine; }
    /// Another program holds the store: it polls and delivers, and writes go through it.
    bool isBesideWindow() const;
    /// The name for the envelope.
    QString contextName() const;

    /// Asks every source once and delivers what waits, for at most `limit`. Does nothing beside a window or with --cached.
    void refresh(Millis limit);
    /// The status of every source of the context, aged to now: what did not answer this time is not called live.
    std::vector<SourceStatus> statuses();

    /// Runs the event loop until the future is finished. Errors: its own; Timeout.
    template <class T> static Result<T> wait(const Async<T> &future, Millis limit = Millis(30'000))
    {
        QEventLoop loop;
        std::optional<Result<T>> got;
        then(future, &loop, [&loop, &got](const Result<T> &result) {
            got = result;
            loop.quit();
        });
        QTimer::singleShot(limit, &loop, &QEventLoop::quit);
        loop.exec();
        return got ? *got : Result<T>(fail(ErrorKind::Timeout, QStringLiteral("It took too long")));
    }
    /// Lets the event loop run for a while.
    static void pause(Millis span);

private:
    SourceStatus agedStatus(const Endpoint &endpoint, const std::vector<SourceStatus> &stored) const;

    Arguments m_arguments;
    SystemClock m_clock;
    std::unique_ptr<Engine> m_engine;
    std::optional<UtcTime> m_askedAt;
};

} // namespace quarterdeck
