#include "app/sources/api/polltail.h"

#include "app/core/combinators.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace quarterdeck {

namespace {

constexpr Millis ResumeWithin {600'000};
constexpr Millis BackfillWithin {300'000};

/// When a tail of this query begins: at the end of its range, where that is not older than five minutes; else now.
UtcTime tailStart(const LogQuery &query, UtcTime now)
{
    const bool isRecent = query.range.to.isValid() && query.range.to <= now && now - query.range.to < BackfillWithin;
    return isRecent ? query.range.to : now;
}

} // namespace

TailReading readingOf(std::vector<LogLine> lines, bool isFull)
{
    TailReading reading;
    if (isFull && lines.front().nanos == lines.back().nanos) {
        reading.gap = UtcTime {lines.back().nanos / 1'000'000};
        reading.goesOnAt = lines.back().nanos + 1;
    } else if (isFull) {
        reading.goesOnAt = lines.back().nanos;
    }
    reading.lines = std::move(lines);
    return reading;
}

PollTail::PollTail(TailReader read, TailSink sink, TailRules rules, const Clock &clock, CancelToken cancel, QObject *parent)
    : QObject(parent)
    , m_read(std::move(read))
    , m_sink(std::move(sink))
    , m_rules(rules)
    , m_clock(clock)
    , m_cancel(std::move(cancel))
    , m_backoff(Millis(250), Millis(5'000), [] { return QRandomGenerator::global()->generateDouble(); })
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PollTail::read);
}

Async<Done> PollTail::run(TailPlace place, UtcTime start)
{
    const auto future = m_reply.future();
    // The stop may be asked for on another thread, and within this very call.
    m_onCancel = std::make_unique<std::stop_callback<std::function<void()>>>(m_cancel, [this] {
        QMetaObject::invokeMethod(
            this, [this] { finish(fail(ErrorKind::Cancelled, QStringLiteral("Cancelled"))); }, Qt::QueuedConnection);
    });
    m_place = std::move(place);
    if (!m_place.isSet()) {
        m_place.begin(start.isValid() ? start - m_rules.overlap : m_clock.now());
    }
    read();
    return future;
}

void PollTail::read()
{
    if (m_isFinished) {
        return;
    }
    // The first reading after an interruption looks for late lines, too.
    const bool isSweep = m_readings % std::max(1, m_rules.sweepEach) == 0;
    const qint64 from = m_goesOnAt.value_or(m_place.nextFrom(m_rules, isSweep));
    m_readSince = m_goesOnAt ? m_readSince : m_clock.now();
    const qint64 to = (m_clock.now() + m_rules.ahead).nanos();
    then(m_read(from, to, m_cancel), this, [this](const Result<TailReading> &reading) { take(reading); });
}

void PollTail::take(const Result<TailReading> &reading)
{
    if (m_isFinished) {
        return;
    }
    if (!reading) {
        failed(reading.error());
        return;
    }
    m_backoff.reset();
    if (!std::exchange(m_isFollowing, true)) {
        m_sink(TailFollowing {});
    }
    if (reading->gap) {
        m_sink(TailGap {*reading->gap});
    }
    std::vector<LogLine> news = m_place.news(reading->lines);
    if (!news.empty()) {
        m_sink(std::move(news));
    }
    m_goesOnAt = reading->goesOnAt;
    if (m_isFinished) {
        return;
    }
    if (m_goesOnAt) {
        m_timer.start(0);
        return;
    }
    ++m_readings;
    m_place.readWhole(m_readSince, m_rules);
    m_timer.start(int(m_rules.every.count()));
}

void PollTail::failed(const Error &error)
{
    const bool isWorthRetrying = (isTransient(error.kind) && error.kind != ErrorKind::RateLimited) || error.kind == ErrorKind::BadPayload;
    if (!isWorthRetrying || m_backoff.failures() >= m_rules.quickRetries) {
        finish(tl::unexpected(error));
        return;
    }
    m_goesOnAt.reset();
    m_readings = 0;
    m_isFollowing = false;
    m_timer.start(int(m_backoff.next().count()));
}

void PollTail::finish(Result<Done> result)
{
    if (m_isFinished) {
        return;
    }
    m_isFinished = true;
    m_timer.stop();
    m_onCancel.reset();
    m_reply.finish(std::move(result));
}

PolledTails::PolledTails(const Clock &clock)
    : m_clock(clock)
{
}

Async<Done> PolledTails::follow(const LogQuery &query, TailReader read, TailSink sink, const TailRules &rules, CancelToken cancel)
{
    auto *tail = new PollTail(std::move(read), std::move(sink), rules, m_clock, std::move(cancel), this);
    return map(tail->run(takeInterrupted(query), tailStart(query, m_clock.now())), this, [this, tail, query](Result<Done> ended) {
        if (!ended && ended.error().kind != ErrorKind::Cancelled) {
            m_interrupted.push_back({query, tail->place(), m_clock.monotonic()});
        }
        tail->deleteLater();
        return ended;
    });
}

TailPlace PolledTails::takeInterrupted(const LogQuery &query)
{
    const Millis now = m_clock.monotonic();
    std::erase_if(m_interrupted, [now](const Interrupted &one) { return now - one.since > ResumeWithin; });
    const auto known = std::ranges::find(m_interrupted, query, &Interrupted::query);
    if (known == m_interrupted.end()) {
        return {};
    }
    TailPlace place = std::move(known->place);
    m_interrupted.erase(known);
    return place;
}

} // namespace quarterdeck
