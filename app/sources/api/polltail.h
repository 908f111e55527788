#pragma once

#include "app/core/async.h"
#include "app/core/backoff.h"
#include "app/core/clock.h"
#include "app/sources/api/tailplace.h"

#include <QTimer>

namespace quarterdeck {

/// What one reading of a tail brought.
struct TailReading {
    std::vector<LogLine> lines; ///< From the asked place on, oldest first.
    /// Set where there is more: the next reading begins there. Everything before it was read. Units: nanoseconds since the epoch.
    std::optional<qint64> goesOnAt;
    std::optional<UtcTime> gap; ///< Lines from there on may be missing for good: of an instant that holds more than the server gives.
};

/// A reading that brought its oldest lines up to a limit; `isFull`: it was reached. It goes on at the last instant, or after it where that alone is
/// more than the limit.
TailReading readingOf(std::vector<LogLine> lines, bool isFull);

/// Reads from an instant (included) to another (excluded). Units: nanoseconds since the epoch.
using TailReader = std::function<Async<TailReading>(qint64 from, qint64 to, CancelToken cancel)>;

/// A tail by readings that overlap: whatever becomes visible late is still found, and what was told is not told again. Thread: io.
class PollTail final : public QObject {
public:
    /// `clock` outlives it.
    PollTail(TailReader read, TailSink sink, TailRules rules, const Clock &clock, CancelToken cancel, QObject *parent);

    /// Goes on from `place`, where it is set; else it begins at `start` (invalid: now). Finishes with the error that ended it.
    Async<Done> run(TailPlace place, UtcTime start);
    /// How far it has come: for going on later.
    const TailPlace &place() const { return m_place; }

private:
    void read();
    void take(const Result<TailReading> &reading);
    void failed(const Error &error);
    void finish(Result<Done> result);

    TailReader m_read;
    TailSink m_sink;
    TailRules m_rules;
    const Clock &m_clock;
    CancelToken m_cancel;
    std::unique_ptr<std::stop_callback<std::function<void()>>> m_onCancel;
    Reply<Done> m_reply;
    TailPlace m_place;
    Backoff m_backoff;
    QTimer m_timer;
    std::optional<qint64> m_goesOnAt;
    UtcTime m_readSince;
    int m_readings = 0;
    bool m_isFollowing = false;
    bool m_isFinished = false;
};

/// The tails of one source. Where one was interrupted, the same query goes on there within ten minutes. Thread: io.
class PolledTails final : public QObject {
public:
    /// `clock` outlives it.
    explicit PolledTails(const Clock &clock);
    Async<Done> follow(const LogQuery &query, TailReader read, TailSink sink, const TailRules &rules, CancelToken cancel);

private:
    struct Interrupted {
        LogQuery query;
        TailPlace place;
        Millis since;
    };
    TailPlace takeInterrupted(const LogQuery &query);

    const Clock &m_clock;
    std::vector<Interrupted> m_interrupted;
};

} // namespace quarterdeck
