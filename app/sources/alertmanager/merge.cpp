#include "app/sources/alertmanager/merge.h"

#include <QHash>

#include <algorithm>

namespace quarterdeck::alertmanager {

namespace {

/// Adds what another member knows of the same alert.
void unite(Alert &alert, Alert other)
{
    const bool isBothInhibited = !alert.inhibitedBy.isEmpty() && !other.inhibitedBy.isEmpty();
    const bool isBothQuiet = alert.state == AlertState::Suppressed && other.state == AlertState::Suppressed;
    QStringList silencedBy = alert.silencedBy;
    for (const QString &id : other.silencedBy) {
        if (!silencedBy.contains(id)) {
            silencedBy.append(id);
        }
    }
    silencedBy.sort();
    // Prometheus replicas start an alert seconds apart: the earliest start stays the same from poll to poll.
    UtcTime startsAt = alert.startsAt;
    if (!startsAt.isValid() || (other.startsAt.isValid() && other.startsAt < startsAt)) {
        startsAt = other.startsAt;
    }
    if (other.updatedAt > alert.updatedAt) {
        std::swap(alert, other);
    }
    alert.startsAt = startsAt;
    alert.silencedBy = silencedBy;
    if (!isBothInhibited) {
        alert.inhibitedBy.clear();
    }
    // Silences are gossiped; inhibition is each member's own view, and one that does not share it would notify.
    alert.state = !silencedBy.isEmpty() || isBothQuiet ? AlertState::Suppressed : AlertState::Triggered;
    if (alert.state == AlertState::Triggered && alert.rawState == QLatin1StringView("suppressed")) {
        alert.rawState = other.rawState;
    }
}

void addSilences(std::vector<Silence> &silences, QHash<QString, std::size_t> &places, std::vector<Silence> more)
{
    for (Silence &silence : more) {
        const auto known = places.constFind(silence.id);
        if (known == places.constEnd()) {
            places.insert(silence.id, silences.size());
            silences.push_back(std::move(silence));
        } else if (silence.updatedAt > silences[*known].updatedAt) {
            silences[*known] = std::move(silence);
        }
    }
}

void addAlerts(std::vector<Alert> &alerts, QHash<QString, std::size_t> &places, std::vector<Alert> more)
{
    for (Alert &alert : more) {
        const auto known = places.constFind(alert.key.id);
        if (known == places.constEnd()) {
            places.insert(alert.key.id, alerts.size());
            alerts.push_back(std::move(alert));
        } else {
            unite(alerts[*known], std::move(alert));
        }
    }
}

void noteProblem(AlertSnapshot &snapshot, const Error &error)
{
    snapshot.isComplete = false;
    if (!snapshot.memberError) {
        snapshot.memberError = error;
    }
}

} // namespace

void applySilences(std::vector<Alert> &alerts, const std::vector<Silence> &silences)
{
    QHash<QString, const Silence *> acknowledgements;
    for (const Silence &silence : silences) {
        if (silence.state == SilenceState::Active && isAcknowledgement(silence.comment)) {
            acknowledgements.insert(silence.id, &silence);
        }
    }
    for (Alert &alert : alerts) {
        const Silence *best = nullptr;
        for (const QString &id : std::as_const(alert.silencedBy)) {
            const Silence *silence = acknowledgements.value(id);
            if (silence != nullptr && (best == nullptr || silence->endsAt > best->endsAt)) {
                best = silence;
            }
        }
        if (best != nullptr) {
            alert.state = AlertState::Acknowledged;
            alert.ackSilence = best->id;
            alert.acknowledgedBy = best->createdBy;
            alert.acknowledgedUntil = best->endsAt;
        }
    }
}

Result<AlertSnapshot> merge(std::vector<MemberAnswer> answers, UtcTime now)
{
    AlertSnapshot snapshot;
    snapshot.members = int(answers.size());
    snapshot.isComplete = true;
    QHash<QString, std::size_t> alertPlaces;
    QHash<QString, std::size_t> silencePlaces;
    bool hasAlerts = false;
    for (MemberAnswer &answer : answers) {
        if (answer.isWhole()) {
            ++snapshot.membersLive;
        }
        if (answer.alerts) {
            hasAlerts = true;
            if (answer.alerts->problem) {
                noteProblem(snapshot, *answer.alerts->problem);
            }
            addAlerts(snapshot.alerts, alertPlaces, std::move(answer.alerts->items));
        } else {
            noteProblem(snapshot, answer.alerts.error());
        }
        if (answer.silences) {
            if (answer.silences->problem) {
                noteProblem(snapshot, *answer.silences->problem);
            }
            addSilences(snapshot.silences, silencePlaces, std::move(answer.silences->items));
        } else {
            noteProblem(snapshot, answer.silences.error());
        }
    }
    if (!hasAlerts) {
        return tl::unexpected(snapshot.memberError.value_or(Error {ErrorKind::Offline, QStringLiteral("No member is configured"), {}, 0, {}}));
    }
    // A member that failed is worth more words than one that has only just been started.
    for (const MemberAnswer &answer : answers) {
        if (answer.doubt) {
            noteProblem(snapshot, *answer.doubt);
        }
    }
    // An alert that any member listed since the last of them was started is known to one that has not forgotten it.
    for (const MemberAnswer &answer : answers) {
        if (answer.heardSince && (!snapshot.heardSince || *answer.heardSince > *snapshot.heardSince)) {
            snapshot.heardSince = answer.heardSince;
            snapshot.memberError = snapshot.isComplete ? answer.note : snapshot.memberError;
        }
    }
    for (const MemberAnswer &answer : answers) {
        if (answer.remark && !snapshot.memberError) {
            snapshot.memberError = answer.remark;
        }
    }
    for (Alert &alert : snapshot.alerts) {
        alert.lastSeenAt = now;
    }
    applySilences(snapshot.alerts, snapshot.silences);
    return snapshot;
}

} // namespace quarterdeck::alertmanager
