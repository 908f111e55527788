#include "app/sync/rounds.h"

#include "app/sync/courier.h"
#include "app/sync/rhythm.h"
#include "app/sync/timelinefeed.h"

#include <algorithm>
#include <utility>

namespace quarterdeck {

Rounds::Rounds(Courier &courier, QObject *parent)
    : QObject(parent)
    , m_courier(courier)
{
}

void Rounds::watch(Rhythm &paging)
{
    m_watched.push_back(&paging);
}

void Rounds::watch(TimelineFeed &feed)
{
    m_feeds.emplace_back(&feed);
    connect(&feed, &TimelineFeed::rested, this, &Rounds::check);
}

void Rounds::run(const std::vector<Rhythm *> &asked, Until until, const Reply<Done> &reply)
{
    m_delivering += until != Until::Answered ? 1 : 0;
    auto left = std::make_shared<std::size_t>(asked.size());
    const auto deliver = [this, until, reply] {
        if (until != Until::Answered) {
            m_courier.pump();
        }
        m_waiting.emplace_back(until, reply);
        check();
    };
    if (asked.empty()) {
        deliver();
        return;
    }
    m_open += int(asked.size());
    for (Rhythm *rhythm : asked) {
        rhythm->askNow([this, left, deliver] {
            --m_open;
            if (--*left == 0) {
                deliver();
            }
        });
    }
}

void Rounds::check()
{
    const bool isPolling = std::any_of(m_watched.begin(), m_watched.end(), [](const Rhythm *rhythm) { return rhythm->isAsking(); });
    if (m_waiting.empty() || m_open > 0) {
        return;
    }
    const bool isDelivering = isPolling || m_courier.isBusy() || m_courier.owesLook();
    const bool isReading = std::ranges::any_of(m_feeds, [](const QPointer<TimelineFeed> &feed) { return feed && feed->isReading(); });
    for (const auto &[until, reply] : std::exchange(m_waiting, {})) {
        if ((isReading && until != Until::Delivered) || (isDelivering && until != Until::Answered)) {
            m_waiting.emplace_back(until, reply);
        } else {
            m_delivering -= until != Until::Answered ? 1 : 0;
            reply.finish(Done {});
        }
    }
}

} // namespace quarterdeck
