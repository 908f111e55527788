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

void mix(quint64 &hash, quint64 value)
{
    for (int i = 0; i < 8; ++i) {
        hash = (hash ^ ((value >> (8 * i)) & 0xFF)) * 0x100000001b3ULL;
    }
}

void mix(quint64 &hash, const QString &text)
{
    for (const QChar c : text) {
        mix(hash, quint64(c.unicode()));
    }
    mix(hash, quint64(0xFFFFFFFF));
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

quint64 Alert::version() const
{
    quint64 hash = 0xcbf29ce484222325ULL;
    mix(hash, quint64(state));
    mix(hash, quint64(startsAt.ms));
    mix(hash, rawState);
    for (const QString &id : silencedBy) {
        mix(hash, id);
    }
    for (const QString &name : mutedBy) {
        mix(hash, name);
    }
    mix(hash, ackSilence);
    for (const QString &name : assigned) {
        mix(hash, name);
    }
    return hash;
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
