#include "app/domain/quiet.h"

#include <array>

namespace quarterdeck {

namespace {

constexpr std::array KindNames {QLatin1StringView("silence"), QLatin1StringView("acknowledgement"), QLatin1StringView("inhibition"),
    QLatin1StringView("time-interval"), QLatin1StringView("unexplained"), QLatin1StringView("snooze"), QLatin1StringView("maintenance")};

QuietReason silenceReason(const Alert &alert, const QString &id, const QuietSources &known)
{
    QuietReason reason;
    reason.id = id;
    const Silence *silence = known.silence ? known.silence(alert.key.source, id) : nullptr;
    const bool isAcknowledgedByIt = id == alert.ackSilence;
    if (silence != nullptr) {
        reason.name = matchersText(silence->matchers);
        reason.by = silence->createdBy;
        reason.until = silence->endsAt;
        reason.why = commentText(silence->comment);
    } else if (isAcknowledgedByIt) {
        reason.by = alert.acknowledgedBy;
        reason.until = alert.acknowledgedUntil;
    }
    reason.kind = isAcknowledgedByIt || (silence != nullptr && isAcknowledgement(silence->comment)) ? QuietKind::Acknowledgement : QuietKind::Silence;
    if (silence != nullptr && silence->isMaintenance) {
        reason.kind = QuietKind::Maintenance;
    }
    return reason;
}

QuietReason inhibitionReason(const Alert &alert, const QString &fingerprint, const QuietSources &known)
{
    QuietReason reason;
    reason.kind = QuietKind::Inhibition;
    reason.id = fingerprint;
    if (const Alert *other = known.alert ? known.alert({alert.key.source, fingerprint}) : nullptr) {
        reason.name = other->title;
        reason.why = other->summary;
    }
    return reason;
}

} // namespace

QLatin1StringView quietKindName(QuietKind kind)
{
    return KindNames.at(std::size_t(kind));
}

std::vector<QuietReason> quietReasons(const Alert &alert, const QuietSources &known)
{
    std::vector<QuietReason> reasons;
    if (!alert.isOpen()) {
        return reasons;
    }
    if (alert.state == AlertState::Snoozed) {
        reasons.push_back({QuietKind::Snooze, {}, {}, alert.acknowledgedBy, alert.acknowledgedUntil, {}, {}});
    } else if (!alert.ackSilence.isEmpty()) {
        reasons.push_back(silenceReason(alert, alert.ackSilence, known));
    } else if (alert.state == AlertState::Acknowledged) {
        reasons.push_back({QuietKind::Acknowledgement, {}, {}, alert.acknowledgedBy, alert.acknowledgedUntil, {}, {}});
    }
    for (const QString &id : alert.silencedBy) {
        if (id != alert.ackSilence) {
            reasons.push_back(silenceReason(alert, id, known));
        }
    }
    for (const QString &fingerprint : alert.inhibitedBy) {
        reasons.push_back(inhibitionReason(alert, fingerprint, known));
    }
    for (const QString &interval : alert.mutedBy) {
        reasons.push_back({QuietKind::TimeInterval, {}, interval, {}, {}, {}, {}});
    }
    for (const QString &receiver : alert.mutedFor) {
        reasons.push_back({QuietKind::TimeInterval, {}, alert.partlyMutedBy.join(QStringLiteral(", ")), {}, {}, {}, receiver});
    }
    if (reasons.empty() && quietKind(alert)) {
        reasons.push_back({*quietKind(alert), {}, {}, {}, {}, {}, {}});
    }
    return reasons;
}

std::optional<QuietKind> quietKind(const Alert &alert)
{
    switch (alert.state) {
    case AlertState::Triggered:
    case AlertState::Resolved:
        return std::nullopt;
    case AlertState::Acknowledged:
        return QuietKind::Acknowledgement;
    case AlertState::Snoozed:
        return QuietKind::Snooze;
    case AlertState::Suppressed:
        break;
    }
    return !alert.silencedBy.isEmpty() ? QuietKind::Silence
        : !alert.inhibitedBy.isEmpty() ? QuietKind::Inhibition
        : !alert.mutedBy.isEmpty()     ? QuietKind::TimeInterval
                                       : QuietKind::Unexplained;
}

void QuietCount::add(const Alert &alert, UtcTime until)
{
    if (!alert.isOpen()) {
        return;
    }
    const std::optional<QuietKind> kind = quietKind(alert);
    if (!kind || kind == QuietKind::Acknowledgement) {
        ++open;
        acknowledged += kind ? 1 : 0;
        return;
    }
    if (kind == QuietKind::Snooze) {
        ++snoozed;
        return;
    }
    if (kind != QuietKind::Silence) {
        ++(kind == QuietKind::Inhibition ? inhibited : kind == QuietKind::TimeInterval ? muted : unexplained);
        return;
    }
    QuietCount one;
    one.silenced = 1;
    one.silencedUntil = until;
    add(one);
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
    snoozed += other.snoozed;
    inhibited += other.inhibited;
    muted += other.muted;
    unexplained += other.unexplained;
}

} // namespace quarterdeck
