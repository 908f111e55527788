#pragma once

#include "app/core/reason.h"
#include "app/core/result.h"
#include "app/domain/alert.h"
#include "app/domain/silence.h"
#include "app/domain/verb.h"

#include <QUuid>

#include <vector>

namespace quarterdeck {

/// One wish, durable in the outbox until its source has confirmed or refused it.
struct AlertAction {
    QUuid id; ///< Idempotency key; the marker in comments comes from it.
    Verb verb = Verb::Acknowledge;
    SourceId source;
    AlertKey alert;                ///< The alert the person saw; may be invalid for what is about a silence or matchers.
    QString alertTitle;            ///< For lists and messages, as seen.
    UtcTime expectedStart;         ///< Alert::startsAt as seen: a later start means it fired again.
    std::vector<Matcher> matchers; ///< Acknowledge and Silence.
    QString silenceId;             ///< ExtendSilence and ExpireSilence.
    Millis duration {0};           ///< Of the silence; an end time is computed when it is sent.
    UtcTime until {};              ///< Silence, ExtendSilence and Snooze: the end wished for; invalid: `duration` decides.
    QString author;
    QString comment; ///< What the person wrote, without prefix and marker.
    UtcTime createdAt;
    QStringList people {}; ///< Reassign and AddResponder: as the source names them, or by e-mail address or full name.
    QString subject {};    ///< Merge: the id of the other incident. Escalate: the level. SetPriority: its name.

    friend bool operator==(const AlertAction &, const AlertAction &) = default;
};

/// True where one request could stand for both: they differ at most in what they are about and in when they were wished for.
bool areAlike(const AlertAction &one, const AlertAction &other);

/// Where an entry of the outbox stands.
/// Queued -> Sending -> Confirmed | Rejected | Unknown -> ...; Conflict waits for a person; Expired and Withdrawn are ends.
enum class OutboxState : quint8 { Queued, Sending, Confirmed, Rejected, Unknown, Conflict, Expired, Superseded, Withdrawn };

/// Stable name: "queued", "sending", "confirmed", "rejected", "unknown", "conflict", "expired", "superseded", "withdrawn".
QLatin1StringView outboxStateName(OutboxState state);
/// Inverse of outboxStateName; Unknown (which is read back, never resent) for an unknown name.
OutboxState outboxStateFromName(QStringView name);
/// True for the states that end an entry.
bool isFinal(OutboxState state);

/// One row of the outbox.
struct OutboxEntry {
    AlertAction action;
    OutboxState state = OutboxState::Queued;
    UtcTime notAfter; ///< Not sent later than this without asking again.
    int attempts = 0;
    UtcTime changedAt;
    Reason reason {};         ///< Why: the last answer, or both states of a conflict.
    QString resultSilence {}; ///< The silence that came of it, when confirmed.
    QString target {};        ///< Which member of its source it was last sent to, as the source names it; empty where that is not known.
    UtcTime missedAt {};      ///< In doubt: when a first look back did not find it.

    friend bool operator==(const OutboxEntry &, const OutboxEntry &) = default;
};

} // namespace quarterdeck
