#include "app/domain/handover.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace quarterdeck {

namespace {

void sortByGravity(std::vector<Alert> &alerts)
{
    std::ranges::stable_sort(alerts,
        [](const Alert &one, const Alert &other) { return std::pair(one.severity, one.startsAt) < std::pair(other.severity, other.startsAt); });
}

/// The last end of what keeps an alert quiet; nothing where one of them has none that is known.
std::optional<QuietReason> lastOf(const std::vector<QuietReason> &reasons)
{
    const auto last = std::ranges::max_element(reasons, {}, [](const QuietReason &reason) { return reason.until; });
    const bool isKnown = std::ranges::all_of(reasons, [](const QuietReason &reason) { return reason.until.isValid(); });
    return last == reasons.end() || !isKnown ? std::nullopt : std::optional(*last);
}

std::vector<Handover::Noisy> noisyOf(const std::vector<const Incident *> &incidents)
{
    std::vector<Handover::Noisy> all;
    QHash<QString, std::size_t> places;
    for (const Incident *incident : incidents) {
        const QString key = incident->title + QChar(u'\0') + incident->service;
        const auto known = places.constFind(key);
        const std::size_t at = known == places.constEnd() ? all.size() : *known;
        if (at == all.size()) {
            places.insert(key, at);
            all.push_back({incident->title, incident->service});
        }
        ++all[at].incidents;
        all[at].unattended += incident->resolved && !incident->acknowledged ? 1 : 0;
    }
    std::erase_if(all, [](const Handover::Noisy &one) { return one.incidents < 2; });
    std::ranges::stable_sort(all, [](const Handover::Noisy &one, const Handover::Noisy &other) {
        return std::pair(-one.incidents, one.title) < std::pair(-other.incidents, other.title);
    });
    return all;
}

} // namespace

Handover handoverOf(
    TimeRange shift, TimeRange next, const std::vector<Alert> &alerts, const std::vector<Silence> &silences, const std::vector<Incident> &incidents)
{
    Handover handover;
    handover.shift = shift;
    handover.next = next;
    QHash<QString, const Silence *> bySourceAndId;
    for (const Silence &silence : silences) {
        bySourceAndId.insert(silence.source + QChar(u'\0') + silence.id, &silence);
        if (silence.state == SilenceState::Active && silence.kind != HoldKind::Acknowledgement && next.contains(silence.endsAt)) {
            handover.ending.push_back(silence);
        }
    }
    const QuietSources known {[&bySourceAndId](const SourceId &source, const QString &id) { return bySourceAndId.value(source + QChar(u'\0') + id); },
        [](const AlertKey &) -> const Alert * { return nullptr; }};
    for (const Alert &alert : alerts) {
        if (!alert.isOpen()) {
            continue;
        }
        if (alert.state == AlertState::Triggered) {
            handover.open.push_back(alert);
        } else if (alert.state == AlertState::Acknowledged) {
            handover.acknowledged.push_back(alert);
        }
        if (const auto last = lastOf(quietReasons(alert, known)); last && next.contains(last->until)) {
            handover.returning.push_back({alert, *last, last->until});
        }
    }
    sortByGravity(handover.open);
    sortByGravity(handover.acknowledged);
    std::ranges::stable_sort(handover.returning, {}, &Handover::Returning::at);
    std::ranges::stable_sort(handover.ending, {}, &Silence::endsAt);
    std::vector<const Incident *> begun;
    for (const Incident &incident : incidents) {
        if (shift.contains(incident.created)) {
            begun.push_back(&incident);
            handover.resolved += incident.resolved && *incident.resolved < shift.to ? 1 : 0;
        }
    }
    handover.incidents = int(begun.size());
    handover.noisy = noisyOf(begun);
    return handover;
}

} // namespace quarterdeck
