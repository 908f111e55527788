#pragma once

#include "app/net/httpclient.h"
#include "app/sources/icinga2/requests.h"

#include <variant>

namespace quarterdeck::icinga2 {

/// acknowledge-problem. Never right for an object that was not checked yet: the server takes it and lets the first real problem be born
/// acknowledged.
struct AcknowledgeProblem {
    QString author;
    QString comment;
    UtcTime until;             ///< Invalid: without an end.
    bool isSticky = false;     ///< Lasts through changes between two problem states.
    bool isPersistent = false; ///< The comment stays when the problem is over.
    bool doesNotify = false;

    friend bool operator==(const AcknowledgeProblem &, const AcknowledgeProblem &) = default;
};

/// remove-acknowledgement, with its comment. Of what has none it succeeds, too.
struct RemoveAcknowledgement {
    QString author;

    friend bool operator==(const RemoveAcknowledgement &, const RemoveAcknowledgement &) = default;
};

/// What a downtime of a host means for the hosts that depend on it.
enum class Children : quint8 { Untouched, Triggered, Scheduled };

/// schedule-downtime.
struct ScheduleDowntime {
    QString author;
    QString comment;
    UtcTime from;
    UtcTime until;
    bool isFixed = true;
    Millis duration {0};      ///< Of a flexible one: how long it lasts from the first problem between `from` and `until`.
    bool allServices = false; ///< Of a host: all its services, too.
    Children children = Children::Untouched;

    friend bool operator==(const ScheduleDowntime &, const ScheduleDowntime &) = default;
};

/// remove-downtime, by the names of downtimes.
struct RemoveDowntime {
    QString author;

    friend bool operator==(const RemoveDowntime &, const RemoveDowntime &) = default;
};

/// add-comment.
struct AddComment {
    QString author;
    QString comment;
    UtcTime until; ///< Invalid: without an end.

    friend bool operator==(const AddComment &, const AddComment &) = default;
};

/// reschedule-check: now.
struct CheckNow {
    bool isForced = true; ///< Outside its check period and with active checks off, too.

    friend bool operator==(const CheckNow &, const CheckNow &) = default;
};

using Deed = std::variant<AcknowledgeProblem, RemoveAcknowledgement, ScheduleDowntime, RemoveDowntime, AddComment, CheckNow>;

/// One call, for one or many objects of one kind.
struct Act {
    ObjectKind kind = ObjectKind::Host;
    QStringList names; ///< "host", "host!service", or those of downtimes. They go into the body as they are: there is nothing to quote.
    Deed deed;
};

/// "acknowledge-problem": in paths and permissions.
QLatin1StringView actionName(const Deed &deed);

/// The request of an act.
/// Errors: Rejected where it names no object, or not objects of its kind: the server would take it for all there are. Nothing is sent.
Result<HttpRequest> actRequest(const QUrl &root, const Act &act);

/// What the server says about one object of an act.
struct ActResult {
    int code = 0;  ///< 200, or why not: 409 is not as it was expected, 404, 500, 503.
    QString words; ///< The server's own.
    QString made;  ///< The name of the comment or downtime that came of it.

    bool isDone() const { return code >= 200 && code < 300; }
};

/// What an answer to an act says, for each object in the order of its names. The status counts for nothing where there are results: it is
/// that of the worst. Errors, of three sorts:
/// - Sent::Maybe: it is open what took effect, and must be read back;
/// - Sent::Yes: the server's own no to the whole call: nothing was done;
/// - Sent::No: nothing was sent.
Result<std::vector<ActResult>> actResults(const Result<HttpResponse> &answer, qsizetype names);

/// An error of the first sort.
Error unknownOutcome(const QString &why, int status);

} // namespace quarterdeck::icinga2
