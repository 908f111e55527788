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
            || (!scope.user.isEmpty() && !people(incident).contains(scope.user)) || (!window().contains(incident.created) && !isReachingIn)) {
            return;
        }
        (isReachingIn ? m_early : m_counted).push_back(incident);
        QStringList names = people(incident);
        names.sort();
        for (const QString &name : std::as_const(names)) {
            if (!m_users.contains(name) && (scope.user.isEmpty() || name == scope.user)) {
                m_users.append(name);
            }
        }
    }

    // Whoever is named by it; the first is meant where a notification or an acknowledgement names nobody.
    static QStringList people(const Incident &incident)
    {
        QStringList names {incident.user};
        names += incident.responders;
        std::for_each(incident.notifications.begin(), incident.notifications.end(), [&](const Notification &n) { names += n.user; });
        std::for_each(incident.acknowledgements.begin(), incident.acknowledgements.end(), [&](const Acknowledgement &a) { names += a.user; });
        names.removeAll(QString());
        names.removeDuplicates();
        return names.isEmpty() ? QStringList {QString()} : names;
    }

    static bool isFor(const Incident &incident, const QString &named, const QString &user)
    {
        return user == (named.isEmpty() ? people(incident).first() : named);
    }

    static std::optional<UtcTime> acknowledgedBy(const Incident &incident, const QString &user)
    {
        std::set<UtcTime> all;
        for (const Acknowledgement &one : incident.acknowledgements) {
            if (isFor(incident, one.user, user)) {
                all.insert(one.at);
            }
        }
        if (incident.acknowledgements.empty() && incident.acknowledged && isFor(incident, QString(), user)) {
            all.insert(*incident.acknowledged);
        }
        return all.empty() ? std::nullopt : std::optional(*all.begin());
    }

    QDateTime localTime(UtcTime at, const QString &user) const
    {
        const QTimeZone zone(m_zones.value(user, m_zones.value(QString())));
        return toDateTime(at).toTimeZone(zone.isValid() ? zone : QTimeZone::utc());
    }

    // One for each stretch from one reopening to the next.
    static std::vector<UtcTime> interruptions(const Incident &incident, const QString &user)
    {
        std::vector<UtcTime> found;
        const bool isKnown = incident.isPagingKnown || !incident.notifications.empty();
        const bool isCalled = isFor(incident, QString(), user) || incident.responders.contains(user);
        std::multiset<UtcTime> starts(incident.reopened.begin(), incident.reopened.end());
        starts.insert(UtcTime {std::numeric_limits<qint64>::min()});
        for (auto start = starts.begin(); start != starts.end(); ++start) {
            std::set<UtcTime> hits;
            for (const Notification &n : incident.notifications) {
                const bool isInside = n.at >= *start && (std::next(start) == starts.end() || n.at < *std::next(start));
                if (isInside && isFor(incident, n.user, user) && n.channel.toLower() != u"email") {
                    hits.insert(n.at);
                }
            }
            if (!isKnown && isCalled) {
                hits.insert(start == starts.begin() ? incident.created : *start);
            }
            if (!hits.empty()) {
                found.push_back(*hits.begin());
            }
        }
        return found;
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
        return i.isAutoResolved && !i.acknowledged && i.resolved && *i.resolved >= i.created && *i.resolved - i.created < Millis(300'000);
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
        m_report.autoResolvedRate = share([](const Incident &i) { return i.isAutoResolved && i.resolved; });
        m_report.engagedOpen = int(
            std::count_if(m_counted.begin(), m_counted.end(), [](const Incident &i) { return i.acknowledged && !i.resolved; }));
        m_report.unknownUser = int(std::count_if(m_counted.begin(), m_counted.end(), [](const Incident &i) { return people(i).first().isEmpty(); }));
        m_report.transientRate = share(isTransient);
        if (tagged(u"action") + tagged(u"noaction") > 0) {
            m_report.precisionStrict = share([](const Incident &i) { return i.tag == u"action"; });
        }
        m_report.precisionClassified = ratio(tagged(u"action"), tagged(u"action") + tagged(u"noaction"));
        m_report.isEstimated = std::any_of(m_counted.begin(), m_counted.end(),
            [](const Incident &i) { return people(i).first().isEmpty() || (i.notifications.empty() && !i.isPagingKnown); });
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
            const std::vector<UtcTime> own = interruptions(incident, user);
            hits.insert(hits.end(), own.begin(), own.end());
        }
        std::sort(hits.begin(), hits.end());
        HourClasses own;
        std::optional<UtcTime> group;
        std::set<std::pair<QDate, int>> hours;
        for (const UtcTime at : hits) {
            const QDateTime local = localTime(at, user);
            count(own, local);
            hours.insert({local.date(), local.time().hour()});
            if (!group || at - *group >= Millis(600'000) || user.isEmpty()) {
                group = at;
                count(m_report.disruptions, local);
            }
        }
        m_report.disruptedHours += int(user.isEmpty() ? hits.size() : hours.size());
        m_report.interruptions.business += own.business;
        m_report.interruptions.off += own.off;
        m_report.interruptions.sleep += own.sleep;
        if (own.total() > 0) {
            m_report.interruptionsByUser.insert(user, own.total());
            m_report.sleepByUser.insert(user, own.sleep);
        }
    }

    // When the clock of `user` first shows a time or a later one. Where no clock changes near it, the calendar knows; else it is looked for.
    qint64 reached(QDate date, int hour, const QString &user) const
    {
        const QDateTime wanted(date, QTime(hour, 0), Qt::UTC);
        const auto shown = [&](qint64 at) { return at + localTime({at}, user).offsetFromUtc() * 1000LL; };
        const qint64 wall = wanted.toMSecsSinceEpoch();
        const qint64 first = wall - (shown(wall - 30 * 3'600'000LL) - (wall - 30 * 3'600'000LL));
        if (localTime({wall - 30 * 3'600'000LL}, user).offsetFromUtc() == localTime({wall + 30 * 3'600'000LL}, user).offsetFromUtc()) {
            return first;
        }
        // No clock is 15 hours ahead, and none is put back within five minutes of the start of a shift.
        qint64 at = wall - 15 * 3'600'000LL;
        while (shown(at + 300'000) < wall) {
            at += 300'000;
        }
        while (shown(at) < wall) {
            at += 60'000;
        }
        return at;
    }

    /// Some zones have left a day out: a shift that would begin on it does not.
    bool isShown(QDate date, int hour, const QString &user) const
    {
        const QDateTime local = localTime({reached(date, hour, user)}, user);
        return local.date() == date && local.time().hour() == hour;
    }

    void addShifts(const QString &user)
    {
        std::map<std::pair<QDate, int>, int> shifts;
        for (const Incident &incident : m_counted) {
            if (people(incident).contains(user) && !user.isEmpty()) {
                const QDateTime local = localTime(incident.created, user);
                const int hour = local.time().hour();
                std::pair<QDate, int> start {hour < 9 ? local.date().addDays(-1) : local.date(), hour >= 9 && hour < 21 ? 9 : 21};
                while (!isShown(start.first, start.second, user)) {
                    start = start.second == 21 ? std::pair(start.first, 9) : std::pair(start.first.addDays(-1), 21);
                }
                ++shifts[start];
            }
        }
        for (const auto &[key, incidents] : shifts) {
            const qint64 start = reached(key.first, key.second, user);
            std::pair<QDate, int> next = key;
            do {
                next = next.second == 9 ? std::pair(next.first, 21) : std::pair(next.first.addDays(1), 9);
            } while (!isShown(next.first, next.second, user));
            const double hours = double(reached(next.first, next.second, user) - start) / 3'600'000.0;
            const double load = hours > 0 ? incidents * 12 / hours : 0;
            m_report.shifts.push_back({user, {start}, hours, incidents, load, load > 2});
            m_report.shiftsOverLimit += int(load > 2);
            m_report.worstShift = std::max(m_report.worstShift.value_or(0), load);
        }
    }

    UtcTime windowEnd() const { return std::max(window().from, std::min(window().to, m_now)); }
    UtcTime inside(UtcTime at) const { return std::clamp(at, window().from, windowEnd()); }

    void addEngaged(const QString &user)
    {
        std::vector<Interval> intervals;
        qint64 sum = 0;
        for (const auto *incidents : {&m_early, &m_counted}) {
            for (const Incident &incident : *incidents) {
                const std::optional<UtcTime> from = acknowledgedBy(incident, user);
                if (from && *from >= incident.created && incident.resolved && *incident.resolved > *from) {
                    intervals.push_back({inside(*from).ms, inside(*incident.resolved).ms});
                    sum += intervals.back().to - intervals.back().from;
                }
            }
        }
        if (!intervals.empty()) {
            m_report.engagedSum += double(sum) / 1000.0;
            m_report.engagedUnion.insert(user, double(user.isEmpty() ? sum : unionLength(intervals)) / 1000.0);
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
        if (length > 0) {
            m_report.majorUptime = 1.0 - double(unionLength(majors)) / double(length);
        }
    }

    void addFairness()
    {
        QMap<QString, int> people = m_report.interruptionsByUser;
        for (const Incident &incident : m_counted) {
            for (const QString &name : PlainLoad::people(incident)) {
                if (m_users.contains(name)) {
                    people.insert(name, people.value(name));
                }
            }
        }
        const LoadScope &scope = m_report.scope;
        for (auto it = m_zones.cbegin(); it != m_zones.cend() && (scope.team + scope.service + scope.user).isEmpty(); ++it) {
            people.insert(it.key(), people.value(it.key()));
        }
        people.remove(QString());
        m_report.fairnessGini = gini({people.cbegin(), people.cend()});
    }

    static bool isEnded(const Incident &incident) { return incident.resolved && *incident.resolved >= incident.created; }

    bool isRepeated(std::size_t row) const
    {
        const Incident &incident = m_counted[row];
        // In the scope of one user a firing goes to the one whom it called first.
        const auto isCalledFirst = [this](const Incident &i) { return m_report.scope.user.isEmpty() || people(i).first() == m_report.scope.user; };
        if (!isCalledFirst(incident)) {
            return false;
        }
        for (std::size_t next = row + 1; next < m_counted.size() && isEnded(incident) && !incident.fingerprint.isEmpty(); ++next) {
            if (m_counted[next].fingerprint == incident.fingerprint && isCalledFirst(m_counted[next])) {
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
            const QString who = m_report.scope.user.isEmpty() ? people(incident).first() : m_report.scope.user;
            const std::vector<UtcTime> hits = interruptions(incident, who);
            if (!hits.empty()) {
                count(classes, localTime(hits.front(), who));
            }
            row = {incident.title, row.incidents + 1, row.sleep + classes.sleep, row.autoResolved + int(incident.isAutoResolved && incident.resolved),
                row.transient + int(isTransient(incident)), row.repeats + int(isRepeated(i))};
            resolved += int(isEnded(incident));
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
