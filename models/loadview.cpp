#include "models/loadview.h"

#include "models/loadweeks.h"

#include <QSet>
#include <QThreadPool>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr int minimumToCompare = 4;

LoadSpread spreadOf(std::vector<double> values)
{
    if (values.empty()) {
        return {};
    }
    std::ranges::sort(values);
    const size_t n = values.size();
    const double median = n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
    return {median, values.front(), values.back()};
}

LoadFairness fairnessOf(const std::vector<Incident> &incidents, const LoadReport &report, const ResponderZones &zones, UtcTime now, const QString &me)
{
    LoadFairness fairness;
    QSet<QString> people;
    for (auto it = report.interruptionsByUser.cbegin(); it != report.interruptionsByUser.cend(); ++it) {
        people.insert(it.key());
    }
    for (auto it = report.engagedUnion.cbegin(); it != report.engagedUnion.cend(); ++it) {
        people.insert(it.key());
    }
    people.remove(QString());
    std::vector<double> interruptions;
    std::vector<double> sleep;
    std::vector<double> engaged;
    for (const QString &user : std::as_const(people)) {
        LoadScope scope = report.scope;
        scope.user = user;
        const LoadReport own = computeLoad(incidents, scope, zones, now);
        interruptions.push_back(own.interruptions.total());
        sleep.push_back(own.interruptions.sleep);
        engaged.push_back(report.engagedUnion.value(user, 0));
        if (user.compare(me, Qt::CaseInsensitive) == 0) {
            fairness.me = LoadPerson {own.interruptions.total(), own.interruptions.sleep, report.engagedUnion.value(user, 0)};
        }
    }
    fairness.people = int(people.size());
    fairness.interruptions = spreadOf(std::move(interruptions));
    fairness.sleep = spreadOf(std::move(sleep));
    fairness.engaged = spreadOf(std::move(engaged));
    return fairness;
}

// The fewest rules that cause most of the incidents, if they are few enough to be worth naming.
void findTopRules(const LoadReport &report, LoadFinding &finding)
{
    int sum = 0;
    const int limit = std::min(3, int(report.noise.size()));
    for (int i = 0; i < limit && report.incidents > 0; ++i) {
        sum += report.noise[size_t(i)].incidents;
        const double share = double(sum) / report.incidents;
        if (share >= 0.5 && int(report.noise.size()) > i + 1) {
            finding.topRules = i + 1;
            finding.topShare = share;
            return;
        }
    }
}

LoadFinding findingOf(const LoadView &view, bool hasHistory)
{
    using Kind = LoadFinding::Kind;
    LoadFinding finding;
    const int now = view.report.interruptions.total();
    const int before = view.before.interruptions.total();
    const int sleepNow = view.report.interruptions.sleep;
    const int sleepBefore = view.before.interruptions.sleep;
    finding.now = now;
    finding.before = before;
    findTopRules(view.report, finding);
    if (!hasHistory) {
        finding.kind = Kind::NoHistory;
    } else if (!view.hasBefore) {
        finding.kind = Kind::ShortData;
    } else if (now == 0) {
        finding.kind = Kind::Quiet;
    } else if (std::max(sleepNow, sleepBefore) >= minimumToCompare && std::abs(sleepNow - sleepBefore) * 2 >= std::max(1, sleepBefore)) {
        finding.kind = sleepNow > sleepBefore ? Kind::SleepRose : Kind::SleepFell;
        finding.now = sleepNow;
        finding.before = sleepBefore;
    } else if (std::max(now, before) >= minimumToCompare && std::abs(now - before) * 4 >= std::max(1, before)) {
        finding.kind = now > before ? Kind::Rose : Kind::Fell;
    } else {
        finding.kind = Kind::Steady;
    }
    return finding;
}

QStringList sortedNames(const std::vector<Incident> &incidents, QString Incident::*field)
{
    QSet<QString> names;
    for (const Incident &incident : incidents) {
        if (!(incident.*field).isEmpty()) {
            names.insert(incident.*field);
        }
    }
    QStringList sorted(names.cbegin(), names.cend());
    sorted.sort(Qt::CaseInsensitive);
    return sorted;
}

} // namespace

TimeRange loadHistoryRange(TimeRange window)
{
    const Millis weeks(qint64(loadWeekCount) * 7 * 86'400'000);
    return {std::min(window.from - window.length(), window.to - weeks), window.to};
}

LoadView computeLoadView(const std::vector<Incident> &incidents, const LoadScope &scope, const ResponderZones &zones, UtcTime now, const QString &me)
{
    LoadView view;
    for (const Incident &incident : incidents) {
        if (!view.historyFrom.isValid() || incident.created < view.historyFrom) {
            view.historyFrom = incident.created;
        }
    }
    view.report = computeLoad(incidents, scope, zones, now);
    LoadScope earlier = scope;
    earlier.window = {scope.window.from - scope.window.length(), scope.window.from};
    view.before = computeLoad(incidents, earlier, zones, now);
    view.hasBefore = view.historyFrom.isValid() && view.historyFrom < scope.window.from;
    view.weeks = loadWeeks(incidents, scope, zones, now, view.historyFrom);
    view.fairness = fairnessOf(incidents, view.report, zones, now, me);
    for (const ShiftLoad &shift : view.report.shifts) {
        view.shiftsOverLimit += shift.isOverLimit ? 1 : 0;
        view.worstShift = std::max(view.worstShift, shift.per12h);
    }
    view.teams = sortedNames(incidents, &Incident::team);
    view.services = sortedNames(incidents, &Incident::service);
    view.finding = findingOf(view, view.historyFrom.isValid());
    return view;
}

Async<LoadView> computeLoadViewLater(std::vector<Incident> incidents, LoadScope scope, ResponderZones zones, UtcTime now, QString me)
{
    const Reply<LoadView> reply;
    QThreadPool::globalInstance()->start(
        [reply, incidents = std::move(incidents), scope, zones, now, me] { reply.finish(computeLoadView(incidents, scope, zones, now, me)); });
    return reply.future();
}

} // namespace quarterdeck
