#include "app/sources/pagerduty/parse.h"

#include "app/sources/api/names.h"
#include "app/sources/pagerduty/fields.h"
#include "app/sources/pagerduty/requests.h"
#include "app/sources/pagerduty/trigger.h"

#include <algorithm>

namespace quarterdeck::pagerduty {

namespace {

void readPending(Incident &incident, const JsonValue &actions)
{
    eachOf(actions, [&incident](const JsonValue &action) {
        const QString type = textOf(action[u"type"]);
        if (type == u"unacknowledge") {
            incident.unacknowledgesAt = timeOf(action[u"at"]);
        } else if (type == u"escalate") {
            incident.escalatesAt = timeOf(action[u"at"]);
        }
    });
}

void readPeople(Incident &incident, const JsonValue &value)
{
    eachOf(value[u"assignments"], [&incident](const JsonValue &one) { incident.assignees.push_back(namedOf(one[u"assignee"])); });
    eachOf(value[u"acknowledgements"], [&incident](const JsonValue &one) {
        incident.acknowledgements.push_back({timeOf(one[u"at"]), namedOf(one[u"acknowledger"])});
    });
    eachOf(value[u"teams"], [&incident](const JsonValue &one) { incident.teams.push_back(namedOf(one)); });
    eachOf(value[u"incidents_responders"], [&incident](const JsonValue &one) {
        incident.helpers.push_back({namedOf(one[u"user"]), textOf(one[u"state"])});
    });
    eachOf(value[u"responder_requests"], [&incident](const JsonValue &one) {
        ResponderRequest request {textOf(one[u"message"]), {}};
        eachOf(one[u"responder_request_targets"], [&request](const JsonValue &target) {
            // The document says one thing and its example the other.
            const JsonValue inner = target[u"responder_request_target"];
            request.targets.append(textOf(inner.isNull() ? target[u"id"] : inner[u"id"]));
        });
        incident.responders.push_back(std::move(request));
    });
}

Incident incidentOf(const JsonValue &value)
{
    Incident incident;
    incident.self = namedOf(value);
    const QString title = textOf(value[u"title"]);
    incident.self.name = title.isEmpty() ? incident.self.name : title;
    incident.number = value[u"incident_number"].integerOr(0);
    incident.status = textOf(value[u"status"]);
    incident.urgency = textOf(value[u"urgency"]);
    incident.type = textOf(value[u"incident_type"][u"name"]);
    incident.key = textOf(value[u"incident_key"]);
    incident.createdAt = timeOf(value[u"created_at"]);
    incident.updatedAt = timeOf(value[u"updated_at"]);
    incident.resolvedAt = timeOf(value[u"resolved_at"]);
    incident.service = namedOf(value[u"service"]);
    incident.policy = namedOf(value[u"escalation_policy"]);
    incident.priority = namedOf(value[u"priority"]);
    incident.isMergeable = value[u"is_mergeable"].booleanOr(true);
    incident.mergedInto = textOf(value[u"resolve_reason"][u"incident"][u"id"]);
    readPending(incident, value[u"pending_actions"]);
    readPeople(incident, value);
    incident.customFields = customFieldsOf(value[u"custom_fields"]);
    incident.trigger = triggerOf(value[u"first_trigger_log_entry"], value[u"body"]);
    return incident;
}

/// What is wrong with an entry of the list; empty where it can be shown.
QString problemOf(const Incident &incident)
{
    if (!pagerduty::isId(incident.self.id)) {
        return QStringLiteral("it has no id");
    }
    return incident.createdAt.isValid() ? QString() : QStringLiteral("it does not say when it began");
}

Page<Incident> incidentsIn(const JsonDocument &document)
{
    Page<Incident> page;
    document.root()[u"incidents"].each([&page](const QString &index, const JsonValue &value) {
        ++page.served;
        Incident incident = incidentOf(value);
        const QString problem = problemOf(incident);
        if (problem.isEmpty()) {
            page.items.push_back(std::move(incident));
        } else if (!page.problem) {
            page.problem = Error {ErrorKind::BadPayload,
                QStringLiteral("The incident \"%1\" cannot be read: %2").arg(incident.self.name.left(LongestName), problem),
                QStringLiteral("/incidents/") + index, 0, std::nullopt};
        }
    });
    return page;
}

} // namespace

UtcTime Incident::acknowledgedAt() const
{
    UtcTime latest;
    for (const Acknowledgement &one : acknowledgements) {
        latest = std::max(latest, one.at);
    }
    return latest;
}

Result<Page<Incident>> parseIncidents(QByteArrayView body)
{
    const auto document = documentWith(body, u"incidents");
    const auto more = document.and_then(hasMore);
    if (!more) {
        return tl::unexpected(more.error());
    }
    Page<Incident> page = incidentsIn(*document);
    page.hasMore = *more;
    return page;
}

Result<std::vector<Incident>> parseChanged(QByteArrayView body)
{
    return documentWith(body, u"incidents").map([](const JsonDocument &document) { return incidentsIn(document).items; });
}

Result<Incident> parseIncident(QByteArrayView body)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    Incident incident = incidentOf(document->root()[u"incident"]);
    const QString problem = problemOf(incident);
    if (!problem.isEmpty() || incident.status.isEmpty()) {
        return fail(ErrorKind::BadPayload, QStringLiteral("The server did not answer with an incident"), QStringLiteral("/incident"));
    }
    return incident;
}

