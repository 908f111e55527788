#include "models/oncallfeed.h"

#include "app/core/clock.h"
#include "app/ports/sources.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr Millis AskEvery {300'000};
constexpr Millis AskAgain {60'000};
constexpr qint64 Minute = 60'000;

} // namespace

OnCallFeed::OnCallFeed(OnCallReader &reader, const Sources &sources, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_sources(sources)
    , m_clock(clock)
{
}

OnCallFeed::~OnCallFeed()
{
    m_stop.request_stop();
}

bool OnCallFeed::hasSource() const
{
    return std::ranges::any_of(m_sources.statuses(), [](const SourceStatus &status) { return status.faces.testFlag(Face::OnCall); });
}

void OnCallFeed::look()
{
    if (hasSource() && isDue()) {
        read();
    }
}

void OnCallFeed::read()
{
    if (m_isAsking) {
        return;
    }
    m_isAsking = true;
    m_askedAt = m_clock.monotonic();
    const UtcTime now = m_clock.now();
    // Whole minutes: a source that knows no milliseconds would cover a little less than it was asked for.
    const UtcTime until {(now + Ahead).ms / Minute * Minute};
    then(m_reader.onCall({now, until}, m_stop.get_token()), this, [this, until](const Result<OnCallAnswer> &answer) {
        m_isAsking = false;
        m_until = until;
        m_answer = answer;
        emit answered();
    });
}

bool OnCallFeed::isDue() const
{
    if (!m_answer) {
        return !m_isAsking;
    }
    const bool isLive = *m_answer && (*m_answer)->isLive;
    return !m_isAsking && !m_sources.isPaused() && m_clock.monotonic() - m_askedAt >= (isLive ? AskEvery : AskAgain);
}

} // namespace quarterdeck
