#include "app/kpi/loadtable.h"

#include "app/kpi/selection.h"

#include <algorithm>

namespace quarterdeck {

namespace {

LoadColumns makeColumns(const std::vector<Incident> &incidents, const ResponderZones &zones)
{
    ColumnMaker maker;
    for (const Incident &incident : incidents) {
        maker.add(incident);
    }
    return maker.finish(zones);
}

// Of a name: its number, -1 for the empty name, which is all of them, or one that no row has.
qint32 numberOf(const std::vector<QString> &names, const QString &name)
{
    return name.isEmpty() ? -1 : qint32(std::find(names.begin(), names.end(), name) - names.begin());
}

// Without case: a history knows the spelling that a service had when it was recorded.
qint32 serviceNumberOf(const std::vector<QString> &names, const QString &name)
{
    const auto isIt = [&name](const QString &other) { return other.compare(name, Qt::CaseInsensitive) == 0; };
    return name.isEmpty() ? -1 : qint32(std::find_if(names.begin(), names.end(), isIt) - names.begin());
}

} // namespace

Selection select(const LoadColumns &columns, const LoadScope &scope, UtcTime now)
{
    Selection selection {columns, scope, now, {}, {}};
    const qint32 team = numberOf(columns.teams, scope.team);
    const qint32 service = serviceNumberOf(columns.services, scope.service);
    const qint32 user = numberOf(columns.users, scope.user);
    const auto isInScope = [&](quint32 row) {
        return (team < 0 || columns.team[row] == team) && (service < 0 || columns.service[row] == service) && (user < 0 || columns.user[row] == user);
    };
    const auto rowAt = [&](UtcTime at) {
        return quint32(std::lower_bound(columns.created.begin(), columns.created.end(), at.ms) - columns.created.begin());
    };
    const quint32 first = rowAt(scope.window.from);
    const quint32 last = std::max(first, rowAt(scope.window.to));
    for (quint32 row = 0; row < first; ++row) {
        if (columns.resolved[row] > scope.window.from.ms && isInScope(row)) {
            selection.early.push_back(row);
        }
    }
    selection.counted.reserve(last - first);
    for (quint32 row = first; row < last; ++row) {
        if (isInScope(row)) {
            selection.counted.push_back(row);
        }
    }
    return selection;
}

LoadTable::LoadTable(LoadColumns columns)
    : m_columns(std::make_shared<const LoadColumns>(std::move(columns)))
{
}

LoadTable::LoadTable(const std::vector<Incident> &incidents, const ResponderZones &zones)
    : LoadTable(makeColumns(incidents, zones))
{
}

LoadReport LoadTable::figures(const LoadScope &scope, UtcTime now) const
{
    LoadReport report;
    report.scope = scope;
    report.windowHours = double(std::max<qint64>(0, qint64(scope.window.length().count()))) / 3'600'000.0;
    const Selection selection = select(*m_columns, scope, now);
    addTimes(selection, report);
    addPeople(selection, report);
    addNoise(selection, report);
    return report;
}

UtcTime LoadTable::oldest(UtcTime since) const
{
    const auto first = std::lower_bound(m_columns->created.begin(), m_columns->created.end(), since.ms);
    return first == m_columns->created.end() ? UtcTime {} : UtcTime {*first};
}

UtcTime LoadTable::newest() const
{
    return m_columns->created.empty() ? UtcTime {} : UtcTime {m_columns->created.back()};
}

const std::vector<QString> &LoadTable::teams() const
{
    return m_columns->teams;
}

const std::vector<QString> &LoadTable::services() const
{
    return m_columns->services;
}

const std::vector<QString> &LoadTable::users() const
{
    return m_columns->users;
}

const ResponderZones &LoadTable::zones() const
{
    return m_columns->zones;
}

LoadReport computeLoad(const std::vector<Incident> &incidents, const LoadScope &scope, const ResponderZones &zones, UtcTime now)
{
    return LoadTable(incidents, zones).figures(scope, now);
}

} // namespace quarterdeck
