#pragma once

#include "app/core/async.h"
#include "app/kpi/loadtable.h"

namespace quarterdeck {

/// One bar of the history.
struct LoadWeek {
    UtcTime start;
    UtcTime end;
    HourClasses interruptions;
    bool isPartial = false; ///< Still running, or begun before the history.
    friend bool operator==(const LoadWeek &a, const LoadWeek &b)
    {
        return a.start == b.start && a.end == b.end && a.isPartial == b.isPartial && a.interruptions.business == b.interruptions.business
            && a.interruptions.off == b.interruptions.off && a.interruptions.sleep == b.interruptions.sleep;
    }
};

/// Smallest, middle and largest of the people of a team.
struct LoadSpread {
    double median = 0;
    double least = 0;
    double most = 0;
};

/// One person's figures; shown to that person alone.
struct LoadPerson {
    int interruptions = 0;
    int sleep = 0;
    double engaged = 0; ///< Units: seconds.
};

/// How the load is shared, without naming anybody else.
struct LoadFairness {
    int people = 0;
    LoadSpread interruptions;
    LoadSpread sleep;
    LoadSpread engaged; ///< Units: seconds.
    std::optional<LoadPerson> me;
};

/// What the page says in its title.
struct LoadFinding {
    enum class Kind : quint8 { NoHistory, Quiet, ShortData, SleepRose, SleepFell, Rose, Fell, Steady };
    Kind kind = Kind::NoHistory;
    int now = 0;         ///< Sleep interruptions for the Sleep kinds, all interruptions otherwise.
    int before = 0;      ///< Of the window before.
    int topRules = 0;    ///< That many rules ...
    double topShare = 0; ///< ... cause this share of the incidents, a ratio.
};

/// Everything the load page shows.
struct LoadView {
    LoadReport report;
    LoadReport before;           ///< The window of the same length before.
    bool hasBefore = false;      ///< The history reaches back far enough to compare.
    std::vector<LoadWeek> weeks; ///< Oldest first.
    LoadFairness fairness;
    LoadFinding finding;
    UtcTime historyFrom; ///< The oldest incident known; invalid when there is none.
    int shiftsOverLimit = 0;
    double worstShift = 0; ///< Incidents per 12 hours of the worst shift.
    QStringList teams;     ///< To choose from, sorted.
    QStringList services;
};

/// How far back incidents are needed for a window: its own length twice, and the weeks of the history.
TimeRange loadHistoryRange(TimeRange window);

/// Where the history of a table begins, as far as a window of it tells: with the first incident created in what was read. One that only reaches into
/// it may be older than the record. Invalid when there is none at all.
UtcTime historyStart(const LoadTable &table, TimeRange window);

/// Builds the table of a history on the thread pool, for all the views of it.
Async<LoadTable> makeLoadTableLater(std::vector<Incident> incidents, ResponderZones zones);

/// Puts everything together. Pure; safe on any thread.
LoadView computeLoadView(const LoadTable &table, const LoadScope &scope, UtcTime now, const QString &me);

/// The same on the thread pool.
Async<LoadView> computeLoadViewLater(LoadTable table, LoadScope scope, UtcTime now, QString me);

} // namespace quarterdeck
