#pragma once

#include "app/net/httpclient.h"

#include <QStringList>
#include <QUrl>

#include <variant>

namespace quarterdeck::pagerduty {

/// PUT of a status. Never "acknowledged" or "triggered" for a resolved incident: it would be opened again.
struct SetStatus {
    QString status;
    QString resolution; ///< Of "resolved": what was the matter.
};

/// POST snooze.
struct SnoozeFor {
    qint64 seconds = 0; ///< 1 to a week's.
};

/// POST of a note.
struct LeaveNote {
    QString content;
};

/// PUT of those who have it, in place of the ones before.
struct AssignTo {
    QStringList people; ///< Ids.
};

/// PUT of the level of its escalation policy.
struct EscalateTo {
    int level = 1;
};

/// POST of a request for help.
struct AskForHelp {
    QString requester; ///< The id of who asks.
    QString message;
    QStringList people; ///< Ids.
};

/// PUT that calls off people who were asked for help.
struct CallOff {
    QString requester;  ///< The id of who calls off.
    QStringList people; ///< Ids.
};

/// PUT merge: the incident becomes a part of another one.
struct MergeInto {
    QString target; ///< The id of the one that stays.
};

/// PUT of a priority, by id.
struct Prioritise {
    QString id;
};

using Deed = std::variant<SetStatus, SnoozeFor, LeaveNote, AssignTo, EscalateTo, AskForHelp, CallOff, MergeInto, Prioritise>;

/// The request for a deed done to an incident, in the name of the user with the e-mail address `from`.
HttpRequest actRequest(const QUrl &root, const QString &incident, const Deed &deed, const QString &from);

/// What one request can do to several incidents.
using Update = std::variant<SetStatus, AssignTo, EscalateTo, MergeInto, Prioritise>;
/// The request that does it, in the name of that user.
HttpRequest updateRequest(const QUrl &root, const QStringList &incidents, const Update &update, const QString &from);

/// What the answer to an act says: PagerDuty's yes, or an error of two sorts:
/// - Sent::Maybe: it is open what took effect, and must be read back;
/// - Sent::Yes: a plain no, after which nothing was done; or Server, which outcomeOf() takes for open, too.
Result<Done> actResult(const Result<HttpResponse> &response);

/// An error of the first sort.
Error unknownOutcome(const QString &why, int status);

} // namespace quarterdeck::pagerduty
