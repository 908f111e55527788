#include "app/domain/filterfields.h"

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

struct FieldName {
    QLatin1StringView name;
    FilterField field;
};
constexpr std::array FieldNames {FieldName {QLatin1StringView("is"), FilterField::Is}, FieldName {QLatin1StringView("no"), FilterField::No},
    FieldName {QLatin1StringView("severity"), FilterField::Severity}, FieldName {QLatin1StringView("service"), FilterField::Service},
    FieldName {QLatin1StringView("team"), FilterField::Team}, FieldName {QLatin1StringView("source"), FilterField::Source},
    FieldName {QLatin1StringView("cluster"), FilterField::Cluster}, FieldName {QLatin1StringView("alertname"), FilterField::Alertname},
    FieldName {QLatin1StringView("@source"), FilterField::Source}, FieldName {QLatin1StringView("@state"), FilterField::State},
    FieldName {QLatin1StringView("@muted"), FilterField::Muted}, FieldName {QLatin1StringView("@assignee"), FilterField::Assignee},
    FieldName {QLatin1StringView("@by"), FilterField::By}, FieldName {QLatin1StringView("@age"), FilterField::Age},
    FieldName {QLatin1StringView("@acked"), FilterField::Acked}};

/// A word that a field takes, and the bit that it stands for; the first word of a bit is the one that is told.
struct FieldWord {
    QLatin1StringView word;
    quint32 bit;
};
enum Is : quint32 { Open = 1, Triggered = 2, Acknowledged = 4, Silenced = 8, Resolved = 16, Stale = 32, IsPending = 64, Unowned = 128 };
constexpr std::array IsWords {FieldWord {QLatin1StringView("open"), Open}, FieldWord {QLatin1StringView("triggered"), Triggered},
    FieldWord {QLatin1StringView("acknowledged"), Acknowledged}, FieldWord {QLatin1StringView("silenced"), Silenced},
    FieldWord {QLatin1StringView("resolved"), Resolved}, FieldWord {QLatin1StringView("stale"), Stale},
    FieldWord {QLatin1StringView("pending"), IsPending}, FieldWord {QLatin1StringView("unowned"), Unowned}};
enum No : quint32 { NoService = 1, NoTeam = 2, NoCluster = 4, NoAssignee = 8, NoRunbook = 16, NoSummary = 32 };
constexpr std::array NoWords {FieldWord {QLatin1StringView("service"), NoService}, FieldWord {QLatin1StringView("team"), NoTeam},
    FieldWord {QLatin1StringView("cluster"), NoCluster}, FieldWord {QLatin1StringView("assignee"), NoAssignee},
    FieldWord {QLatin1StringView("runbook"), NoRunbook}, FieldWord {QLatin1StringView("summary"), NoSummary}};
enum State : quint32 { BySilence = 32, ByDowntime = 64, ByInhibition = 128, ByInterval = 256 };
constexpr quint32 stateBit(AlertState state)
{
    return 1U << quint32(state);
}
constexpr std::array StateWords {FieldWord {QLatin1StringView("triggered"), stateBit(AlertState::Triggered)},
    FieldWord {QLatin1StringView("acknowledged"), stateBit(AlertState::Acknowledged)},
    FieldWord {QLatin1StringView("snoozed"), stateBit(AlertState::Snoozed)},
    FieldWord {QLatin1StringView("suppressed"), stateBit(AlertState::Suppressed)}, FieldWord {QLatin1StringView("silenced"), BySilence},
    FieldWord {QLatin1StringView("downtime"), ByDowntime}, FieldWord {QLatin1StringView("inhibited"), ByInhibition},
    FieldWord {QLatin1StringView("muted"), ByInterval}, FieldWord {QLatin1StringView("resolved"), stateBit(AlertState::Resolved)},
    FieldWord {QLatin1StringView("firing"), stateBit(AlertState::Triggered)},
    FieldWord {QLatin1StringView("active"), stateBit(AlertState::Triggered)},
    FieldWord {QLatin1StringView("acked"), stateBit(AlertState::Acknowledged)}};
constexpr quint32 holdBit(HoldKind kind)
{
    return 1U << quint32(kind);
}
constexpr std::array MutedWords {FieldWord {QLatin1StringView("snooze"), holdBit(HoldKind::Snooze)},
    FieldWord {QLatin1StringView("silence"), holdBit(HoldKind::Silence)}, FieldWord {QLatin1StringView("downtime"), holdBit(HoldKind::Downtime)},
    FieldWord {QLatin1StringView("maintenance"), holdBit(HoldKind::Maintenance)},
    FieldWord {QLatin1StringView("inhibition"), holdBit(HoldKind::Inhibition)},
    FieldWord {QLatin1StringView("interval"), holdBit(HoldKind::TimeInterval)},
    FieldWord {QLatin1StringView("unexplained"), holdBit(HoldKind::Unexplained)},
    FieldWord {QLatin1StringView("time-interval"), holdBit(HoldKind::TimeInterval)}};