namespace {

LogEntry entryOf(const JsonValue &value)
{
    return {textOf(value[u"type"]), timeOf(value[u"created_at"]), textOf(value[u"agent"][u"id"]), textOf(value[u"incident"][u"id"])};
}

} // namespace

Result<std::vector<LogEntry>> parseLogEntries(QByteArrayView body)
{
    return documentWith(body, u"log_entries").map([](const JsonDocument &document) {
        std::vector<LogEntry> entries;
        eachOf(document.root()[u"log_entries"], [&entries](const JsonValue &one) { entries.push_back(entryOf(one)); });
        return entries;
    });
}

Result<Page<LogEntry>> parseLogPage(QByteArrayView body)
{
    const auto document = documentWith(body, u"log_entries");
    const auto more = document.and_then(hasMore);
    if (!more) {
        return tl::unexpected(more.error());
    }
    Page<LogEntry> page;
    page.hasMore = *more;
    document->root()[u"log_entries"].each([&page](const QString &, const JsonValue &one) {
        ++page.served;
        page.items.push_back(entryOf(one));
    });
    return page;
}

Result<Note> parseNote(QByteArrayView body)
{
    return JsonDocument::parse(body).map([](const JsonDocument &document) {
        const JsonValue note = document.root()[u"note"];
        return Note {textOf(note[u"id"]), textOf(note[u"content"])};
    });
}

Result<std::vector<Note>> parseNotes(QByteArrayView body)
{
    return documentWith(body, u"notes").map([](const JsonDocument &document) {
        std::vector<Note> notes;
        document.root()[u"notes"].each([&notes](const QString &, const JsonValue &one) {
            notes.push_back({textOf(one[u"id"]), textOf(one[u"content"])});
        });
        return notes;
    });
}

namespace {

Person personOf(const JsonValue &value)
{
    const Named named = namedOf(value);
    const QString name = textOf(value[u"name"]);
    return {named.id, name.isEmpty() ? named.name : name, textOf(value[u"email"])};
}

} // namespace

Result<Page<Person>> parseUsers(QByteArrayView body)
{
    const auto document = documentWith(body, u"users");
    const auto more = document.and_then(hasMore);
    if (!more) {
        return tl::unexpected(more.error());
    }
    Page<Person> page;
    page.hasMore = *more;
    document->root()[u"users"].each([&page](const QString &, const JsonValue &one) {
        ++page.served;
        page.items.push_back(personOf(one));
    });
    return page;
}

Result<Person> parseMe(QByteArrayView body)
{
    return JsonDocument::parse(body).and_then([](const JsonDocument &document) -> Result<Person> {
        const Person person = personOf(document.root()[u"user"]);
        if (person.id.isEmpty() || person.email.isEmpty()) {
            return fail(ErrorKind::BadPayload, QStringLiteral("The server did not answer with a user"), QStringLiteral("/user"));
        }
        return person;
    });
}

Result<std::vector<Named>> parsePriorities(QByteArrayView body)
{
    return documentWith(body, u"priorities").map([](const JsonDocument &document) {
        std::vector<Named> priorities;
        eachOf(document.root()[u"priorities"], [&priorities](const JsonValue &one) { priorities.push_back(namedOf(one)); });
        return priorities;
    });
}

} // namespace quarterdeck::pagerduty
