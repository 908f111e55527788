#pragma once

#include "app/kpi/figures.h"

#include <QDateTime>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace quarterdeck::plain {

/// The load figures said as plainly as their definitions: one loop for each, a calendar for every time, no columns. What the product's
/// figures are compared with.
class PlainLoad {
public:
    PlainLoad(const std::vector<Incident> &incidents, LoadScope scope, ResponderZones zones, UtcTime now)
        : m_zones(std::move(zones))
        , m_now(now)
    {
        m_report.scope = std::move(scope);
        for (const Incident &incident : incidents) {
            take(incident);
        }
        std::stable_sort(m_counted.begin(), m_counted.end(), [](const Incident &a, const Incident &b) { return a.created < b.created; });
    }

    LoadReport report()
    {
        m_report.windowHours = std::max(0.0, double(window().length().count())) / 3'600'000.0;
        addRates();
        addDurations();
        for (const QString &user : m_users) {
            addInterruptions(user);
            addShifts(user);
            addEngaged(user);
        }
        addUptime();
        addFairness();
        addNoise();
        return m_report;
    }

private:
    const TimeRange &window() const { return m_report.scope.window; }

    void take(const Incident &incident)
    {
        const LoadScope &scope = m_report.scope;
        const bool isReachingIn = incident.created < window().from && (!incident.resolved || *incident.resolved > window().from);
        if ((!scope.team.isEmpty() && incident.team != scope.team) || (!scope.service.isEmpty() && incident.service != scope.service)
            || (!scope.user.isEmpty() && incident.user != scope.user) || (!window().contains(incident.created) && !isReachingIn)) {
            return;
        }
        (isReachingIn ? m_early : m_counted).push_back(incident);
        if (!m_users.contains(incident.user)) {
            m_users.append(incident.user);
        }
    }

    QDateTime localTime(UtcTime at, const QString &user) const
    {
        const QTimeZone zone(m_zones.value(user, m_zones.value(QString())));
        return toDateTime(at).toTimeZone(zone.isValid() ? zone : QTimeZone::utc());
    }

    static std::optional<UtcTime> interruption(const Incident &incident)
    {
        std::optional<UtcTime> first;
        for (const Notification &notification : incident.notifications) {
            if (notification.channel.toLower() != u"email" && (!first || notification.at < *first)) {
                first = notification.at;
            }
        }
        return incident.notifications.empty() ? incident.created : first;
    }

    static void count(HourClasses &classes, const QDateTime &local)
    {
        const int hour = local.time().hour();
        const bool isSleep = hour >= 22 || hour < 8;
        const bool isBusiness = !isSleep && hour < 18 && local.date().dayOfWeek() <= 5;
        ++(isSleep ? classes.sleep : isBusiness ? classes.business : classes.off);
    }

