#include "models/groupsummary.h"

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

using Counts = QHash<QString, int>;

std::vector<GroupSummary::Part> sorted(const Counts &counts)
{
    std::vector<GroupSummary::Part> parts;
    parts.reserve(std::size_t(counts.size()));
    for (auto at = counts.begin(); at != counts.end(); ++at) {
        parts.push_back({at.key(), at.value()});
    }
    std::sort(parts.begin(), parts.end(), [](const GroupSummary::Part &left, const GroupSummary::Part &right) {
        return left.count != right.count ? left.count > right.count : left.name < right.name;
    });
    return parts;
}

void keepShared(std::vector<Label> &common, const Labels &labels)
{
    std::erase_if(common, [&labels](const Label &label) { return !labels.contains(label.name) || labels.value(label.name) != label.value; });
}

void countState(GroupSummary::Row &row, const Alert &alert)
{
    QuietCount quiet;
    switch (alert.state) {
    case AlertState::Triggered:
        ++row.triggered;
        break;
    case AlertState::Acknowledged:
        ++row.acknowledged;
        break;
    case AlertState::Snoozed:
    case AlertState::Suppressed:
        quiet.add(alert, {});
        row.silenced += quiet.silenced;
        row.inDowntime += quiet.inDowntime;
        row.snoozed += quiet.snoozed;
        row.inhibited += quiet.inhibited;
        row.muted += quiet.muted;
        row.unexplained += quiet.unexplained;
        break;
    case AlertState::Resolved:
        ++row.resolved;
        break;
    }
}

} // namespace

bool canAcknowledge(const Alert &alert)
{
    const bool isHeld = alert.state == AlertState::Acknowledged || alert.state == AlertState::Snoozed;
    return alert.isOpen() && !isHeld && alert.pending == Pending::None && alert.can.has(Verb::Acknowledge);
}

VerbTargets verbTargets(const std::vector<const Alert *> &alerts, int many)
{
    VerbTargets targets;
    targets.alerts = int(alerts.size());
    targets.first = alerts.empty() ? QString() : alerts.front()->title;
    const SourceId *acknowledgedAt = nullptr;
    bool isOneSource = true;
    for (const Alert *alert : alerts) {
        const SourceId &source = alert->key.source;
        if (canAcknowledge(*alert)) {
            ++targets.acknowledge;
            isOneSource = isOneSource && (acknowledgedAt == nullptr || *acknowledgedAt == source);
            acknowledgedAt = &source;
        }
        if (alert->isOpen()) {
            if (targets.source.isEmpty()) {
                targets.source = source;
            }
            ++(source == targets.source ? targets.silence : targets.elsewhere);
        }
    }
    targets.isOneSilence = isOneSource && targets.acknowledge > many;
    return targets;
}

std::vector<const Alert *> membersOf(const AlertIndex &index, const AlertGroup &group)
{
    std::vector<const Alert *> found;
    for (const int id : index.rows()) {
        if (id >= 0 || &index.group(AlertIndex::groupOfHeader(id)) != &group) {
            continue;
        }
        for (const int slot : index.members(AlertIndex::groupOfHeader(id))) {
            found.push_back(&index.item(slot).alert);
        }
        break;
    }
    return found;
}

GroupSummary summariseGroup(const std::vector<const Alert *> &alerts, int many)
{
    GroupSummary summary;
    summary.total = int(alerts.size());
    summary.verbs = verbTargets(alerts, many);
    if (alerts.empty()) {
        return summary;
    }
    std::array<GroupSummary::Row, std::size_t(Severity::Unknown) + 1> rows;
    std::array<int, std::size_t(Severity::Unknown) + 1> counts {};
    Counts names;
    Counts services;
    Counts sources;
    const Labels &first = alerts.front()->labels;
    std::vector<Label> common(first.begin(), first.end());
    for (const Alert *alert : alerts) {
        countState(rows[std::size_t(alert->severity)], *alert);
        ++counts[std::size_t(alert->severity)];
        summary.conflicts += alert->pending == Pending::Conflict ? 1 : 0;
        summary.onTheirWay += alert->pending != Pending::None && alert->pending != Pending::Conflict ? 1 : 0;
        ++names[alert->title];
        ++sources[alert->key.source];
        if (alert->service.isEmpty()) {
            ++summary.withoutService;
        } else {
            ++services[alert->service];
        }
        if (alert->startsAt.isValid() && (!summary.oldest.since.isValid() || alert->startsAt < summary.oldest.since)) {
            summary.oldest = {alert->title, alert->startsAt};
        }
        if (alert->startsAt.isValid() && (!summary.newest.since.isValid() || summary.newest.since < alert->startsAt)) {
            summary.newest = {alert->title, alert->startsAt};
        }
        if (!common.empty()) {
            keepShared(common, alert->labels);
        }
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (counts[i] > 0) {
            rows[i].severity = Severity(i);
            summary.severities.push_back(rows[i]);
        }
    }
    summary.names = sorted(names);
    summary.services = sorted(services);
    summary.sources = sorted(sources);
    for (const Label &label : common) {
        summary.common.insert(label.name, label.value);
    }
    return summary;
}

} // namespace quarterdeck
