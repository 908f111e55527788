#include "app/cli/eventfile.h"

#include "app/json/jsonreader.h"

#include <QFile>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qint64 FileLimit = 64LL * 1024 * 1024;
constexpr qint64 DayMs = 86'400'000;

std::optional<UtcTime> timeOf(const JsonValue &json)
{
    return json.isNull() ? std::nullopt : parseRfc3339(json.string());
}

Result<Incident> incidentOf(const JsonValue &json)
{
    Incident incident;
    incident.id = json[u"id"].string();
    incident.service = json[u"service"].stringOr({});
    incident.team = json[u"team"].stringOr({});
    incident.title = json[u"title"].stringOr(incident.service);
    incident.fingerprint = json[u"fingerprint"].stringOr(incident.id);
    incident.user = json[u"user"].stringOr({});
    incident.tag = json[u"tag"].stringOr({});
    incident.isAutoResolved = json[u"auto"].booleanOr(false);
    incident.isMajor = json[u"major"].booleanOr(false);
    const auto created = timeOf(json[u"created"]);
    if (!created) {
        return fail(ErrorKind::BadPayload, QStringLiteral("An incident without a readable \"created\""), json.pointer());
    }
    incident.created = *created;
    incident.acknowledged = timeOf(json[u"ack"]);
    incident.resolved = timeOf(json[u"resolved"]);
    json[u"notify"].each([&incident](const QString &, const JsonValue &sent) {
        if (const auto at = parseRfc3339(sent.at(0).string())) {
            incident.notifications.push_back({*at, sent.at(1).string()});
        }
    });
    return incident;
}

// Files that carry expectations name their major incidents in the key of the availability figure.
QStringList majorsOf(const JsonValue &root)
{
    QStringList majors;
    root[u"majors"].each([&majors](const QString &, const JsonValue &id) { majors.append(id.stringOr({})); });
    root[u"expected"].each([&majors](const QString &name, const JsonValue &) {
        const QLatin1String prefix("uptime_pct_union_majors_");
        if (name.startsWith(prefix)) {
            majors += name.mid(prefix.size()).split(u'_');
        }
    });
    return majors;
}

TimeRange weeksOf(const std::vector<Incident> &incidents)
{
    const auto [first, last] = std::minmax_element(
        incidents.begin(), incidents.end(), [](const Incident &a, const Incident &b) { return a.created < b.created; });
    // 1970-01-05 was a Monday.
    const auto monday = [](UtcTime time) { return UtcTime {time.ms - (time.ms - 4 * DayMs) % (7 * DayMs)}; };
    return {monday(first->created), monday(last->created) + Millis(7 * DayMs)};
}

} // namespace

Result<EventFile> readEventFile(const QString &path, const QStringList &majors)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > FileLimit) {
        return fail(ErrorKind::NotFound, QStringLiteral("Cannot read %1: %2").arg(path, file.errorString()), path);
    }
    const Result<JsonDocument> document = JsonDocument::parse(file.readAll());
    if (!document) {
        return tl::unexpected<Error>(document.error());
    }
    const JsonValue root = document->root();
    EventFile events;
    std::optional<Error> wrong;
    root[u"users"].each([&events](const QString &name, const JsonValue &zone) { events.zones.insert(name, zone.stringOr({}).toLatin1()); });
    root[u"incidents"].each([&](const QString &, const JsonValue &json) {
        const Result<Incident> incident = incidentOf(json);
        if (incident) {
            events.incidents.push_back(*incident);
        } else {
            wrong = wrong.value_or(incident.error());
        }
    });
    if (const auto verdict = document->verdict(); !verdict) {
        return tl::unexpected<Error>(verdict.error());
    }
    if (wrong || events.incidents.empty()) {
        return tl::unexpected<Error>(
            wrong.value_or(Error {ErrorKind::BadPayload, QStringLiteral("The file holds no incidents"), path, 0, std::nullopt}));
    }
    const QStringList all = majors + majorsOf(root);
    for (Incident &incident : events.incidents) {
        incident.isMajor |= all.contains(incident.id);
    }
    events.weeks = weeksOf(events.incidents);
    return events;
}

} // namespace quarterdeck
