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

LoadFairness fairnessOf(const LoadReport &report, const QString &me)
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
        const LoadPerson own {report.interruptionsByUser.value(user, 0), report.sleepByUser.value(user, 0), report.engagedUnion.value(user, 0)};
        interruptions.push_back(own.interruptions);
        sleep.push_back(own.sleep);
        engaged.push_back(own.engaged);
        if (user.compare(me, Qt::CaseInsensitive) == 0) {
            fairness.me = own;
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

QStringList sortedNames(const std::vector<QString> &names)
{
    QStringList sorted(names.cbegin(), names.cend());
    sorted.removeAll(QString());
    sorted.sort(Qt::CaseInsensitive);
    return sorted;
}

} // namespace

TimeRange loadHistoryRange(TimeRange window)
{
    const Millis weeks(qint64(loadWeekCount) * 7 * 86'400'000);
    return {std::min(window.from - window.length(), window.to - weeks), window.to};
}

UtcTime historyStart(const LoadTable &table, TimeRange window)
{
    const UtcTime first = table.oldest(loadHistoryRange(window).from);
    return first.isValid() || !table.oldest().isValid() ? first : window.to - Millis(1);
}

Async<LoadTable> makeLoadTableLater(std::vector<Incident> incidents, ResponderZones zones)
{
    const Reply<LoadTable> reply;
    QThreadPool::globalInstance()->start([reply, incidents = std::move(incidents), zones] { reply.finish(LoadTable(incidents, zones)); });
    return reply.future();
}

LoadView computeLoadView(const LoadTable &table, const LoadScope &scope, UtcTime now, const QString &me)
{
    LoadView view;
    view.historyFrom = historyStart(table, scope.window);
    view.report = table.figures(scope, now);
    LoadScope earlier = scope;
    earlier.window = {scope.window.from - scope.window.length(), scope.window.from};
    view.before = table.figures(earlier, now);
    view.hasBefore = view.historyFrom.isValid() && view.historyFrom < scope.window.from;
    view.weeks = loadWeeks(table, scope, now);
    view.fairness = fairnessOf(view.report, me);
    view.shiftsOverLimit = view.report.shiftsOverLimit;
    view.worstShift = view.report.worstShift.value_or(0);
    view.teams = sortedNames(table.teams());
    view.services = sortedNames(table.services());
    view.finding = findingOf(view, view.historyFrom.isValid());
    return view;
}

Async<LoadView> computeLoadViewLater(LoadTable table, LoadScope scope, UtcTime now, QString me)
{
    const Reply<LoadView> reply;
    QThreadPool::globalInstance()->start([reply, table = std::move(table), scope, now, me] { reply.finish(computeLoadView(table, scope, now, me)); });
    return reply.future();
}

} // namespace quarterdeck
