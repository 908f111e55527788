#include "models/alertindex.h"

#include <algorithm>
#include <tuple>

// The groups of AlertIndex: which one an alert belongs to, what is to be said of it, when it folds, in which order they stand.
namespace quarterdeck {

namespace {

struct Place {
    AlertGroup::Kind kind;
    QString name;
};

Place placeOf(const Alert &alert, AlertGrouping grouping)
{
    if (!alert.isOpen()) {
        return {AlertGroup::Kind::Resolved, {}};
    }
    switch (grouping) {
    case AlertGrouping::Service:
        if (!alert.service.isEmpty()) {
            return {AlertGroup::Kind::Service, alert.service};
        }
        return alert.team.isEmpty() ? Place {AlertGroup::Kind::Unowned, {}} : Place {AlertGroup::Kind::Team, alert.team};
    case AlertGrouping::Alertname:
        return {AlertGroup::Kind::Alertname, alert.title};
    case AlertGrouping::Cluster:
        return alert.cluster.isEmpty() ? Place {AlertGroup::Kind::NoCluster, {}} : Place {AlertGroup::Kind::Cluster, alert.cluster};
    case AlertGrouping::None:
        break;
    }
    return {AlertGroup::Kind::All, {}};
}

/// By kind and name.
std::pair<int, QString> groupKey(const AlertGroup &info)
{
    return {int(info.kind), info.name};
}

bool isGroupBefore(const AlertGroup &left, const AlertGroup &right)
{
    // Resolved ones stand last; else the worst first, named ones before the rest, then by name: counts never make a group jump.
    const auto rank = [](const AlertGroup &group) {
        const bool isRest = group.kind >= AlertGroup::Kind::NoCluster;
        return std::tuple(group.kind == AlertGroup::Kind::Resolved, group.worstOfAll, isRest, group.kind);
    };
    const auto leftRank = rank(left);
    const auto rightRank = rank(right);
    return leftRank != rightRank ? leftRank < rightRank : left.name < right.name;
}

} // namespace

int AlertIndex::groupFor(const Alert &alert)
{
    const Place place = placeOf(alert, m_grouping);
    const auto known = m_groupIds.constFind({int(place.kind), place.name});
    if (known != m_groupIds.constEnd()) {
        return *known;
    }
    const int index = int(m_groups.size());
    Group &group = m_groups.emplace_back();
    group.info.kind = place.kind;
    group.info.name = place.name;
    dressGroup(group.info);
    m_groupIds.insert(groupKey(group.info), index);
    return index;
}

void AlertIndex::dressGroup(AlertGroup &info) const
{
    const auto service = info.kind == AlertGroup::Kind::Service ? m_services.constFind(info.name.toLower()) : m_services.constEnd();
    if (service == m_services.constEnd()) {
        info.owner = info.kind == AlertGroup::Kind::Team ? info.name : QString();
        info.tier.clear();
        info.dependents.clear();
        return;
    }
    info.owner = service->owner;
    info.isOwnerKnown = service->isOwnerKnown;
    info.tier = service->tier;
    info.dependents = service->dependents;
}

void AlertIndex::setServices(const std::vector<Service> &services)
{
    m_services.clear();
    for (const Service &service : services) {
        m_services.insert(service.name.toLower(), service);
    }
    for (Group &group : m_groups) {
        dressGroup(group.info);
    }
}

void AlertIndex::setSilences(const std::vector<Silence> &silences)
{
    m_beside.silences.clear();
    for (const Silence &silence : silences) {
        if (silence.state == SilenceState::Active && silence.kind != HoldKind::Maintenance) {
            m_beside.silences.insert(FilterMoments::keyOf(silence.source, silence.id), {silence.startsAt, silence.endsAt});
        }
    }
    for (Group &group : m_groups) {
        group.info.quiet = countQuiet(group);
    }
}

UtcTime AlertIndex::until(const Alert &alert) const
{
    if (alert.state == AlertState::Acknowledged || alert.state == AlertState::Snoozed) {
        return alert.acknowledgement().until;
    }
    UtcTime last;
    for (const QString &id : alert.mutes()) {
        last = std::max(last, m_beside.silences.value(FilterMoments::keyOf(alert.key.source, id)).to);
    }
    return last;
}

std::vector<AlertIndex::Obstacle> AlertIndex::obstacles() const
{
    std::vector<int> counts(m_filter.spans().size(), 0);
    std::vector<int> own;
    const auto look = [&](int slot) {
        const Item &item = m_items[std::size_t(slot)];
        const bool isMissing = m_filter.needsHaystack() && item.haystack.isEmpty();
        own.push_back(
            m_filter.loneObstacle(item.alert, isMissing ? AlertFilter::haystackOf(item.alert) : item.haystack, m_beside.of(item.alert, m_filter)));
    };
    for (int slot = 0; slot < slotCount(); ++slot) {
        const Item &item = m_items[std::size_t(slot)];
        if (!item.isUsed || item.lead >= 0) {
            continue;
        }
        own.clear();
        look(slot);
        for (const Follower &one : followers(slot)) {
            look(one.slot);
        }
        // A row counts once for a term, however many of its incident would come.
        std::ranges::sort(own);
        own.erase(std::ranges::unique(own).begin(), own.end());
        for (const int term : own) {
            if (term >= 0) {
                ++counts[std::size_t(term)];
            }
        }
    }
    std::vector<Obstacle> found;
    for (std::size_t term = 0; term < counts.size(); ++term) {
        if (counts[term] > 0) {
            found.push_back({m_filter.termText(int(term)).toString(), counts[term]});
        }
    }
    return found;
}

QuietCount AlertIndex::countQuiet(const Group &group) const
{
    QuietCount quiet;
    for (const int slot : group.members) {
        const Alert &alert = m_items[std::size_t(slot)].alert;
        quiet.add(alert, until(alert));
    }
    return quiet;
}

QuietCount AlertIndex::quiet() const
{
    QuietCount all;
    for (const Group &group : m_groups) {
        all.add(group.info.quiet);
    }
    all.open += m_totals.held;
    return all;
}

void AlertIndex::describe(Group &group)
{
    AlertGroup &info = group.info;
    info.count = info.open = info.triggered = info.acknowledged = info.silenced = info.stale = 0;
    info.quiet = countQuiet(group);
    info.worst = Severity::Unknown;
    info.worstOfAll = Severity::Unknown;
    bool isCommon = true;
    const QString *title = nullptr;
    for (const int slot : group.members) {
        const Alert &alert = m_items[std::size_t(slot)].alert;
        ++info.count;
        info.open += alert.isOpen() ? 1 : 0;
        info.triggered += alert.state == AlertState::Triggered ? 1 : 0;
        info.acknowledged += alert.state == AlertState::Acknowledged ? 1 : 0;
        info.silenced += alert.state == AlertState::Suppressed || alert.state == AlertState::Snoozed ? 1 : 0;
        info.stale += m_beside.notLive.contains(alert.key.source) ? 1 : 0;
        info.worstOfAll = std::min(info.worstOfAll, alert.severity);
        if (alert.state == AlertState::Triggered) {
            info.worst = std::min(info.worst, alert.severity);
        }
        isCommon = isCommon && (title == nullptr || *title == alert.title);
        title = &alert.title;
    }
    info.worst = info.triggered > 0 ? info.worst : info.worstOfAll;
    info.commonTitle = isCommon && title != nullptr ? *title : QString();
    decideFold(group);
    group.isDirty = false;
}

void AlertIndex::decideFold(Group &group) const
{
    AlertGroup &info = group.info;
    const auto chosen = m_chosenFolds.constFind(groupKey(info));
    if (info.kind == AlertGroup::Kind::All) {
        info.isFolded = false;
    } else if (chosen != m_chosenFolds.constEnd()) {
        info.isFolded = *chosen;
    } else if (info.kind == AlertGroup::Kind::Resolved) {
        info.isFolded = true;
    } else if (info.isFolded) {
        // Unfolds only well below the limit: a group at the limit must not flicker.
        info.isFolded = info.count > FoldLimit / 2;
    } else if (info.count > FoldLimit) {
        const int current = m_slots.value(m_current, -1);
        info.isFolded = current < 0 || !m_items[std::size_t(current)].isListed
            || &m_groups[std::size_t(m_items[std::size_t(current)].group)] != &group;
    }
}

void AlertIndex::setFolded(int index, bool folded)
{
    Group &group = m_groups[std::size_t(index)];
    if (group.info.kind != AlertGroup::Kind::All) {
        m_chosenFolds.insert(groupKey(group.info), folded);
        group.info.isFolded = folded;
    }
}

void AlertIndex::sortGroups()
{
    m_order.clear();
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        if (!m_groups[i].members.empty()) {
            m_order.push_back(int(i));
        }
    }
    std::sort(
        m_order.begin(), m_order.end(), [this](int a, int b) { return isGroupBefore(m_groups[std::size_t(a)].info, m_groups[std::size_t(b)].info); });
}

} // namespace quarterdeck
