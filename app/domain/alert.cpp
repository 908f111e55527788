#include "app/domain/alert.h"

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

constexpr std::array AlertStateNames {QLatin1StringView("triggered"), QLatin1StringView("acknowledged"), QLatin1StringView("snoozed"),
    QLatin1StringView("suppressed"), QLatin1StringView("resolved")};

/// The values under these names, all in one pass: ten thousand alerts ask for them at each poll.
template <std::size_t Count> std::array<QString, Count> valuesOf(const Labels &labels, const std::array<QStringView, Count> &names)
{
    std::array<QString, Count> values;
    for (const Label &label : labels) {
        const auto name = std::find(names.begin(), names.end(), QStringView(label.name));
        if (name != names.end()) {
            values.at(std::size_t(name - names.begin())) = label.value;
        }
    }
    return values;
}

} // namespace

AlertKey AlertKey::fromString(QStringView text)
{
    // The name of a source holds none; the id of a backend may hold any number.
    const qsizetype colon = text.indexOf(u':');
    return colon <= 0 ? AlertKey {} : AlertKey {text.left(colon).toString(), text.mid(colon + 1).toString()};
}

QLatin1StringView alertStateName(AlertState state)
{
    return AlertStateNames.at(std::size_t(state));
}

AlertState alertStateFromName(QStringView name)
{
    for (std::size_t i = 0; i < AlertStateNames.size(); ++i) {
        if (name == AlertStateNames.at(i)) {
            return AlertState(i);
        }
    }
    return AlertState::Triggered;
}

Hold Alert::acknowledgement() const
{
    const Hold *hold = holds.find(HoldKind::Acknowledgement);
    hold = hold == nullptr ? holds.find(HoldKind::Snooze) : hold;
    return hold == nullptr ? Hold {} : *hold;
}

QStringList Alert::mutes() const
{
    return holds.ids(HoldKind::Silence) + holds.ids(HoldKind::Downtime) + holds.ids(HoldKind::Maintenance);
}

bool Alert::isHeldBy(const QString &id) const
{
    return std::any_of(holds.begin(), holds.end(), [&id](const Hold &hold) { return hold.kind <= HoldKind::Maintenance && hold.id == id; });
}

void deriveFields(Alert &alert)
{
    auto [title, severity, cluster, team, owner] = valuesOf<5>(alert.labels, {u"alertname", u"severity", u"cluster", u"team", u"owner"});
    auto [summary, description, message, url, runbook] = valuesOf<5>(
        alert.annotations, {u"summary", u"description", u"message", u"runbook_url", u"runbook"});
    alert.title = std::move(title);
    alert.summary = std::move(summary.isEmpty() ? description.isEmpty() ? message : description : summary);
    alert.severity = severityFromLabel(severity);
    alert.cluster = std::move(cluster);
    alert.team = std::move(team.isEmpty() ? owner : team);
    alert.runbookUrl = std::move(url.isEmpty() ? runbook : url);
}

} // namespace quarterdeck
