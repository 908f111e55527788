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
    int user = 0;
    int title = 0;
    int fingerprint = -1;        ///< -1: none.
    Tag tag = Tag::None;
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
    std::vector<LoadRow> counted;  ///< Created in the window.
    std::vector<LoadRow> touching; ///< Those, and earlier ones that reach into it.
    std::vector<QString> users;
    std::vector<QString> titles;
    std::vector<ZoneClock> clocks; ///< By user.
    qint64 now = 0;

    const ZoneClock &clockOf(int user) const { return clocks[std::size_t(user)]; }
};

/// Filters and flattens. Where an incident has no notifications on record, one at its creation is assumed.
LoadColumns makeColumns(const std::vector<Incident> &incidents, const LoadScope &scope, const ResponderZones &zones, UtcTime now);

/// Fills the noise rows and the repeat rate.
void addNoise(const LoadColumns &columns, LoadReport &report);

} // namespace quarterdeck
