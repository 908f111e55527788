#include "app/domain/quiet.h"

namespace quarterdeck {

namespace {

void fillFromSilence(QuietReason &reason, const Silence &silence)
{
    // Of the rest its source says what they are.
    reason.kind = reason.kind == HoldKind::Silence ? silence.kind : reason.kind;
    reason.name = matchersText(silence.matchers);
    reason.by = silence.createdBy;
    reason.since = silence.startsAt;
    reason.until = silence.endsAt;
    reason.why = commentText(silence.comment);
}

QuietReason reasonOf(const Alert &alert, const Hold &hold, const QuietSources &known)
{
    QuietReason reason {hold};
    switch (hold.kind) {
    case HoldKind::Acknowledgement:
    case HoldKind::Silence:
    case HoldKind::Downtime:
    case HoldKind::Maintenance:
        if (const Silence *silence = known.silence ? known.silence(alert.key.source, hold.id) : nullptr) {
            fillFromSilence(reason, *silence);
        }
        break;
    case HoldKind::Inhibition:
        if (const Alert *other = known.alert ? known.alert({alert.key.source, hold.id}) : nullptr) {
            reason.name = other->title;
            reason.why = other->summary;
        }
        break;
    case HoldKind::TimeInterval:
        reason.name = hold.id;
        reason.id.clear();
        break;
    case HoldKind::Snooze:
        reason.id.clear();
        break;
    case HoldKind::Unexplained:
        break;
    }
    return reason;
}

} // namespace

std::vector<QuietReason> quietReasons(const Alert &alert, const QuietSources &known)
{
    std::vector<QuietReason> reasons;
    if (!alert.isOpen()) {
        return reasons;
    }
    for (const Hold &hold : alert.holds) {
        reasons.push_back(reasonOf(alert, hold, known));
    }
    if (reasons.empty() && quietKind(alert)) {
        reasons.push_back({{*quietKind(alert), {}}});
    }
    return reasons;
}

std::optional<HoldKind> quietKind(const Alert &alert)
{
    switch (alert.state) {
    case AlertState::Triggered:
    case AlertState::Resolved:
        return std::nullopt;
    case AlertState::Acknowledged:
        return HoldKind::Acknowledgement;
    case AlertState::Snoozed:
        return HoldKind::Snooze;
    case AlertState::Suppressed:
        break;
    }
    for (const HoldKind kind : {HoldKind::Silence, HoldKind::Downtime, HoldKind::Inhibition, HoldKind::TimeInterval}) {
        if (alert.holds.has(kind)) {
            return kind;
        }
    }
    return HoldKind::Unexplained;
}

QStringList extensible(const Alert &alert, bool acknowledgesBySilence)
{
    QStringList ids = alert.mutes();
    const QString taken = alert.acknowledgement().id;
    if (!taken.isEmpty() && (acknowledgesBySilence || ids.isEmpty())) {
        ids.prepend(taken);
    }
    return ids;
}

void QuietCount::add(const Alert &alert, UtcTime until)
{
    if (!alert.isOpen()) {
        return;
    }
    const std::optional<HoldKind> kind = quietKind(alert);
    if (!kind) {
        ++open;
        return;
    }
    switch (*kind) {
    case HoldKind::Acknowledgement:
        ++acknowledged;
        break;
    case HoldKind::Maintenance:
        ++open;
        break;
    case HoldKind::Snooze:
        ++snoozed;
        break;
    case HoldKind::Downtime:
        ++inDowntime;
        break;
    case HoldKind::Silence: {
        QuietCount one;
        one.silenced = 1;
        one.silencedUntil = until;
        add(one);
        break;
    }
    case HoldKind::Inhibition:
        ++inhibited;
        break;
    case HoldKind::TimeInterval:
        ++muted;
        break;
    case HoldKind::Unexplained:
        ++unexplained;
        break;
    }
}

void QuietCount::add(const QuietCount &other)
{
    if (other.silenced > 0) {
        isOneEnd = other.isOneEnd && (silenced == 0 || (isOneEnd && other.silencedUntil == silencedUntil));
        silencedUntil = silenced == 0                                    ? other.silencedUntil
            : !silencedUntil.isValid() || !other.silencedUntil.isValid() ? std::max(silencedUntil, other.silencedUntil)
                                                                         : std::min(silencedUntil, other.silencedUntil);
    }
    open += other.open;
    acknowledged += other.acknowledged;
    silenced += other.silenced;
    inDowntime += other.inDowntime;
    snoozed += other.snoozed;
    inhibited += other.inhibited;
    muted += other.muted;
    unexplained += other.unexplained;
}

} // namespace quarterdeck
