#pragma once

#include "app/core/result.h"
#include "app/core/time.h"
#include "app/domain/labels.h"
#include "app/sources/icinga2/objectref.h"

#include <QByteArrayView>
#include <QStringList>

#include <optional>
#include <vector>

namespace quarterdeck::icinga2 {

/// A list as the server gave it. Elements that cannot be understood are left out, and the first is named: then the list is not complete.
template <class T> struct Listing {
    std::vector<T> items;
    std::optional<Error> problem;
};

/// A host or a service with what was last checked of it.
struct Checkable {
    ObjectRef ref;
    QString displayName;
    QString hostDisplayName; ///< Of a service, as far as it was told.
    int state = 0;           ///< Host: 0 up, 1 down. Service: 0 ok, 1 warning, 2 critical, 3 unknown.
    bool isHard = false;
    bool isReachable = true; ///< At its last check.
    bool isFlapping = false;
    bool doesNotify = true;
    int acknowledgement = 0; ///< 0 none, 1 normal, 2 sticky; stays after its end until somebody asks for `handled`.
    UtcTime acknowledgedUntil;
    UtcTime acknowledgedAt;
    int downtimeDepth = 0;
    int attempt = 0;
    int maxAttempts = 0;
    UtcTime lastCheck;           ///< Invalid where it was never checked: then its state means nothing.
    UtcTime lastStateChange;     ///< Invalid while the first problem of all lasts.
    UtcTime lastHardStateChange; ///< Invalid before the first hard state.
    QString output;
    QStringList performanceData;
    QString notes;
    QString notesUrl;
    QString actionUrl;
    QStringList groups;
    QStringList hostGroups; ///< Of a service, as far as they were told.
    Labels vars;            ///< The chosen custom variables, a service's own before its host's.

    UtcTime nextUpdate;     ///< By then there should be a new result; invalid where nobody says.
    bool isChecked = false; ///< By Icinga2 itself, in turns; results of others come when they come.

    bool isPending() const { return !lastCheck.isValid(); }
    /// `now`: by the clock of the server.
    bool isOverdue(UtcTime now) const { return isChecked && nextUpdate.isValid() && nextUpdate < now; }
    bool isProblem() const { return state != 0 && !isPending(); }
};

/// A comment, by which an acknowledgement says by whom it is, or one of a person.
struct Comment {
    QString name; ///< "host!service!uuid".
    ObjectRef ref;
    QString author;
    QString text;
    UtcTime enteredAt;
    UtcTime expiresAt; ///< Invalid: never.
    bool isAcknowledgement = false;
    bool isRemark = false; ///< Somebody wrote it; others come with downtimes and flapping.
};

/// A downtime of one host or service.
struct Downtime {
    QString name; ///< "host!service!uuid".
    ObjectRef ref;
    QString author;
    QString comment;
    UtcTime startsAt;
    UtcTime endsAt;      ///< Of the window in which a flexible one may begin, too.
    UtcTime triggeredAt; ///< When it came into effect; invalid before.
    UtcTime enteredAt;
    bool isFixed = true;
    Millis duration {0}; ///< Of a flexible one, from when it is triggered.
    QString owner;       ///< The ScheduledDowntime that made it and would make it again; empty for one made by a person.
    QString parent;      ///< Of a service, where it came with one of its host and ends with it: that one's name.

    /// Its end as far as it is known.
    UtcTime end() const { return !isFixed && triggeredAt.isValid() ? triggeredAt + duration : endsAt; }
    bool isInEffect(UtcTime now) const { return startsAt <= now && now < end() && (isFixed || triggeredAt.isValid()); }
};

/// A dependency: the child means nothing while its parent has a problem.
struct Dependency {
    ObjectRef parent;
    ObjectRef child;
};

/// The reply of a query for hosts or services. `vars`: names of the custom variables that are kept; others never leave this function.
/// Errors: BadPayload where the whole is no list of results.
Result<Listing<Checkable>> parseCheckables(QByteArrayView body, const QStringList &vars);
Result<Listing<Comment>> parseComments(QByteArrayView body);
Result<Listing<Downtime>> parseDowntimes(QByteArrayView body);
Result<Listing<Dependency>> parseDependencies(QByteArrayView body);

} // namespace quarterdeck::icinga2
