#pragma once

#include "app/kpi/load.h"

#include <QTest>

namespace quarterdeck::plain {

inline void compare(const std::optional<double> &a, const std::optional<double> &b)
{
    QCOMPARE(a.has_value(), b.has_value());
    QCOMPARE(a.value_or(0), b.value_or(0));
}

inline void compare(const HourClasses &a, const HourClasses &b)
{
    QCOMPARE(a.business, b.business);
    QCOMPARE(a.off, b.off);
    QCOMPARE(a.sleep, b.sleep);
}

inline void compare(const Durations &a, const Durations &b)
{
    QCOMPARE(a.n, b.n);
    QCOMPARE(a.open, b.open);
    QCOMPARE(a.negative, b.negative);
    QCOMPARE(a.mean, b.mean);
    QCOMPARE(a.median, b.median);
    QCOMPARE(a.p90, b.p90);
    QCOMPARE(a.longest, b.longest);
}

inline void compareLists(const LoadReport &a, const LoadReport &b)
{
    QCOMPARE(a.interruptionsByUser, b.interruptionsByUser);
    QCOMPARE(a.sleepByUser, b.sleepByUser);
    QCOMPARE(a.engagedUnion, b.engagedUnion);
    QCOMPARE(a.shifts.size(), b.shifts.size());
    for (std::size_t i = 0; i < a.shifts.size(); ++i) {
        QCOMPARE(a.shifts[i].user, b.shifts[i].user);
        QCOMPARE(a.shifts[i].start, b.shifts[i].start);
        QCOMPARE(a.shifts[i].hours, b.shifts[i].hours);
        QCOMPARE(a.shifts[i].incidents, b.shifts[i].incidents);
        QCOMPARE(a.shifts[i].per12h, b.shifts[i].per12h);
        QCOMPARE(a.shifts[i].isOverLimit, b.shifts[i].isOverLimit);
    }
    QCOMPARE(a.noise.size(), b.noise.size());
    for (std::size_t i = 0; i < a.noise.size(); ++i) {
        QCOMPARE(a.noise[i].title, b.noise[i].title);
        QCOMPARE(a.noise[i].incidents, b.noise[i].incidents);
        QCOMPARE(a.noise[i].sleep, b.noise[i].sleep);
        QCOMPARE(a.noise[i].autoResolved, b.noise[i].autoResolved);
        QCOMPARE(a.noise[i].transient, b.noise[i].transient);
        QCOMPARE(a.noise[i].repeats, b.noise[i].repeats);
    }
}

inline void compare(const LoadReport &a, const LoadReport &b)
{
    QCOMPARE(a.incidents, b.incidents);
    QCOMPARE(a.acknowledged, b.acknowledged);
    compare(a.ackRate, b.ackRate);
    compare(a.timeToAcknowledge, b.timeToAcknowledge);
    compare(a.timeToResolve, b.timeToResolve);
    compare(a.timeToResolveByPeople, b.timeToResolveByPeople);
    compare(a.interruptions, b.interruptions);
    compare(a.disruptions, b.disruptions);
    QCOMPARE(a.disruptedHours, b.disruptedHours);
    QCOMPARE(a.engagedSum, b.engagedSum);
    QCOMPARE(a.engagedUnionTotal, b.engagedUnionTotal);
    compare(a.autoResolvedRate, b.autoResolvedRate);
    compare(a.transientRate, b.transientRate);
    compare(a.repeatRate, b.repeatRate);
    compare(a.precisionClassified, b.precisionClassified);
    compare(a.precisionStrict, b.precisionStrict);
    compare(a.majorUptime, b.majorUptime);
    compare(a.fairnessGini, b.fairnessGini);
    QCOMPARE(a.windowHours, b.windowHours);
    QCOMPARE(a.engagedOpen, b.engagedOpen);
    QCOMPARE(a.unknownUser, b.unknownUser);
    QCOMPARE(a.shiftsOverLimit, b.shiftsOverLimit);
    compare(a.worstShift, b.worstShift);
    QCOMPARE(a.isEstimated, b.isEstimated);
    compareLists(a, b);
}

} // namespace quarterdeck::plain
