#include "app/kpi/columns.h"

#include "app/kpi/numbering.h"

#include <algorithm>
#include <numeric>

namespace quarterdeck {

namespace {

constexpr qint64 TransientBelow = 300'000;
constexpr qint64 ShiftLength = 12 * 3'600'000LL;
constexpr qint64 FirstShift = 9 * 3'600'000LL;
// Clocks are not asked for their changes beyond these: a file of events may claim any time. Units: ms; the years 1900 and 2200.
constexpr UtcTime FirstClock {-2'208'988'800'000};
constexpr UtcTime LastClock {7'258'118'400'000};

// The first notification that is not e-mail interrupts; e-mail waits.
std::optional<qint64> interruptedAt(const Incident &incident)
{
    if (incident.notifications.empty()) {
        return incident.created.ms;
    }
    std::optional<qint64> first;
    for (const Notification &notification : incident.notifications) {
        if (notification.channel.compare(QLatin1StringView("email"), Qt::CaseInsensitive) != 0) {
            first = first ? std::min(*first, notification.at.ms) : notification.at.ms;
        }
    }
    return first;
}

quint16 flagsOf(const Incident &incident, bool isInterrupting)
{
    quint16 flags = 0;
    const auto set = [&flags](quint16 flag, bool isSet) { flags = quint16(flags | (isSet ? flag : 0)); };
    const bool isAcknowledged = incident.acknowledged.has_value();
    const bool isResolved = incident.resolved.has_value();
    set(loadflag::Acknowledged, isAcknowledged);
    set(loadflag::Resolved, isResolved);
    set(loadflag::Auto, incident.isAutoResolved);
    set(loadflag::Major, incident.isMajor);
    set(loadflag::Guessed, incident.user.isEmpty() || incident.notifications.empty());
    set(loadflag::Interrupting, isInterrupting);
    set(loadflag::Engaged, isAcknowledged && isResolved && *incident.resolved > *incident.acknowledged);
    set(loadflag::Transient,
        incident.isAutoResolved && !isAcknowledged && isResolved && incident.resolved->ms - incident.created.ms < TransientBelow);
    set(loadflag::Action, incident.tag == QLatin1StringView("action"));
    set(loadflag::NoAction, incident.tag == QLatin1StringView("noaction"));
    return flags;
}

std::vector<quint32> byCreation(const std::vector<Incident> &incidents)
{
    std::vector<quint32> order(incidents.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto isEarlier = [&](quint32 a, quint32 b) { return incidents[a].created < incidents[b].created; };
    if (!std::is_sorted(order.begin(), order.end(), isEarlier)) {
        std::stable_sort(order.begin(), order.end(), isEarlier);
    }
    return order;
}

void reserve(LoadColumns &columns, std::size_t size)
{
    const auto each = [size](auto &...column) { (column.reserve(size), ...); };
    each(columns.created, columns.acknowledged, columns.resolved, columns.interrupted, columns.flags, columns.user, columns.team, columns.service,
        columns.title, columns.next);
}

void addRow(const Incident &incident, LoadColumns &columns)
{
    const std::optional<qint64> interrupted = interruptedAt(incident);
    columns.created.push_back(incident.created.ms);
    columns.acknowledged.push_back(incident.acknowledged.value_or(UtcTime {}).ms);
    columns.resolved.push_back(incident.resolved ? incident.resolved->ms : LoadColumns::Never);
    columns.interrupted.push_back(interrupted.value_or(incident.created.ms));
    columns.flags.push_back(flagsOf(incident, interrupted.has_value()));
    columns.next.push_back(LoadColumns::None);
}

// Two firings of the same fingerprint, with none between.
void link(quint32 row, quint32 next, LoadColumns &columns)
{
    columns.next[row] = next;
    const qint64 pause = columns.is(row, loadflag::Resolved) ? columns.created[next] - columns.resolved[row] : -1;
    if (pause >= 0 && pause <= RepeatWithin) {
        columns.flags[row] |= loadflag::Repeated;
    }
}

void addRows(const std::vector<Incident> &incidents, LoadColumns &columns)
{
    Numbering users;
    Numbering teams;
    Numbering services;
    Numbering titles;
    Numbering fingerprints;
    std::vector<quint32> last;
    columns.place = byCreation(incidents);
    reserve(columns, incidents.size());
    for (const quint32 place : columns.place) {
        const Incident &incident = incidents[place];
        const auto row = quint32(columns.size());
        addRow(incident, columns);
        columns.user.push_back(users.of(incident.user));
        columns.team.push_back(teams.of(incident.team));
        columns.service.push_back(services.of(incident.service));
        columns.title.push_back(titles.of(incident.title));
        if (incident.fingerprint.isEmpty()) {
            continue;
        }
        const auto fingerprint = std::size_t(fingerprints.of(incident.fingerprint));
        if (fingerprint == last.size()) {
            last.push_back(row);
        } else {
            link(std::exchange(last[fingerprint], row), row, columns);
        }
    }
    columns.users = users.take();
    columns.teams = teams.take();
    columns.services = services.take();
    columns.titles = titles.take();
}

// Wall clocks are asked once for each incident; everything after works on numbers.
void addWallTimes(LoadColumns &columns)
{
    TimeRange range {LastClock, FirstClock};
    for (const auto *times : {&columns.created, &columns.interrupted}) {
        for (const qint64 time : *times) {
            range = {{std::min(range.from.ms, time)}, {std::max(range.to.ms, time)}};
        }
    }
    range = {std::max(range.from, FirstClock), std::max(FirstClock, std::min(range.to, LastClock))};
    QHash<QByteArray, int> known;
    for (const QString &user : columns.users) {
        const QByteArray zone = columns.zones.value(user, columns.zones.value(QString()));
        if (!known.contains(zone)) {
            known.insert(zone, int(columns.clocks.size()));
            columns.clocks.emplace_back(zone, range);
        }
        columns.clockOf.push_back(known.value(zone));
    }
    columns.hour.resize(columns.size());
    columns.clockHour.resize(columns.size());
    columns.shift.resize(columns.size());
    for (std::size_t row = 0; row < columns.size(); ++row) {
        const ZoneClock &clock = columns.clocks[std::size_t(columns.clockOf[std::size_t(columns.user[row])])];
        const qint64 local = clock.toLocal({columns.interrupted[row]});
        columns.hour[row] = hourClassOf(local);
        if (columns.hour[row] == HourClass::Sleep && columns.is(quint32(row), loadflag::Interrupting)) {
            columns.flags[row] |= loadflag::Asleep;
        }
        columns.clockHour[row] = qint32(floorDiv(local, 3'600'000));
        columns.shift[row] = qint32(floorDiv(clock.toLocal({columns.created[row]}) - FirstShift, ShiftLength));
    }
}

// The rows with a flag in the order of a time, and of each its place in that order.
void rank(const LoadColumns &columns, quint16 flag, const std::vector<qint64> &time, std::vector<quint32> &order, std::vector<quint32> &rankOf)
{
    for (quint32 row = 0; row < columns.size(); ++row) {
        if (columns.is(row, flag)) {
            order.push_back(row);
        }
    }
    std::stable_sort(order.begin(), order.end(), [&time](quint32 a, quint32 b) { return time[a] < time[b]; });
    rankOf.assign(columns.size(), LoadColumns::None);
    for (quint32 i = 0; i < order.size(); ++i) {
        rankOf[order[i]] = i;
    }
}

} // namespace

LoadColumns makeColumns(const std::vector<Incident> &incidents, const ResponderZones &zones)
{
    LoadColumns columns;
    columns.zones = zones;
    addRows(incidents, columns);
    addWallTimes(columns);
    rank(columns, loadflag::Interrupting, columns.interrupted, columns.interruptions, columns.interruption);
    rank(columns, loadflag::Engaged, columns.acknowledged, columns.engagements, columns.engagement);
    return columns;
}

} // namespace quarterdeck
