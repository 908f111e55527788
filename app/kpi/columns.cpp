#include "app/kpi/columns.h"

#include "app/kpi/calls.h"
#include "app/kpi/shifts.h"

#include <algorithm>
#include <numeric>

namespace quarterdeck {

namespace {

constexpr qint64 TransientBelow = 300'000;
// Clocks are not asked for their changes beyond these: a file of events may claim any time. Units: ms; the years 1900 and 2200.
constexpr UtcTime FirstClock {-2'208'988'800'000};
constexpr UtcTime LastClock {7'258'118'400'000};

// What holds for everybody whom the incident called.
quint16 flagsOf(const Incident &incident, const Call &first)
{
    quint16 flags = 0;
    const auto set = [&flags](quint16 flag, bool isSet) { flags = quint16(flags | (isSet ? flag : 0)); };
    const bool isResolved = incident.resolved.has_value();
    const qint64 lasted = isResolved ? incident.resolved->ms - incident.created.ms : -1;
    set(loadflag::Acknowledged, incident.acknowledged.has_value());
    set(loadflag::Resolved, isResolved);
    set(loadflag::Auto, incident.isAutoResolved && isResolved);
    set(loadflag::Major, incident.isMajor);
    set(loadflag::Guessed, first.user.isEmpty() || (incident.notifications.empty() && !incident.isPagingKnown));
    set(loadflag::Transient, incident.isAutoResolved && !incident.acknowledged && lasted >= 0 && lasted < TransientBelow);
    set(loadflag::Action, incident.tag == QLatin1StringView("action"));
    set(loadflag::NoAction, incident.tag == QLatin1StringView("noaction"));
    return flags;
}

// An acknowledgement before the creation is a clock that is wrong: no time was worked from it.
bool isEngaged(const Incident &incident, const Call &call)
{
    return call.acknowledged && incident.resolved && *call.acknowledged >= incident.created && *incident.resolved > *call.acknowledged;
}

template <class Value> void reorder(std::vector<Value> &column, const std::vector<quint32> &order)
{
    std::vector<Value> sorted(column.size());
    std::transform(order.begin(), order.end(), sorted.begin(), [&column](quint32 row) { return column[row]; });
    column = std::move(sorted);
}

void sortByCreation(LoadColumns &columns, std::vector<qint32> &fingerprints)
{
    if (std::is_sorted(columns.created.begin(), columns.created.end())) {
        return;
    }
    std::vector<quint32> order(columns.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](quint32 a, quint32 b) { return columns.created[a] < columns.created[b]; });
    const auto each = [&order](auto &...column) { (reorder(column, order), ...); };
    each(columns.created, columns.acknowledged, columns.engaged, columns.resolved, columns.interrupted, columns.flags, columns.user, columns.team,
        columns.service, columns.title, columns.place, fingerprints);
}

// Ties each firing to the next of its fingerprint.
void link(LoadColumns &columns, const std::vector<qint32> &fingerprints, int names)
{
    std::vector<quint32> last(std::size_t(names), LoadColumns::None);
    columns.next.assign(columns.size(), LoadColumns::None);
    for (quint32 row = 0; row < columns.size(); ++row) {
        if (fingerprints[row] < 0) {
            continue;
        }
        const quint32 before = std::exchange(last[std::size_t(fingerprints[row])], row);
        if (before == LoadColumns::None) {
            continue;
        }
        columns.next[before] = row;
        const qint64 end = columns.resolved[before];
        const qint64 pause = columns.is(before, loadflag::Resolved) && end >= columns.created[before] ? columns.created[row] - end : -1;
        if (pause >= 0 && pause <= RepeatWithin) {
            columns.flags[before] |= loadflag::Repeated;
        }
    }
}

// Wall clocks are asked once for each incident; everything after works on numbers.
/// The shift that goes on. One whose start no clock showed, as on a day that a zone left out, is part of the one before.
qint32 shiftAt(const ZoneClock &clock, UtcTime at)
{
    qint64 number = floorDiv(clock.toLocal(at) - FirstShift, ShiftLength);
    while (!clock.shows(number * ShiftLength + FirstShift)) {
        --number;
    }
    return qint32(number);
}

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
            columns.clocks.push_back(clockOfZone(zone, range));
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
        columns.shift[row] = shiftAt(clock, {columns.created[row]});
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

// Names of services are compared without case: what was recorded before they kept theirs is of the same service.
QString ColumnMaker::serviceOf(const QString &name)
{
    if (const auto known = m_spellings.constFind(name); known != m_spellings.constEnd()) {
        return *known;
    }
    const QString lower = name.toLower();
    const QString spelling = m_spellings.value(lower, name);
    m_spellings.insert(lower, spelling);
    m_spellings.insert(name, spelling);
    return spelling;
}

void ColumnMaker::addRow(const Incident &incident, const QString &user, quint16 kind)
{
    m_columns.created.push_back(incident.created.ms);
    m_columns.acknowledged.push_back(incident.acknowledged.value_or(UtcTime {}).ms);
    m_columns.resolved.push_back(incident.resolved ? incident.resolved->ms : LoadColumns::Never);
    m_columns.interrupted.push_back(incident.created.ms);
    m_columns.engaged.push_back(0);
    m_columns.flags.push_back(kind);
    m_columns.user.push_back(m_users.of(user));
    m_columns.team.push_back(m_teams.of(incident.team));
    m_columns.service.push_back(m_services.of(serviceOf(incident.service)));
    m_columns.title.push_back(m_titles.of(incident.title));
    m_columns.place.push_back(m_places);
    const bool isIncident = (kind & (loadflag::Further | loadflag::Again)) == 0;
    m_fingerprints.push_back(isIncident && !incident.fingerprint.isEmpty() ? m_names.of(incident.fingerprint) : -1);
}

void ColumnMaker::add(const Incident &incident)
{
    const std::vector<Call> calls = callsOf(incident);
    const quint16 shared = flagsOf(incident, calls.front());
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const Call &call = calls[i];
        addRow(incident, call.user, i == 0 ? shared : quint16(shared | loadflag::Further));
        if (isEngaged(incident, call)) {
            m_columns.engaged.back() = call.acknowledged->ms;
            m_columns.flags.back() |= loadflag::Engaged;
        }
        for (std::size_t round = 0; round < call.interruptions.size(); ++round) {
            if (round > 0) {
                addRow(incident, call.user, loadflag::Again);
            }
            m_columns.interrupted.back() = call.interruptions[round].ms;
            m_columns.flags.back() |= loadflag::Interrupting;
        }
    }
    ++m_places;
}

LoadColumns ColumnMaker::finish(const ResponderZones &zones)
{
    LoadColumns columns = std::exchange(m_columns, {});
    std::vector<qint32> fingerprints = std::exchange(m_fingerprints, {});
    columns.zones = zones;
    const int names = m_names.size();
    m_names = Numbering();
    columns.users = m_users.take();
    columns.teams = m_teams.take();
    columns.services = m_services.take();
    columns.titles = m_titles.take();
    sortByCreation(columns, fingerprints);
    link(columns, fingerprints, names);
    addWallTimes(columns);
    rank(columns, loadflag::Interrupting, columns.interrupted, columns.interruptions, columns.interruption);
    rank(columns, loadflag::Engaged, columns.engaged, columns.engagements, columns.engagement);
    return columns;
}

qint32 unknownUser(const LoadColumns &columns)
{
    const auto found = std::find(columns.users.begin(), columns.users.end(), QString());
    return found == columns.users.end() ? -1 : qint32(found - columns.users.begin());
}

} // namespace quarterdeck
