#pragma once

#include "app/domain/action.h"

#include <QUuid>

namespace quarterdeck {

/// Something that happened to an alert, kept because it cannot be fetched again.
struct HistoryEvent {
    enum class Kind : quint8 {
        Fired,
        StateChanged,
        Resolved,
        Refired,
        ActionQueued,
        ActionConfirmed,
        ActionFailed,
        Note,
        RunbookOpened,
        // What its source tells of it (SourceEvent); Resolved may be told too.
        Acknowledged,
        Unacknowledged,
        Snoozed,
        Assigned,
        Escalated,
        SourceNote,
        Notified,
        Told,   ///< Anything else, in the words of the source.
        Unread, ///< What its source tells of it from here on is not read yet.
        Change, ///< Something was changed at its service: a deployment, a flag.
    };
    qint64 id = 0;
    AlertKey alert;
    Kind kind = Kind::Fired;
    UtcTime at;
    QString who;                             ///< A person, or empty for the monitor. Of Notified: who was called. Of Change: what told of it.
    QString detail {};                       ///< Plain text of the event: the note, the state, what a person wrote with an action. Snoozed: until
                                             ///< when (RFC 3339). Assigned and Escalated: to whom. Notified: how ("sms").
    std::optional<Verb> verb = std::nullopt; ///< Of an action.
    Reason reason {};                        ///< Of an action that was confirmed or failed.

    friend bool operator==(const HistoryEvent &, const HistoryEvent &) = default;
};

/// Stable name: "fired", "state-changed", "resolved", "refired", "action-queued", "action-confirmed", "action-failed", "note",
/// "runbook-opened", "acknowledged", "unacknowledged", "snoozed", "assigned", "escalated", "source-note", "notified", "told", "unread", "change".
QLatin1StringView historyKindName(HistoryEvent::Kind kind);
/// Inverse of historyKindName; StateChanged for an unknown name.
HistoryEvent::Kind historyKindFromName(QStringView name);

/// A remark a person left on an alert. Kept locally.
struct Note {
    QUuid id;
    AlertKey alert;
    QString author;
    QString text;
    UtcTime createdAt;
    UtcTime editedAt;
    bool isDeleted = false;

    friend bool operator==(const Note &, const Note &) = default;
};

} // namespace quarterdeck