    static bool isTransient(const Incident &i)
    {
        return i.isAutoResolved && !i.acknowledged && i.resolved && *i.resolved - i.created < Millis(300'000);
    }

    void addRates()
    {
        const auto share = [this](auto test) { return ratio(std::count_if(m_counted.begin(), m_counted.end(), test), qint64(m_counted.size())); };
        const auto tagged = [this](QStringView tag) {
            return std::count_if(m_counted.begin(), m_counted.end(), [&](const Incident &i) { return i.tag == tag; });
        };
        m_report.incidents = int(m_counted.size());
        m_report.acknowledged = int(std::count_if(m_counted.begin(), m_counted.end(), [](const Incident &i) { return i.acknowledged.has_value(); }));
        m_report.ackRate = share([](const Incident &i) { return i.acknowledged.has_value(); });
        m_report.autoResolvedRate = share([](const Incident &i) { return i.isAutoResolved; });
        m_report.transientRate = share(isTransient);
        m_report.precisionStrict = share([](const Incident &i) { return i.tag == u"action"; });
        m_report.precisionClassified = ratio(tagged(u"action"), tagged(u"action") + tagged(u"noaction"));
        m_report.isEstimated = std::any_of(
            m_counted.begin(), m_counted.end(), [](const Incident &i) { return i.user.isEmpty() || i.notifications.empty(); });
    }

    Durations durations(std::optional<UtcTime> Incident::*end, bool hasAuto) const
    {
        Durations out;
        std::vector<qint64> spans;
        for (const Incident &incident : m_counted) {
            const std::optional<UtcTime> &at = incident.*end;
            if (at && (hasAuto || !incident.isAutoResolved)) {
                *at < incident.created ? void(++out.negative) : spans.push_back(at->ms - incident.created.ms);
            }
            out.open += int(!at && !incident.resolved);
        }
        std::sort(spans.begin(), spans.end());
        const std::size_t n = spans.size();
        out.n = int(n);
        if (n > 0) {
            out.median = double(spans[n / 2] + spans[(n - 1) / 2]) / 2000.0;
            out.p90 = double(spans[std::size_t(std::ceil(0.9 * double(n))) - 1]) / 1000.0;
            out.longest = double(spans.back()) / 1000.0;
            for (const qint64 span : spans) {
                out.mean += double(span) / double(n) / 1000.0;
            }
        }
        return out;
    }

    void addDurations()
    {
        m_report.timeToAcknowledge = durations(&Incident::acknowledged, true);
        m_report.timeToResolve = durations(&Incident::resolved, true);
        m_report.timeToResolveByPeople = durations(&Incident::resolved, false);
    }

    void addInterruptions(const QString &user)
    {
        std::vector<UtcTime> hits;
        for (const Incident &incident : m_counted) {
            if (incident.user == user && interruption(incident)) {
                hits.push_back(*interruption(incident));
            }
        }
        std::sort(hits.begin(), hits.end());
        HourClasses own;
        std::optional<UtcTime> group;
        std::set<std::pair<QDate, int>> hours;
        for (const UtcTime at : hits) {
            const QDateTime local = localTime(at, user);
            count(own, local);
            hours.insert({local.date(), local.time().hour()});
            if (!group || at - *group >= Millis(600'000)) {
                group = at;
                count(m_report.disruptions, local);
            }
        }
        m_report.disruptedHours += int(hours.size());
        m_report.interruptions.business += own.business;
        m_report.interruptions.off += own.off;
        m_report.interruptions.sleep += own.sleep;
        if (own.total() > 0) {
            m_report.interruptionsByUser.insert(user, own.total());
            m_report.sleepByUser.insert(user, own.sleep);
        }
    }

    void addShifts(const QString &user)
    {
        std::map<QDateTime, int> shifts;
        for (const Incident &incident : m_counted) {
            if (incident.user == user) {
                const QDateTime local = localTime(incident.created, user);
                const int hour = local.time().hour();
                ++shifts[QDateTime(hour < 9 ? local.date().addDays(-1) : local.date(), QTime(hour >= 9 && hour < 21 ? 9 : 21, 0), local.timeZone())];
            }
        }
        for (const auto &[start, incidents] : shifts) {
            const bool isDay = start.time().hour() == 9;
            const QDateTime end(isDay ? start.date() : start.date().addDays(1), QTime(isDay ? 21 : 9, 0), start.timeZone());
            const double hours = double(start.msecsTo(end)) / 3'600'000.0;
            m_report.shifts.push_back({user, {start.toMSecsSinceEpoch()}, hours, incidents, incidents * 12 / hours, incidents * 12 / hours > 2});
        }
    }

    UtcTime windowEnd() const { return std::max(window().from, std::min(window().to, m_now)); }
    UtcTime inside(UtcTime at) const { return std::clamp(at, window().from, windowEnd()); }

    void addEngaged(const QString &user)
    {
        std::vector<Interval> intervals;
        for (const auto *incidents : {&m_early, &m_counted}) {
            for (const Incident &incident : *incidents) {
                if (incident.user == user && incident.acknowledged && incident.resolved && *incident.resolved > *incident.acknowledged) {
                    intervals.push_back({inside(*incident.acknowledged).ms, inside(*incident.resolved).ms});
                    m_report.engagedSum += double(intervals.back().to - intervals.back().from) / 1000.0;
                }
            }
        }
        if (!intervals.empty()) {
            m_report.engagedUnion.insert(user, double(unionLength(intervals)) / 1000.0);
            m_report.engagedUnionTotal += m_report.engagedUnion.value(user);
        }
    }

    void addUptime()
    {
        std::vector<Interval> majors;
        for (const auto *incidents : {&m_early, &m_counted}) {
            for (const Incident &incident : *incidents) {
                if (incident.isMajor) {
                    majors.push_back({inside(incident.created).ms, inside(incident.resolved.value_or(m_now)).ms});
                }
            }
        }
        const qint64 length = windowEnd().ms - window().from.ms;
        m_report.majorUptime = length > 0 ? 1.0 - ratio(unionLength(majors), length) : 1.0;
    }

    void addFairness()
    {
        QMap<QString, int> people = m_report.interruptionsByUser;
        for (const Incident &incident : m_counted) {
            people.insert(incident.user, people.value(incident.user));
        }
        const LoadScope &scope = m_report.scope;
        for (auto it = m_zones.cbegin(); it != m_zones.cend() && (scope.team + scope.service + scope.user).isEmpty(); ++it) {
            people.insert(it.key(), people.value(it.key()));
        }
        people.remove(QString());
        m_report.fairnessGini = gini({people.cbegin(), people.cend()});
    }

    bool isRepeated(std::size_t row) const
    {
        const Incident &incident = m_counted[row];
        for (std::size_t next = row + 1; next < m_counted.size() && incident.resolved && !incident.fingerprint.isEmpty(); ++next) {
            if (m_counted[next].fingerprint == incident.fingerprint) {
                const Millis pause = m_counted[next].created - *incident.resolved;
                return pause >= Millis(0) && pause <= Millis(86'400'000);
            }
        }
        return false;
    }

    void addNoise()
    {
        QMap<QString, NoiseRow> rows;
        int resolved = 0;
        int repeats = 0;
        for (std::size_t i = 0; i < m_counted.size(); ++i) {
            const Incident &incident = m_counted[i];
            NoiseRow &row = rows[incident.title];
            HourClasses classes;
            if (interruption(incident)) {
                count(classes, localTime(*interruption(incident), incident.user));
            }
            row = {incident.title, row.incidents + 1, row.sleep + classes.sleep, row.autoResolved + int(incident.isAutoResolved),
                row.transient + int(isTransient(incident)), row.repeats + int(isRepeated(i))};
            resolved += int(incident.resolved.has_value());
            repeats += int(isRepeated(i));
        }
        m_report.noise = {rows.cbegin(), rows.cend()};
        std::stable_sort(
            m_report.noise.begin(), m_report.noise.end(), [](const NoiseRow &a, const NoiseRow &b) { return a.incidents > b.incidents; });
        m_report.repeatRate = ratio(repeats, resolved);
    }

    LoadReport m_report;
    ResponderZones m_zones;
    UtcTime m_now;
    std::vector<Incident> m_counted;
    std::vector<Incident> m_early;
    QStringList m_users; ///< In the order of their first incident.
};

} // namespace quarterdeck::plain