template <class F> void eachWord(FilterField field, F &&see)
{
    switch (field) {
    case FilterField::Is:
        std::ranges::for_each(IsWords, see);
        break;
    case FilterField::No:
        std::ranges::for_each(NoWords, see);
        break;
    case FilterField::State:
        std::ranges::for_each(StateWords, see);
        break;
    case FilterField::Muted:
        std::ranges::for_each(MutedWords, see);
        break;
    case FilterField::Severity:
        for (int i = 0; i <= int(Severity::Unknown); ++i) {
            see(FieldWord {severityName(Severity(i)), 1U << quint32(i)});
        }
        break;
    default:
        break;
    }
}

quint32 isBits(const Alert &alert, bool isStale)
{
    quint32 bits = alert.isOpen() ? Open : Resolved;
    switch (alert.state) {
    case AlertState::Triggered:
        bits |= Triggered;
        break;
    case AlertState::Acknowledged:
        bits |= Acknowledged;
        break;
    case AlertState::Snoozed:
    case AlertState::Suppressed:
        bits |= Silenced;
        break;
    case AlertState::Resolved:
        break;
    }
    bits |= isStale ? Stale : 0U;
    bits |= alert.pending != Pending::None ? quint32(IsPending) : 0U;
    bits |= alert.service.isEmpty() && alert.team.isEmpty() ? Unowned : 0U;
    return bits;
}

quint32 noBits(const Alert &alert)
{
    quint32 bits = alert.service.isEmpty() ? quint32(NoService) : 0U;
    bits |= alert.team.isEmpty() ? NoTeam : 0U;
    bits |= alert.cluster.isEmpty() ? NoCluster : 0U;
    bits |= alert.assigned.isEmpty() ? NoAssignee : 0U;
    bits |= alert.runbookUrl.isEmpty() ? NoRunbook : 0U;
    bits |= alert.summary.isEmpty() ? NoSummary : 0U;
    return bits;
}

quint32 mutedBits(const Alert &alert)
{
    quint32 bits = 0;
    for (const Hold &hold : alert.holds) {
        bits |= hold.receiver.isEmpty() && alert.isOpen() ? holdBit(hold.kind) : 0U;
    }
    return bits;
}

quint32 stateBits(const Alert &alert)
{
    const quint32 muted = mutedBits(alert);
    quint32 bits = stateBit(alert.state);
    if (alert.state == AlertState::Suppressed) {
        bits |= (muted & (holdBit(HoldKind::Silence) | holdBit(HoldKind::Downtime))) != 0 ? quint32(BySilence) : 0U;
        bits |= (muted & holdBit(HoldKind::Downtime)) != 0 ? ByDowntime : 0U;
        bits |= (muted & holdBit(HoldKind::Inhibition)) != 0 ? ByInhibition : 0U;
    }
    bits |= (muted & holdBit(HoldKind::TimeInterval)) != 0 ? ByInterval : 0U;
    return bits;
}

} // namespace

QStringList filterFieldNames()
{
    QStringList names;
    for (const FieldName &field : FieldNames) {
        names << field.name;
    }
    return names;
}

std::optional<FilterField> filterFieldFromName(QStringView name)
{
    const auto found = std::ranges::find_if(FieldNames, [&](const FieldName &field) { return name.compare(field.name, Qt::CaseInsensitive) == 0; });
    return found == FieldNames.end() ? std::nullopt : std::optional(found->field);
}

bool isAgeField(FilterField field)
{
    return field == FilterField::Age || field == FilterField::Acked;
}

QStringList filterValues(FilterField field)
{
    QStringList words;
    quint32 told = 0;
    eachWord(field, [&](const FieldWord &word) {
        if ((told & word.bit) == 0) {
            words << word.word;
        }
        told |= word.bit;
    });
    return words;
}

std::optional<quint32> filterBit(FilterField field, QStringView value)
{
    std::optional<quint32> bit;
    eachWord(field, [&](const FieldWord &word) {
        if (!bit && value.compare(word.word, Qt::CaseInsensitive) == 0) {
            bit = word.bit;
        }
    });
    if (!bit && field == FilterField::Severity) {
        const Severity severity = severityFromLabel(value.toString());
        return severity == Severity::Unknown ? std::nullopt : std::optional(1U << quint32(severity));
    }
    return bit;
}

quint32 filterBits(FilterField field, const Alert &alert, bool isStale)
{
    switch (field) {
    case FilterField::Is:
        return isBits(alert, isStale);
    case FilterField::No:
        return noBits(alert);
    case FilterField::Severity:
        return 1U << quint32(alert.severity);
    case FilterField::State:
        return stateBits(alert);
    case FilterField::Muted:
        return mutedBits(alert);
    default:
        return 0;
    }
}

QString filterText(FilterField field, const Alert &alert)
{
    switch (field) {
    case FilterField::Service:
        return alert.service;
    case FilterField::Team:
        return alert.team;
    case FilterField::Source:
        return alert.key.source;
    case FilterField::Cluster:
        return alert.cluster;
    case FilterField::Alertname:
        return alert.title;
    default:
        return {};
    }
}

QStringList holders(const Alert &alert)
{
    QStringList names;
    for (const Hold &hold : alert.holds) {
        if (!hold.by.isEmpty() && !names.contains(hold.by)) {
            names.append(hold.by);
        }
    }
    return names;
}

} // namespace quarterdeck
