#pragma once

#include "app/kpi/zoneclock.h"

namespace quarterdeck {

/// One incident reduced to numbers. Times in ms since the epoch.
struct LoadRow {
    enum class Tag : quint8 { None, Action, NoAction };
    qint64 created = 0;
    qint64 acknowledged = 0;
    qint64 resolved = 0;
    qint64 interruptedAt = 0;
    qint64 interruptedLocal = 0; ///< The same on the responder's wall clock.
    int user = 0;
    int title = 0;
    int fingerprint = -1; ///< -1: none.
    Tag tag = Tag::None;
    HourClass hour = HourClass::Business; ///< Of interruptedAt.
    bool isAcknowledged = false;
    bool isResolved = false;
    bool isAuto = false;
    bool isMajor = false;
    bool isInterrupting = false; ///< Had a notification that is not e-mail.
    bool isGuessed = false;      ///< Its responder or its notifications are not known.

    /// Gone by itself, never acknowledged, in under 5 minutes.
    bool isTransient() const { return isAuto && !isAcknowledged && isResolved && resolved - created < 300'000; }
};

/// The incidents of a scope as columns of numbers.
struct LoadColumns {
    std::vector<LoadRow> counted;    ///< Created in the window, by creation.
    std::vector<LoadRow> early;      ///< Created before it, and reaching into it.
    std::vector<quint32> byUser;     ///< Places in `counted`, user by user, in its order.
    std::vector<std::size_t> starts; ///< Where each user begins in `byUser`, and the end of the last.
    std::vector<QString> users;
    std::vector<QString> titles;
    std::vector<ZoneClock> clocks; ///< By user.
    int fingerprints = 0;
    qint64 now = 0;

    const ZoneClock &clockOf(int user) const { return clocks[std::size_t(user)]; }
    /// Calls for every counted row of one user, by creation.
    template <class Fn> void eachOf(std::size_t user, Fn fn) const
    {
        for (std::size_t i = starts[user]; i < starts[user + 1]; ++i) {
            fn(counted[byUser[i]]);
        }
    }
};

/// Filters and flattens. Where an incident has no notifications on record, one at its creation is assumed.
LoadColumns makeColumns(const std::vector<Incident> &incidents, const LoadScope &scope, const ResponderZones &zones, UtcTime now);

/// Fills the noise rows and the repeat rate.
void addNoise(const LoadColumns &columns, LoadReport &report);

} // namespace quarterdeck
