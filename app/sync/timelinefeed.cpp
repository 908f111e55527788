#include "app/sync/timelinefeed.h"

#include "app/core/log.h"

#include <QRandomGenerator>

#include <utility>

namespace quarterdeck {

namespace {

constexpr std::chrono::milliseconds BetweenPortions {500};
constexpr Millis ShortestRest {30'000};
constexpr Millis LongestRest {900'000};

} // namespace

TimelineFeed::TimelineFeed(SourceId source, TimelineFace &face, Store &store, const Clock &clock, std::function<bool()> mayGoOn, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_face(face)
    , m_stored(store)
    , m_clock(clock)
    , m_mayGoOn(std::move(mayGoOn))
    , m_backoff(ShortestRest, LongestRest, [] { return QRandomGenerator::global()->generateDouble(); })
    , m_next(this)
{
    m_next.setSingleShot(true);
    m_next.setInterval(BetweenPortions);
    connect(&m_next, &QTimer::timeout, this, [this] {
        if (m_mayGoOn()) {
            begin();
        } else {
            m_next.start();
        }
    });
}

TimelineFeed::~TimelineFeed()
{
    m_stop.request_stop();
}

void TimelineFeed::polled(bool answered)
{
    if (answered && !m_isReading && m_clock.monotonic() >= m_notBefore) {
        m_next.stop();
        begin();
    }
}

void TimelineFeed::begin()
{
    m_isReading = true;
    if (m_cursor) {
        ask();
        return;
    }
    then(m_stored.cursor(m_source), this, [this](const Result<TimelineCursor> &cursor) {
        if (!cursor) {
            rest();
            return;
        }
        m_cursor = *cursor;
        ask();
    });
}

void TimelineFeed::ask()
{
    then(m_face.read(*m_cursor, m_stop.get_token()), this, [this](const Result<TimelinePage> &page) {
        if (page) {
            m_backoff.reset();
            take(*page);
            return;
        }
        qCWarning(logSync).noquote() << "The history of" << m_source << "could not be read:" << page.error().what;
        m_notBefore = m_clock.monotonic() + m_backoff.next(page.error().retryAfter);
        // Even where nothing was ever read it is known from now on that there is something to read.
        take(TimelinePage {{}, *m_cursor, false, std::nullopt});
    });
}

void TimelineFeed::take(const TimelinePage &page)
{
    if (page.lack) {
        qCWarning(logSync).noquote() << "The history of" << m_source << "is incomplete:" << page.lack->what;
    }
    then(m_stored.put(m_source, page.events, page.reaches), this, [this, reaches = page.reaches, hasMore = page.hasMore](const Result<Done> &stored) {
        if (stored) {
            m_cursor = reaches;
        }
        rest();
        if (stored && hasMore) {
            m_next.start();
        }
    });
}

void TimelineFeed::rest()
{
    m_isReading = false;
    emit rested();
}

} // namespace quarterdeck
