#include "models/alertmodel.h"

#include <QElapsedTimer>

// How AlertModel finds the alerts that are one incident.
namespace quarterdeck {

namespace {

/// Below this many ms it is done with every change, above it for a tenth of the time at most.
constexpr int CheapJoin = 2;

} // namespace

void AlertModel::setVerbs(QHash<SourceId, VerbSet> verbs)
{
    if (std::exchange(m_verbs, std::move(verbs)) != m_verbs) {
        join();
        commit();
    }
}

void AlertModel::setJoinDecisions(std::vector<JoinDecision> decisions)
{
    if (std::exchange(m_decisions, std::move(decisions)) != m_decisions) {
        join();
        commit();
    }
}

void AlertModel::joinSoon()
{
    if (m_joinCost <= CheapJoin) {
        join();
    } else if (!m_joiner.isActive()) {
        m_joiner.start(m_joinCost * 10);
    }
}

void AlertModel::join()
{
    QElapsedTimer took;
    took.start();
    std::vector<const Alert *> open;
    open.reserve(std::size_t(m_index.slotCount()));
    for (int slot = 0; slot < m_index.slotCount(); ++slot) {
        const AlertIndex::Item &item = m_index.item(slot);
        if (item.isUsed && item.alert.isOpen()) {
            open.push_back(&item.alert);
        }
    }
    m_index.setIncidents(joinedIncidents(open, m_verbs, m_decisions));
    m_joinCost = int(took.elapsed());
}

std::vector<AlertModel::Follower> AlertModel::followers(const AlertKey &key) const
{
    std::vector<Follower> found;
    const int slot = m_index.slotOf(key);
    for (const AlertIndex::Follower &one : slot < 0 ? std::vector<AlertIndex::Follower> {} : m_index.followers(slot)) {
        found.push_back({&m_index.item(one.slot).alert, one.by, one.with});
    }
    return found;
}

} // namespace quarterdeck
