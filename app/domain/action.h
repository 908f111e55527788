#pragma once

#include "app/core/reason.h"
#include "app/core/result.h"
#include "app/domain/alert.h"
#include "app/domain/silence.h"

#include <QUuid>

#include <vector>

namespace quarterdeck {

/// What a person can ask of a paging source.
enum class Verb : quint8 { Acknowledge, Silence, ExtendSilence, ExpireSilence };

/// Stable name: "acknowledge", "silence", "extend-silence", "expire-silence".
QLatin1StringView verbName(Verb verb);
/// Inverse of verbName; nothing for an unknown name.
std::optional<Verb> verbFromName(QStringView name);

/// One wish, durable in the outbox until its source has confirmed or refused it.
struct AlertAction {
    QUuid id; ///< Idempotency key; the marker in comments comes from it.
    Verb verb = Verb::Acknowledge;
    SourceId source;
    AlertKey alert;                ///< Acknowledge: the alert the person saw. Otherwise may be invalid.
    QString alertTitle;            ///< For lists and messages, as seen.
    quint64 expectedVersion = 0;   ///< Alert::version() as the person saw it; 0: do not compare.
    UtcTime expectedStart;         ///< Alert::startsAt as seen: a later start means it fired again.
    std::vector<Matcher> matchers; ///< Acknowledge and Silence.
    QString silenceId;             ///< ExtendSilence and ExpireSilence.
    Millis duration {0};           ///< Of the silence; an end time is computed when it is sent.
    UtcTime until {};              ///< Silence and ExtendSilence: the end wished for; invalid: `duration` decides.
    QString author;
    QString comment; ///< What the person wrote, without prefix and marker.
    UtcTime createdAt;

    friend bool operator==(const AlertAction &, const AlertAction &) = default;
};

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
