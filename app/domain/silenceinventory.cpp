#include "app/domain/silenceinventory.h"

#include <QHash>

#include <algorithm>

namespace quarterdeck {

namespace {

using AlertsBySource = QHash<SourceId, std::vector<const Alert *>>;

std::optional<std::vector<const Alert *>> hiddenAmong(const Silence &silence, const std::vector<const Alert *> &open)
{
    std::vector<const Alert *> hidden;
    if (silence.kind == HoldKind::Maintenance) {
        return hidden;
    }
    const MatcherSet set(silence.matchers);
    std::ranges::copy_if(
        open, std::back_inserter(hidden), [&](const Alert *alert) { return alert->isHeldBy(silence.id) || set.matches(alert->labels); });
    return set.isValid() || !hidden.empty() ? std::optional(hidden) : std::nullopt;
}

AlertsBySource openAlerts(const std::vector<Alert> &alerts)
{
    AlertsBySource open;
    for (const Alert &alert : alerts) {
        if (alert.isOpen()) {
            open[alert.key.source].push_back(&alert);
        }
    }
    return open;
}

} // namespace

SilenceState silenceStateAt(const Silence &silence, UtcTime now)
{
    if (silence.state == SilenceState::Expired || silence.endsAt <= now) {
        return SilenceState::Expired;
    }
    return silence.startsAt > now ? SilenceState::Pending : SilenceState::Active;
}

std::optional<std::vector<const Alert *>> hiddenBySilence(const Silence &silence, const std::vector<Alert> &alerts)
{
    return hiddenAmong(silence, openAlerts(alerts).value(silence.source));
}

std::vector<SilenceEntry> silenceInventory(const std::vector<Silence> &silences, const std::vector<Alert> &alerts, UtcTime now)
{
    const AlertsBySource open = openAlerts(alerts);
    std::vector<SilenceEntry> entries;
    entries.reserve(silences.size());
    for (const Silence &silence : silences) {
        SilenceEntry &entry = entries.emplace_back(SilenceEntry {silence, 0});
        entry.silence.state = silenceStateAt(silence, now);
        if (entry.silence.state == SilenceState::Active) {
            const auto hidden = hiddenAmong(silence, open.value(silence.source));
            entry.hides = hidden ? std::optional(int(hidden->size())) : std::nullopt;
        }
    }
    std::ranges::sort(entries, [](const SilenceEntry &a, const SilenceEntry &b) {
        const bool isOver = a.silence.state == SilenceState::Expired;
        if (isOver != (b.silence.state == SilenceState::Expired)) {
            return !isOver;
        }
        return a.silence.endsAt != b.silence.endsAt ? (a.silence.endsAt < b.silence.endsAt) != isOver : a.silence.id < b.silence.id;
    });
    return entries;
}

} // namespace quarterdeck
