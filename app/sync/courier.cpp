#include "app/sync/courier.h"

#include <algorithm>

namespace quarterdeck {

namespace {
constexpr Millis SweepEvery {30'000};
}

Courier::Courier(Store &store, const Clock &clock, DeliveryRules rules, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_rules(std::move(rules))
    , m_sweptAt(clock.monotonic())
{
}

void Courier::addSource(const SourceId &source, ActFace *acts)
{
    if (m_lanes.contains(source)) {
        return;
    }
    auto *lane = new DeliveryLane(source, acts, m_store, m_clock, m_rules, this);
    connect(lane, &DeliveryLane::delivered, this, [this, source] { emit delivered(source); });
    connect(lane, &DeliveryLane::idle, this, &Courier::idle);
    m_lanes.emplace(source, lane);
    if (acts != nullptr) {
        auto *surplus = new Surplus(*acts, m_store, m_rules.isReadOnly, this);
        connect(surplus, &Surplus::ended, this, [this, source] { emit delivered(source); });
        connect(surplus, &Surplus::idle, this, &Courier::idle);
        m_surplus.emplace(source, surplus);
    }
}

void Courier::sawSilences(const SourceId &source, const std::vector<Silence> &silences)
{
    if (const auto at = m_surplus.find(source); at != m_surplus.end()) {
        at->second->saw(silences);
    }
}

void Courier::setReachable(const SourceId &source, bool reachable)
{
    const auto at = m_lanes.find(source);
    if (at == m_lanes.end()) {
        return;
    }
    at->second->setReachable(reachable);
}

void Courier::pump(const SourceId &source)
{
    for (const auto &[id, lane] : m_lanes) {
        if (source.isEmpty() || source == id) {
            lane->pump();
        }
    }
}

void Courier::resume(const SourceId &source)
{
    for (const auto &[id, lane] : m_lanes) {
        if (source.isEmpty() || source == id) {
            lane->resume();
        }
    }
}

void Courier::tick(bool delivers)
{
    const bool isSweeping = delivers && m_clock.monotonic() - m_sweptAt >= SweepEvery;
    for (const auto &[source, lane] : m_lanes) {
        const bool isDue = lane->endRests();
        if (isSweeping || (isDue && delivers)) {
            lane->pump();
        }
    }
    if (isSweeping) {
        m_sweptAt = m_clock.monotonic();
    }
}

bool Courier::isBusy() const
{
    const auto isAtWork = [](const auto &one) { return one.second->isBusy(); };
    return std::any_of(m_lanes.begin(), m_lanes.end(), isAtWork) || std::any_of(m_surplus.begin(), m_surplus.end(), isAtWork);
}

bool Courier::owesLook() const
{
    return std::any_of(m_lanes.begin(), m_lanes.end(), [](const auto &lane) { return lane.second->owesLook(); });
}

std::vector<SourceId> Courier::waiting() const
{
    std::vector<SourceId> sources;
    for (const auto &[source, lane] : m_lanes) {
        if (lane->hasWaiting()) {
            sources.push_back(source);
        }
    }
    return sources;
}

} // namespace quarterdeck
