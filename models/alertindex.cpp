#include "models/alertindex.h"

#include <algorithm>
#include <tuple>

namespace quarterdeck {

void AlertIndex::setAlerts(std::vector<Alert> alerts)
{
    QSet<AlertKey> marked;
    for (const Item &item : m_items) {
        if (item.isUsed && item.isMarked) {
            marked.insert(item.alert.key);
        }
    }
    m_items.clear();
    m_freeSlots.clear();
    m_releasedSlots.clear();
    m_slots.clear();
    m_followers.clear();
    m_slots.reserve(qsizetype(alerts.size()));
    m_items.reserve(alerts.size());
    for (Alert &alert : alerts) {
        const qsizetype before = m_slots.size();
        int &slot = m_slots[alert.key];
        if (m_slots.size() == before) {
            m_items[std::size_t(slot)].told = alert.severity;
            m_items[std::size_t(slot)].alert = std::move(alert);
            continue;
        }
        slot = int(m_items.size());
        Item &item = m_items.emplace_back();
        item.isUsed = true;
        item.isMarked = !marked.isEmpty() && marked.contains(alert.key);
        item.told = alert.severity;
        item.alert = std::move(alert);
    }
    rebuild();
}

void AlertIndex::rebuild()
{
    m_groups.clear();
    m_groupIds.clear();
    for (Item &item : m_items) {
        if (item.isUsed) {
            item.group = groupFor(item.alert);
        }
    }
    placeAll();
}

void AlertIndex::placeAll()
{
    m_totals = {};
    m_pendingChanges.clear();
    m_changed.clear();
    for (Group &group : m_groups) {
        group.members.clear();
        group.arrivals.clear();
        group.info.held = 0;
        group.info.isFolded = false;
    }
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        Item &item = m_items[i];
        if (!item.isUsed) {
            continue;
        }
        item.isListed = false;
        match(int(i));
        if (item.isHeld || !item.isMatched) {
            item.isMarked = false;
        }
        count(item, 1);
        place(int(i));
    }
    for (Group &group : m_groups) {
        mergeMembers(group);
    }
    for (Group &group : m_groups) {
        describe(group);
    }
    sortGroups();
}

bool AlertIndex::matches(Item &item) const
{
    if (m_filter.isEmpty()) {
        return true;
    }
    if (m_filter.needsHaystack() && item.haystack.isEmpty()) {
        item.haystack = AlertFilter::haystackOf(item.alert);
    }
    return m_filter.matches(item.alert, item.haystack, m_beside.of(item.alert, m_filter));
}

void AlertIndex::match(int slot)
{
    Item &item = m_items[std::size_t(slot)];
    item.isMatched = item.lead < 0 && matches(item);
    // What is looked for may be said by one that is not shown: then the row that stands for it is.
    if (item.lead < 0 && !item.isMatched) {
        item.isMatched = std::ranges::any_of(followers(slot), [this](const Follower &one) { return matches(m_items[std::size_t(one.slot)]); });
    }
}

void AlertIndex::count(const Item &item, int sign)
{
    if (item.lead >= 0) {
        return;
    }
    const bool isOpen = item.alert.isOpen();
    m_totals.all += sign;
    m_totals.open += isOpen ? sign : 0;
    m_totals.openCritical += item.alert.state == AlertState::Triggered && item.alert.severity == Severity::Critical ? sign : 0;
    m_totals.matched += item.isMatched ? sign : 0;
    m_totals.matchedOpen += item.isMatched && isOpen ? sign : 0;
    m_totals.held += item.isHeld && item.isMatched ? sign : 0;
    m_totals.marked += item.isMarked ? sign : 0;
}

void AlertIndex::place(int slot)
{
    Item &item = m_items[std::size_t(slot)];
    Group &group = m_groups[std::size_t(item.group)];
    group.isDirty = true;
    if (item.isMatched && item.isHeld) {
        ++group.info.held;
    } else if (item.isMatched) {
        item.isListed = true;
        group.arrivals.push_back(slot);
    }
}

void AlertIndex::displace(int slot)
{
    Item &item = m_items[std::size_t(slot)];
    Group &group = m_groups[std::size_t(item.group)];
    group.isDirty = true;
    if (item.isMatched && item.isHeld) {
        --group.info.held;
    } else if (item.isListed) {
        item.isListed = false;
        if (std::erase(group.arrivals, slot) == 0) {
            // Found by its place, as long as the item still has the values it was sorted by.
            const auto at = std::lower_bound(group.members.begin(), group.members.end(), slot, [this](int a, int b) { return isBefore(a, b); });
            Q_ASSERT(at != group.members.end() && *at == slot);
            group.members.erase(at);
        }
    }
}

void AlertIndex::upsert(const Alert &alert, bool hold)
{
    const auto known = m_slots.constFind(alert.key);
    if (known != m_slots.constEnd()) {
        const int slot = *known;
        Item &item = m_items[std::size_t(slot)];
        const bool wasShown = item.isMatched && !item.isHeld;
        if (!alert.isOpen()) {
            part(slot);
        }
        const int lead = item.lead;
        lift(slot);
        const bool sameText = item.alert.labels == alert.labels && item.alert.summary == alert.summary && item.alert.service == alert.service
            && item.alert.team == alert.team;
        item.alert = alert;
        item.told = alert.severity;
        if (!sameText) {
            item.haystack.clear();
        }
        settle(slot);
        if (item.isMatched && !item.isHeld && !wasShown && hold) {
            lift(slot);
            item.isHeld = true;
            settle(slot);
        }
        if (lead >= 0) {
            lift(lead);
            settle(lead);
        }
        return;
    }
    int slot = int(m_items.size());
    if (m_freeSlots.empty()) {
        m_items.emplace_back();
    } else {
        slot = m_freeSlots.back();
        m_freeSlots.pop_back();
    }
    Item &item = m_items[std::size_t(slot)];
    item = Item {};
    item.isUsed = true;
    item.alert = alert;
    item.told = alert.severity;
    m_slots.insert(alert.key, slot);
    item.group = groupFor(alert);
    match(slot);
    item.isHeld = hold && item.isMatched;
    count(item, 1);
    place(slot);
    m_pendingChanges.push_back(slot);
}

