#include "models/alertindex.h"

#include <algorithm>

// The alerts that stand for others in AlertIndex: one row for one incident.
namespace quarterdeck {

const std::vector<AlertIndex::Follower> &AlertIndex::followers(int slot) const
{
    static const std::vector<Follower> None;
    const auto found = m_followers.constFind(slot);
    return found == m_followers.constEnd() ? None : *found;
}

void AlertIndex::lift(int slot)
{
    count(m_items[std::size_t(slot)], -1);
    displace(slot);
}

void AlertIndex::settle(int slot)
{
    Item &item = m_items[std::size_t(slot)];
    item.alert.severity = item.told;
    for (const Follower &one : followers(slot)) {
        item.alert.severity = std::min(item.alert.severity, m_items[std::size_t(one.slot)].told);
    }
    item.group = groupFor(item.alert);
    match(slot);
    item.isHeld = item.isHeld && item.isMatched;
    item.isMarked = item.isMarked && item.isMatched;
    count(item, 1);
    place(slot);
    m_pendingChanges.push_back(slot);
}

void AlertIndex::part(int slot)
{
    std::vector<int> freed;
    for (const Follower &one : followers(slot)) {
        freed.push_back(one.slot);
    }
    const int lead = m_items[std::size_t(slot)].lead;
    if (freed.empty() && lead < 0) {
        return;
    }
    const int changed = lead < 0 ? slot : lead;
    lift(changed);
    if (lead >= 0) {
        freed.push_back(slot);
        std::erase_if(m_followers[lead], [slot](const Follower &one) { return one.slot == slot; });
    } else {
        m_followers.remove(slot);
    }
    for (const int one : freed) {
        lift(one);
        m_items[std::size_t(one)].lead = -1;
        settle(one);
    }
    settle(changed);
}

void AlertIndex::setIncidents(const std::vector<JoinedIncident> &incidents)
{
    QHash<int, std::vector<Follower>> after;
    QHash<int, int> leads;
    for (const JoinedIncident &incident : incidents) {
        const int lead = slotOf(incident.lead);
        for (const JoinedIncident::Follower &follower : incident.followers) {
            const int slot = slotOf(follower.key);
            if (lead >= 0 && slot >= 0) {
                after[lead].push_back({slot, follower.by, follower.with});
                leads.insert(slot, lead);
            }
        }
    }
    QSet<int> concerned;
    const auto add = [&](const QHash<int, std::vector<Follower>> &all, const QHash<int, std::vector<Follower>> &others) {
        for (auto one = all.cbegin(); one != all.cend(); ++one) {
            if (others.value(one.key()) != *one) {
                concerned.insert(one.key());
                for (const Follower &follower : *one) {
                    concerned.insert(follower.slot);
                }
            }
        }
    };
    add(m_followers, after);
    add(after, m_followers);
    for (const int slot : std::as_const(concerned)) {
        lift(slot);
    }
    m_followers = std::move(after);
    for (const int slot : std::as_const(concerned)) {
        m_items[std::size_t(slot)].lead = leads.value(slot, -1);
    }
    for (const int slot : std::as_const(concerned)) {
        settle(slot);
    }
}

} // namespace quarterdeck
