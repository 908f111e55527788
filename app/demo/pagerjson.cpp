#include "app/demo/pagerjson.h"

#include "app/demo/pagerparts.h"

namespace quarterdeck::demo {

namespace {

void writePriority(JsonWriter &json, const QString &id)
{
    const QString name = QStringLiteral("P%1").arg(PagerAccount::priorities().indexOf(id) + 1);
    json.beginObject();
    json.key(u"id").value(id).key(u"type").value(QStringLiteral("priority")).key(u"summary").value(name);
    json.key(u"self").value(QString(QStringLiteral("https://api.pagerduty.example/priorities/") + id)).endObject();
}

void writeTrigger(JsonWriter &json, const PagerIncident &incident, bool isFull)
{
    const PagerTrigger &trigger = incident.trigger;
    const bool isEvent = !trigger.severity.isEmpty();
    json.key(u"first_trigger_log_entry").beginObject();
    writeNames(json, u'R' + incident.id, isFull ? QStringLiteral("trigger_log_entry") : QStringLiteral("trigger_log_entry_reference"),
        isEvent ? QStringLiteral("Triggered through the API") : QStringLiteral("Triggered by a person"), QStringLiteral("log_entries"));
    if (isFull) {
        json.key(u"created_at").value(toRfc3339(trigger.at)).key(u"channel").beginObject();
        json.key(u"type").value(isEvent ? "api" : "web_trigger").key(u"incident_key").value(trigger.key);
        json.key(u"description").value(trigger.description);
        if (isEvent) {
            json.key(u"details").beginObject().key(u"severity").value(trigger.severity).key(u"cluster").value("eu-1");
            if (!trigger.runbook.isEmpty()) {
                json.key(u"runbook_url").value(trigger.runbook);
            }
            json.endObject();
        }
        json.endObject().key(u"contexts").beginArray().endArray();
    }
    json.endObject();
}

void writePeople(JsonWriter &json, const PagerIncident &incident)
{
    json.key(u"assignments").beginArray();
    for (const QString &id : incident.assignees) {
        json.beginObject().key(u"at").value(toRfc3339(incident.updatedAt)).key(u"assignee");
        writePersonReference(json, id);
        json.endObject();
    }
    json.endArray().key(u"acknowledgements").beginArray();
    for (const PagerAcknowledgement &one : incident.acknowledgements) {
        json.beginObject().key(u"at").value(toRfc3339(one.at)).key(u"acknowledger");
        writePersonReference(json, one.by);
        json.endObject();
    }
    json.endArray().key(u"pending_actions").beginArray();
    if (incident.quietUntil.isValid()) {
        json.beginObject().key(u"type").value("unacknowledge").key(u"at").value(toRfc3339(incident.quietUntil)).endObject();
    }
    json.endArray();
}

void writeCall(JsonWriter &json, const PagerIncident &incident, const PagerCall &call)
{
    json.beginObject().key(u"incident");
    writeIncidentReference(json, incident);
    json.key(u"requester");
    writePersonReference(json, call.by);
    json.key(u"requested_at").value(toRfc3339(call.at)).key(u"message").value(call.message);
    json.key(u"responder_request_targets").beginArray();
    for (const QString &id : call.people) {
        json.beginObject().key(u"responder_request_target");
        writePersonReference(json, id);
        json.endObject();
    }
    json.endArray().endObject();
}

void writeHelpers(JsonWriter &json, const PagerIncident &incident)
{
    json.key(u"incidents_responders").beginArray();
    for (const PagerCall &call : incident.calls) {
        for (const QString &id : call.people) {
            json.beginObject().key(u"state").value(call.calledOff.contains(id) ? "user_cancelled" : "pending").key(u"user");
            writePersonReference(json, id);
            json.key(u"incident");
            writeIncidentReference(json, incident);
            json.key(u"requester");
            writePersonReference(json, call.by);
            json.key(u"message").value(call.message).key(u"requested_at").value(toRfc3339(call.at)).key(u"updated_at").value(toRfc3339(call.at));
            json.endObject();
        }
    }
    json.endArray();
}

void writeCalls(JsonWriter &json, const PagerIncident &incident)
{
    json.key(u"responder_requests").beginArray();
    for (const PagerCall &call : incident.calls) {
        writeCall(json, incident, call);
    }
    json.endArray();
}

void writeIncident(JsonWriter &json, const PagerIncident &incident, bool isFull)
{
    const PagerTrigger &trigger = incident.trigger;
    const bool isResolved = incident.status == u"resolved";
    json.beginObject();
    writeNames(json, incident.id, QStringLiteral("incident"), summaryOf(incident), QStringLiteral("incidents"));
    json.key(u"incident_number").value(incident.number).key(u"title").value(trigger.title).key(u"status").value(incident.status);
    json.key(u"incident_key").value(trigger.key).key(u"urgency").value(trigger.urgency);
    json.key(u"created_at").value(toRfc3339(trigger.at)).key(u"updated_at").value(toRfc3339(incident.updatedAt));
    json.key(u"last_status_change_at").value(toRfc3339(incident.changedAt)).key(u"resolved_at");
    isResolved ? json.value(toRfc3339(incident.changedAt)) : json.null();
    json.key(u"incident_type").beginObject().key(u"name").value("incident_default").endObject();
    json.key(u"is_mergeable").value(true).key(u"assigned_via").value("escalation_policy").key(u"service");
    writeServiceReference(json, trigger.service);
    json.key(u"escalation_policy");
    writePolicyReference(json);
    json.key(u"teams").beginArray();
    writeTeamReference(json, trigger.team);
    json.endArray();
    writePeople(json, incident);
    writeCalls(json, incident);
    writeHelpers(json, incident);
    if (!incident.priority.isEmpty()) {
        json.key(u"priority");
        writePriority(json, incident.priority);
    }
    if (const QString &other = incident.mergedInto; !other.isEmpty()) {
        json.key(u"resolve_reason").beginObject().key(u"type").value("merge_resolve_reason").key(u"incident");
        writeReference(json, other, QStringLiteral("incident_reference"), other, QStringLiteral("incidents"));
        json.endObject();
    }
    writeTrigger(json, incident, isFull);
    json.endObject();
}

void writeNote(JsonWriter &json, const PagerNote &note, std::size_t place)
{
    json.beginObject().key(u"id").value(QStringLiteral("PNOTE%1").arg(place)).key(u"user");
    writePersonReference(json, note.by);
    json.key(u"channel").beginObject().key(u"summary").value("The PagerDuty website or APIs").endObject();
    json.key(u"content").value(note.content).key(u"created_at").value(toRfc3339(note.at)).endObject();
}

template <class F> QByteArray alone(QStringView name, F write)
{
    JsonWriter json;
    json.beginObject().key(name);
    write(json);
    return json.endObject().take();
}

JsonValue rootOf(QByteArrayView body)
{
    const auto document = JsonDocument::parse(body);
    return document ? document->root() : JsonValue();
}

QStringList idsIn(const JsonValue &list, QStringView inner)
{
    QStringList ids;
    list.each([&](const QString &, const JsonValue &one) { ids.append((inner.isEmpty() ? one : one[inner])[u"id"].stringOr({})); });
    return ids;
}

PagerChange changeOf(const JsonValue &wish)
{
    return PagerChange {wish[u"status"].stringOr({}), wish[u"resolution"].stringOr({}), idsIn(wish[u"assignments"], u"assignee"),
        wish[u"priority"][u"id"].stringOr({}), int(std::clamp<qint64>(wish[u"escalation_level"].integerOr(0), -1, 1000))};
}

} // namespace

QByteArray incidentsJson(std::span<const PagerIncident *const> all, const PagerPage &page, bool isFull)
{
    return pageJson(u"incidents", all.size(), page, [&](JsonWriter &json, std::size_t i) { writeIncident(json, *all[i], isFull); });
}

QByteArray incidentJson(const PagerIncident &incident, bool isFull)
{
    return alone(u"incident", [&](JsonWriter &json) { writeIncident(json, incident, isFull); });
}

QByteArray changedJson(std::span<const PagerIncident *const> changed)
{
    return alone(u"incidents", [&](JsonWriter &json) {
        json.beginArray();
        for (const PagerIncident *incident : changed) {
            writeIncident(json, *incident, false);
        }
        json.endArray();
    });
}

QByteArray mergedJson(const PagerIncident &incident)
{
    return alone(u"incident", [&](JsonWriter &json) { writeIncidentReference(json, incident); });
}

QByteArray notesJson(const PagerIncident &incident)
{
    return alone(u"notes", [&](JsonWriter &json) {
        json.beginArray();
        for (std::size_t i = 0; i < incident.notes.size(); ++i) {
            writeNote(json, incident.notes[i], i);
        }
        json.endArray();
    });
}

QByteArray lastNoteJson(const PagerIncident &incident)
{
    return alone(u"note", [&](JsonWriter &json) { writeNote(json, incident.notes.back(), incident.notes.size() - 1); });
}

QByteArray lastCallJson(const PagerIncident &incident)
{
    return alone(u"responder_request", [&](JsonWriter &json) { writeCall(json, incident, incident.calls.back()); });
}

QByteArray calledOffJson(const QStringList &people)
{
    return alone(u"responder_request_targets", [&](JsonWriter &json) {
        json.beginArray();
        for (const QString &id : people) {
            json.beginObject().key(u"type").value("user_reference").key(u"id").value(id).key(u"result").value("cancelled").endObject();
        }
        json.endArray();
    });
}

QByteArray peopleJson(const QString &text, const PagerPage &page)
{
    std::vector<PagerPerson> found;
    std::ranges::copy_if(
        PagerAccount::people(), std::back_inserter(found), [&text](const PagerPerson &one) { return one.name.contains(text, Qt::CaseInsensitive); });
    return pageJson(u"users", found.size(), page, [&](JsonWriter &json, std::size_t i) { writePerson(json, found[i]); });
}

QByteArray personJson(const PagerPerson &person)
{
    return alone(u"user", [&](JsonWriter &json) { writePerson(json, person); });
}

QByteArray prioritiesJson(const PagerPage &page)
{
    const QStringList &all = PagerAccount::priorities();
    return pageJson(
        u"priorities", std::size_t(all.size()), page, [&](JsonWriter &json, std::size_t i) { writePriority(json, all.at(qsizetype(i))); });
}

QByteArray noJson(const PagerNo &no)
{
    return alone(u"error", [&](JsonWriter &json) { json.beginObject().key(u"message").value(no.message).key(u"code").value(no.code).endObject(); });
}

std::optional<PagerChange> changeIn(QByteArrayView body)
{
    const auto document = JsonDocument::parse(body);
    const JsonValue wish = document ? document->root()[u"incident"] : JsonValue();
    return wish.isObject() ? std::optional(changeOf(wish)) : std::nullopt;
}

std::vector<std::pair<QString, PagerChange>> changesIn(QByteArrayView body)
{
    std::vector<std::pair<QString, PagerChange>> changes;
    if (const auto document = JsonDocument::parse(body)) {
        document->root()[u"incidents"].each(
            [&changes](const QString &, const JsonValue &one) { changes.emplace_back(one[u"id"].stringOr({}), changeOf(one)); });
    }
    return changes;
}

qint64 durationIn(QByteArrayView body)
{
    return std::clamp<qint64>(rootOf(body)[u"duration"].integerOr(0), 0, 1'000'000'000);
}

QString noteIn(QByteArrayView body)
{
    return rootOf(body)[u"note"][u"content"].stringOr({});
}

QStringList sourcesIn(QByteArrayView body)
{
    return idsIn(rootOf(body)[u"source_incidents"], {});
}

QStringList calledOffIn(QByteArrayView body)
{
    return idsIn(rootOf(body)[u"responder_request_targets"], {});
}

PagerCall callIn(QByteArrayView body)
{
    const JsonValue root = rootOf(body);
    return {root[u"requester_id"].stringOr({}), root[u"message"].stringOr({}), idsIn(root[u"responder_request_targets"], u"responder_request_target"),
        {}};
}

} // namespace quarterdeck::demo
