#pragma once

#include "app/core/async.h"
#include "app/core/backoff.h"
#include "app/core/clock.h"
#include "app/sync/polltimes.h"
#include "app/sync/statusboard.h"
#include "app/sync/statusrules.h"

#include <functional>
#include <vector>

namespace quarterdeck {

/// When a source is asked, and how what it says becomes its status: the half that pollers and probers share.
/// One turn at a time; a wish for one during a turn leads to one more after it. Thread: io.
class Rhythm : public QObject {
    Q_OBJECT

public:
    /// `clock` and `board` outlive it.
    Rhythm(SourceId source, const Clock &clock, StatusBoard &board, PollTimes times, QObject *parent);
    ~Rhythm() override;

    /// No turn is concluded before this: what an earlier run knew of the source is part of its status.
    void awaitRestored(Async<Done> restored) { m_restored = std::move(restored); }
    /// A turn at once; `done` runs when a turn that began after this call is over.
    void askNow(std::function<void()> done = {});
    /// A turn at the next tick, however often this is called.
    void makeDue();
    /// The same after a suspend or a change of the network: one under way is given up for it, which says nothing of the source, since its connection
    /// may lead nowhere now.
    void restart();
    /// Starts the turn that is due, ages the status and gives up a turn that hangs. `isPaused`: starts none.
    void tick(bool isPaused);
    /// Monotonic time of the next turn.
    Millis nextAt() const { return m_nextAt; }
    /// The last turn was answered, and the next is not due yet.
    bool isRested() const { return !m_isAsking && m_hasAnswered && m_clock.monotonic() < m_nextAt; }
    /// A turn goes on.
    bool isAsking() const { return m_isAsking; }
    /// Who is asked.
    const SourceId &source() const { return m_source; }
    /// The source proved itself by answering something else.
    virtual void answered();

signals:
    /// A turn is over and its outcome is stored. `answered`: the source said something usable.
    void turned(bool answered);

protected:
    /// Begins one turn that ends in succeed() or failWith().
    virtual void ask(CancelToken cancel) = 0;
    /// The status once this answer is stored.
    SourceStatus statusIfAnswered(const Answer &answer) const;
    /// The status once this failure is stored.
    SourceStatus statusIfFailed(const Error &error) const;
    /// True where a turn that failed was given up by restart(): then the next has begun, and this one is over without a word.
    bool hasBegunAnew();
    /// Ends the turn.
    void finish(const SourceStatus &status, bool answered, std::optional<Millis> retryAfter = std::nullopt);
    /// The status holds what an earlier run knew.
    const Async<Done> &whenRestored() const { return m_restored; }
    /// The clock of the turns.
    const Clock &clock() const { return m_clock; }

private:
    void begin();

    SourceId m_source;
    const Clock &m_clock;
    StatusBoard &m_board;
    PollTimes m_times;
    Backoff m_backoff;
    Async<Done> m_restored = ready<Done>(Done {});
    std::stop_source m_stop;
    std::vector<std::function<void()>> m_waiting;
    std::vector<std::function<void()>> m_current;
    Millis m_nextAt;
    Millis m_startedAt {0};
    Millis m_lastOkAt;
    Millis m_lastTook {0}; ///< The last turn that was answered.
    bool m_isAsking = false;
    bool m_hasAnswered = false; ///< In the last turn.
    bool m_isAskedAgain = false;
    bool m_isGivenUp = false; ///< The turn under way, by restart().
};

} // namespace quarterdeck
