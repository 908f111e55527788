#include "app/sync/rhythm.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace quarterdeck {

Rhythm::Rhythm(SourceId source, const Clock &clock, StatusBoard &board, PollTimes times, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_clock(clock)
    , m_board(board)
    , m_times(std::move(times))
    , m_backoff(m_times.every, std::max(m_times.every * 4, Millis(60'000)), m_times.random)
    , m_nextAt(clock.monotonic())
    , m_lastOkAt(clock.monotonic())
{
}

Rhythm::~Rhythm()
{
    m_stop.request_stop();
}

void Rhythm::askNow(std::function<void()> done)
{
    if (done) {
        m_waiting.push_back(std::move(done));
    }
    if (m_isAsking) {
        m_isAskedAgain = true;
        return;
    }
    begin();
}

void Rhythm::makeDue()
{
    m_nextAt = m_clock.monotonic();
}

void Rhythm::restart()
{
    makeDue();
    m_backoff.reset();
    if (m_isAsking) {
        m_isAskedAgain = true;
        m_isGivenUp = true;
        m_stop.request_stop();
    }
}

bool Rhythm::hasBegunAnew()
{
    if (!m_isGivenUp) {
        return false;
    }
    std::ranges::move(std::exchange(m_current, {}), std::back_inserter(m_waiting));
    begin();
    return true;
}

void Rhythm::tick(bool isPaused)
{
    const Millis now = m_clock.monotonic();
    if (m_isAsking && now - m_startedAt > m_times.giveUpAfter) {
        m_stop.request_stop();
    }
    // A source whose answers take long is not stale between two of them.
    const Millis staleAfter = std::max(m_times.staleAfter, m_times.every + m_lastTook * 2);
    m_board.set(aged(m_board.status(m_source), m_clock.now(), now - m_lastOkAt, staleAfter));
    if (!m_isAsking && !isPaused && now >= m_nextAt) {
        begin();
    }
}

void Rhythm::answered()
{
    Answer answer;
    const SourceStatus status = m_board.status(m_source);
    answer.members = status.members;
    answer.membersLive = std::max(1, status.liveMembers);
    answer.isComplete = answer.membersLive >= answer.members;
    if (answer.isComplete) {
        m_lastOkAt = m_clock.monotonic();
        m_board.set(statusIfAnswered(answer));
    }
}

SourceStatus Rhythm::statusIfAnswered(const Answer &answer) const
{
    return afterAnswer(m_board.status(m_source), answer, m_clock.now());
}

SourceStatus Rhythm::statusIfFailed(const Error &error) const
{
    return afterFailure(m_board.status(m_source), error, m_clock.now());
}

void Rhythm::begin()
{
    m_isAsking = true;
    m_isAskedAgain = false;
    m_isGivenUp = false;
    m_current = std::exchange(m_waiting, {});
    m_startedAt = m_clock.monotonic();
    m_stop = std::stop_source();
    ask(m_stop.get_token());
}

void Rhythm::finish(const SourceStatus &status, bool answered, std::optional<Millis> retryAfter)
{
    Millis wait = m_times.jittered();
    if (answered) {
        m_backoff.reset();
        m_lastTook = m_clock.monotonic() - m_startedAt;
    } else {
        wait = m_backoff.next(retryAfter);
    }
    if (status.freshness == Freshness::Live) {
        m_lastOkAt = m_clock.monotonic();
    }
    m_hasAnswered = answered;
    m_nextAt = m_clock.monotonic() + wait;
    SourceStatus shown = status;
    shown.nextPollAt = m_clock.now() + wait;
    m_isAsking = false;
    m_board.set(shown);
    emit turned(answered);
    for (const auto &done : std::exchange(m_current, {})) {
        done();
    }
    if (!m_isAsking && m_isAskedAgain) {
        begin();
    }
}

} // namespace quarterdeck
