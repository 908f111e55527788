#pragma once

#include "app/core/result.h"
#include "app/domain/alert.h"

#include <QByteArrayView>
#include <QHash>

#include <vector>

namespace quarterdeck::alertmanager {

/// How the time intervals of the routes keep one alert quiet.
struct AlertMutes {
    QStringList intervals; ///< Of all groups it stands in.
    QStringList receivers; ///< Those that hear of it by no group.
    bool isForAll = false; ///< Muted in each of its groups: nobody hears of it.
};

/// An alert that a group holds as active.
struct GroupedAlert {
    QString fingerprint;
    UtcTime startsAt;
    UtcTime endsAt;
};

/// What one member says about mutes: it tells them by groups alone, for a receiver each.
struct Mutes {
    QHash<QString, AlertMutes> alerts; ///< By fingerprint, those alone that are muted somewhere.
    bool isTold = false;               ///< Its alerts say whether they are muted; those of versions before 0.28 do not.
    bool isEmpty = true;               ///< There was no alert by which to tell that.
    std::vector<GroupedAlert> active;  ///< Those that say from when until when.
};

/// The mutes in a reply of GET /alerts/groups.
/// Errors: BadPayload where it is not such a reply from beginning to end.
Result<Mutes> parseMutes(QByteArrayView body);

/// The fingerprint of an alert that fires in a group, by `now` for long enough that this is no matter of a moment, and that the list of the
/// same member lacks; empty where there is none.
QString missingIn(const std::vector<Alert> &alerts, const Mutes &mutes, UtcTime now);

/// Adds the mutes to the alerts, and their states follow.
void applyMutes(std::vector<Alert> &alerts, const Mutes &mutes);

} // namespace quarterdeck::alertmanager