void AlertIndex::remove(const AlertKey &key)
{
    const int slot = m_slots.value(key, -1);
    if (slot < 0) {
        return;
    }
    part(slot);
    lift(slot);
    m_items[std::size_t(slot)] = Item {};
    m_slots.remove(key);
    m_releasedSlots.push_back(slot);
}

void AlertIndex::releaseHeld()
{
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        Item &item = m_items[i];
        if (item.isUsed && item.isHeld) {
            count(item, -1);
            displace(int(i));
            item.isHeld = false;
            count(item, 1);
            place(int(i));
        }
    }
}

bool AlertIndex::isBefore(int left, int right) const
{
    const Alert &a = m_items[std::size_t(left)].alert;
    const Alert &b = m_items[std::size_t(right)].alert;
    switch (m_sort) {
    case AlertSort::SeverityAge:
        if (a.severity != b.severity) {
            return a.severity < b.severity;
        }
        [[fallthrough]];
    case AlertSort::Oldest:
        if (a.startsAt != b.startsAt) {
            return a.startsAt < b.startsAt;
        }
        break;
    case AlertSort::Newest:
        if (a.startsAt != b.startsAt) {
            return b.startsAt < a.startsAt;
        }
        break;
    case AlertSort::Title:
        break;
    }
    const int byTitle = QString::compare(a.title, b.title);
    return byTitle != 0 ? byTitle < 0 : std::tie(a.key.source, a.key.id) < std::tie(b.key.source, b.key.id);
}

void AlertIndex::mergeMembers(Group &group)
{
    if (group.arrivals.empty()) {
        return;
    }
    const auto before = [this](int a, int b) { return isBefore(a, b); };
    std::sort(group.arrivals.begin(), group.arrivals.end(), before);
    const auto middle = std::ptrdiff_t(group.members.size());
    group.members.insert(group.members.end(), group.arrivals.begin(), group.arrivals.end());
    std::inplace_merge(group.members.begin(), group.members.begin() + middle, group.members.end(), before);
    group.arrivals.clear();
}

void AlertIndex::commit()
{
    bool isAnyDirty = false;
    for (Group &group : m_groups) {
        if (group.isDirty) {
            mergeMembers(group);
            describe(group);
            isAnyDirty = true;
        }
    }
    if (isAnyDirty) {
        sortGroups();
    }
    m_changed = std::exchange(m_pendingChanges, {});
    m_freeSlots.insert(m_freeSlots.end(), m_releasedSlots.begin(), m_releasedSlots.end());
    m_releasedSlots.clear();
}

void AlertIndex::setFilter(const AlertFilter &filter)
{
    m_filter = filter;
    placeAll();
}

void AlertIndex::arrange(AlertGrouping grouping, AlertSort sort)
{
    m_grouping = grouping;
    m_sort = sort;
    rebuild();
}

bool AlertIndex::setNotLive(const QSet<SourceId> &sources)
{
    if (sources == m_beside.notLive) {
        return false;
    }
    m_beside.notLive = sources;
    for (Group &group : m_groups) {
        group.isDirty = true;
    }
    if (!m_filter.needsFreshness()) {
        commit();
        return false;
    }
    placeAll();
    return true;
}

bool AlertIndex::setNow(UtcTime now)
{
    m_beside.now = now;
    if (!m_filter.needsTime()) {
        return false;
    }
    placeAll();
    return true;
}

void AlertIndex::setMarked(int slot, bool marked)
{
    Item &item = m_items[std::size_t(slot)];
    if (item.isUsed && item.isMarked != marked && item.isMatched && !item.isHeld) {
        item.isMarked = marked;
        m_totals.marked += marked ? 1 : -1;
    }
}

std::vector<int> AlertIndex::rows() const
{
    std::vector<int> ids;
    ids.reserve(std::size_t(m_slots.size()) + m_order.size());
    for (const int index : m_order) {
        const Group &group = m_groups[std::size_t(index)];
        if (group.info.kind != AlertGroup::Kind::All) {
            ids.push_back(headerId(index));
        }
        if (!group.info.isFolded) {
            ids.insert(ids.end(), group.members.begin(), group.members.end());
        }
    }
    return ids;
}

std::vector<Alert> AlertIndex::marked() const
{
    std::vector<Alert> found;
    for (const Item &item : m_items) {
        if (item.isUsed && item.isMarked) {
            found.push_back(item.alert);
        }
    }
    return found;
}

int AlertIndex::warm(int from, int count)
{
    for (int i = std::max(0, from); i < slotCount(); ++i) {
        Item &item = m_items[std::size_t(i)];
        if (item.isUsed && item.haystack.isEmpty()) {
            if (count-- == 0) {
                return i;
            }
            item.haystack = AlertFilter::haystackOf(item.alert);
        }
    }
    return -1;
}

} // namespace quarterdeck
