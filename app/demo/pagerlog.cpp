#include "app/demo/pagerlog.h"

#include "app/demo/pagerparts.h"

#include <vector>

namespace quarterdeck::demo {

namespace {

struct Place {
    const PagerIncident *incident;
    std::size_t entry;
};

void writeChannel(JsonWriter &json, const PagerEvent &event)
{
    json.key(u"channel").beginObject();
    if (event.type == u"notify_log_entry") {
        json.key(u"type")
            .value("auto")
            .key(u"notification")
            .beginObject()
            .key(u"type")
            .value(QString(event.text + QStringLiteral("_notification")))
            .endObject();
    } else {
        json.key(u"type").value("note").key(u"summary").value(event.text);
    }
    json.endObject();
}

void writeEvent(JsonWriter &json, const Place &place, bool isFull)
{
    const PagerIncident &incident = *place.incident;
    const PagerEvent &event = incident.log[place.entry];
    json.beginObject();
    writeNames(json, QStringLiteral("R%1%2").arg(place.entry).arg(incident.id), event.type, event.type, QStringLiteral("log_entries"));
    json.key(u"created_at").value(toRfc3339(event.at)).key(u"agent");
    event.by.isEmpty() ? writeServiceReference(json, incident.trigger.service) : writePersonReference(json, event.by);
    json.key(u"service");
    writeServiceReference(json, incident.trigger.service);
    json.key(u"incident");
    writeIncidentReference(json, incident);
    if (event.type == u"notify_log_entry") {
        json.key(u"user");
        writePersonReference(json, event.people.value(0));
    } else if (!event.people.isEmpty()) {
        json.key(u"assignees").beginArray();
        for (const QString &id : event.people) {
            writePersonReference(json, id);
        }
        json.endArray();
    }
    if (event.until.isValid()) {
        json.key(u"changed_actions").beginArray().beginObject().key(u"type").value("unacknowledge");
        json.key(u"at").value(toRfc3339(event.until)).endObject().endArray();
    }
    if (isFull && !event.text.isEmpty()) {
        writeChannel(json, event);
    }
    json.key(u"contexts").beginArray().endArray().endObject();
}

} // namespace

QByteArray logJson(const PagerIncident &incident, const PagerPage &page)
{
    const std::size_t count = incident.log.size();
    return pageJson(u"log_entries", count, page, [&](JsonWriter &json, std::size_t i) { writeEvent(json, {&incident, count - 1 - i}, false); });
}

QByteArray accountLogJson(const PagerAccount &account, TimeRange range, const PagerPage &page, bool isFull)
{
    std::vector<Place> places;
    for (const PagerIncident &incident : account.incidents()) {
        for (std::size_t i = 0; i < incident.log.size(); ++i) {
            if (range.contains(incident.log[i].at)) {
                places.push_back({&incident, i});
            }
        }
    }
    std::ranges::stable_sort(places, std::ranges::greater {}, [](const Place &place) { return place.incident->log[place.entry].at; });
    return pageJson(u"log_entries", places.size(), page, [&](JsonWriter &json, std::size_t i) { writeEvent(json, places[i], isFull); });
}

} // namespace quarterdeck::demo
