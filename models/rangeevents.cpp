#include "models/rangeevents.h"

#include "app/core/combinators.h"

#include <QSet>

#include <algorithm>

namespace quarterdeck {

namespace {

// Each is a question to the database of its own.
constexpr std::size_t MostTimelines = 40;

std::vector<RangeEvent> firingsOf(const std::vector<Incident> &incidents, TimeRange range)
{
    std::vector<RangeEvent> events;
    for (const Incident &incident : incidents) {
        if (range.contains(incident.created)) {
            const auto key = AlertKey::fromString(incident.fingerprint);
            events.push_back({RangeEvent::Kind::Fired, incident.created, incident.title, incident.service, key});
        }
    }
    std::ranges::stable_sort(events, {}, &RangeEvent::at);
    return events;
}

/// A change of a service is in the timeline of each of its alerts: it is one event.
void addChanges(std::vector<RangeEvent> &events, const std::vector<HistoryEvent> &timeline, const RangeEvent &alert, TimeRange range)
{
    for (const HistoryEvent &one : timeline) {
        const RangeEvent change {RangeEvent::Kind::Changed, one.at, one.detail, alert.service, alert.alert};
        const bool isKnown = std::ranges::any_of(
            events, [&change](const RangeEvent &known) { return known.kind == change.kind && known.at == change.at && known.title == change.title; });
        if (one.kind == HistoryEvent::Kind::Change && range.contains(one.at) && !isKnown) {
            events.push_back(change);
        }
    }
}

} // namespace

RangeEvents::RangeEvents(Reader &reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
{
}

RangeEvents::~RangeEvents()
{
    m_stop.request_stop();
}

void RangeEvents::read(TimeRange range)
{
    m_stop.request_stop();
    m_stop = {};
    const auto mine = m_stop.get_token();
    then(m_reader.incidents(range, mine), this, [this, range, mine](const Result<std::vector<Incident>> &incidents) {
        if (incidents && !mine.stop_requested()) {
            readChanges(firingsOf(*incidents, range), range);
        }
    });
}

void RangeEvents::readChanges(std::vector<RangeEvent> firings, TimeRange range)
{
    std::vector<Async<std::vector<HistoryEvent>>> timelines;
    std::vector<RangeEvent> alerts;
    QSet<AlertKey> asked;
    const auto mine = m_stop.get_token();
    // The newest first: there may be more than are read.
    for (auto it = firings.crbegin(); it != firings.crend() && timelines.size() < MostTimelines; ++it) {
        if (!asked.contains(it->alert)) {
            asked.insert(it->alert);
            alerts.push_back(*it);
            timelines.push_back(m_reader.history(it->alert, mine));
        }
    }
    if (timelines.empty()) {
        publish(std::move(firings));
        return;
    }
    whenAll(timelines, this, [this, firings = std::move(firings), alerts, range, mine](const std::vector<Result<std::vector<HistoryEvent>>> &all) {
        if (mine.stop_requested()) {
            return;
        }
        std::vector<RangeEvent> events = firings;
        for (std::size_t i = 0; i < all.size(); ++i) {
            addChanges(events, all[i].value_or(std::vector<HistoryEvent> {}), alerts[i], range);
        }
        publish(std::move(events));
    });
}

void RangeEvents::publish(std::vector<RangeEvent> events)
{
    std::ranges::stable_sort(events, {}, &RangeEvent::at);
    m_leftOut = events.size() > MostEvents ? events.size() - MostEvents : 0;
    events.erase(events.begin(), events.begin() + std::ptrdiff_t(m_leftOut));
    if (events != m_events) {
        m_events = std::move(events);
        emit changed();
    }
}

} // namespace quarterdeck
