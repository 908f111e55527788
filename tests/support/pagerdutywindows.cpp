#include "tests/support/pagerdutyaccount.h"

#include <algorithm>

// Maintenance windows, and what was changed at services.
namespace quarterdeck {

namespace {

QString words(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

UtcTime timeIn(const QJsonObject &object, const char *name)
{
    return parseRfc3339(object.value(words(name)).toString()).value_or(UtcTime {});
}

} // namespace

QJsonArray PagerdutyAccount::windows() const
{
    QJsonArray open;
    for (const QJsonObject &window : m_windows) {
        if (timeIn(window, "end_time") > now()) {
            open.append(window);
        }
    }
    return open;
}

QJsonObject PagerdutyAccount::openWindow(const QJsonObject &window, const QString &by)
{
    const UtcTime end = timeIn(window, "end_time");
    const UtcTime start = std::max(timeIn(window, "start_time"), now());
    const QJsonArray services = window.value(words("services")).toArray();
    if (end <= start || services.isEmpty() || user(by).isEmpty()) {
        return {};
    }
    const QString id = words("PWIN%1").arg(m_windows.size());
    QJsonArray named;
    for (const QJsonValue &service : services) {
        QJsonObject one = service.toObject();
        for (const QJsonObject &incident : m_incidents) {
            const QJsonObject known = incident.value(words("service")).toObject();
            one = known.value(words("id")) == one.value(words("id")) ? known : one;
        }
        named.append(one);
    }
    QJsonObject made {{words("id"), id}, {words("type"), words("maintenance_window")}, {words("summary"), window.value(words("description"))},
        {words("self"), QJsonValue()}, {words("html_url"), QJsonValue()}, {words("sequence_number"), int(m_windows.size()) + 1},
        {words("start_time"), toRfc3339(start)}, {words("end_time"), toRfc3339(end)}, {words("description"), window.value(words("description"))},
        {words("services"), named}, {words("teams"), QJsonArray {}}, {words("created_by"), reference(by)}};
    m_windows.insert(id, made);
    return made;
}

bool PagerdutyAccount::endWindow(const QString &id)
{
    if (!m_windows.contains(id) || timeIn(m_windows[id], "end_time") <= now()) {
        return false;
    }
    m_windows[id].insert(words("end_time"), toRfc3339(now()));
    return true;
}

void PagerdutyAccount::changeAt(const QString &service, const QString &summary, UtcTime at)
{
    const QJsonObject about {{words("id"), words("PSVC") + QString::number(service.size())}, {words("type"), words("service_reference")}};
    m_changes.push_back({{words("id"), words("01CHANGE%1").arg(m_changes.size())}, {words("type"), words("change_event")},
        {words("summary"), summary}, {words("timestamp"), toRfc3339(at)}, {words("source"), words("acme-pipeline")},
        {words("services"), QJsonArray {about}}, {words("custom_details"), QJsonObject {}}, {words("links"), QJsonArray {}}});
}

QJsonArray PagerdutyAccount::changes(UtcTime since, UtcTime until) const
{
    QJsonArray found;
    for (auto change = m_changes.rbegin(); change != m_changes.rend(); ++change) {
        const UtcTime at = timeIn(*change, "timestamp");
        if (at >= since && at <= until) {
            found.append(*change);
        }
    }
    return found;
}

} // namespace quarterdeck
