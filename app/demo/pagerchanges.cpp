#include "app/demo/pagerchanges.h"

#include "app/demo/pagerparts.h"

#include <algorithm>

namespace quarterdeck::demo {

namespace {

void writeWindow(JsonWriter &json, const PagerWindow &window)
{
    json.beginObject();
    writeNames(json, window.id, QStringLiteral("maintenance_window"), window.description, QStringLiteral("maintenance_windows"));
    json.key(u"start_time").value(toRfc3339(window.from)).key(u"end_time").value(toRfc3339(window.to));
    json.key(u"description").value(window.description).key(u"services").beginArray();
    for (const QString &service : window.services) {
        writeServiceReference(json, service);
    }
    json.endArray().key(u"teams").beginArray().endArray().key(u"created_by");
    writePersonReference(json, window.by);
    json.endObject();
}

} // namespace

QByteArray windowsJson(const PagerAccount &account, UtcTime now, const PagerPage &page)
{
    std::vector<const PagerWindow *> open;
    for (const PagerWindow &window : account.windows()) {
        if (window.to > now) {
            open.push_back(&window);
        }
    }
    return pageJson(u"maintenance_windows", open.size(), page, [&open](JsonWriter &json, std::size_t i) { writeWindow(json, *open[i]); });
}

QByteArray windowJson(const PagerWindow &window)
{
    JsonWriter json;
    json.beginObject().key(u"maintenance_window");
    writeWindow(json, window);
    return json.endObject().take();
}

QByteArray changesJson(const PagerAccount &account, TimeRange range, const PagerPage &page)
{
    std::vector<std::size_t> places;
    const auto &changes = account.changes();
    for (std::size_t i = changes.size(); i > 0; --i) {
        if (range.contains(changes[i - 1].at)) {
            places.push_back(i - 1);
        }
    }
    return pageJson(u"change_events", places.size(), page, [&](JsonWriter &json, std::size_t i) {
        const PagerChangeEvent &change = changes[places[i]];
        json.beginObject().key(u"id").value(QStringLiteral("01SHOPCHANGE%1").arg(places[i])).key(u"type").value("change_event");
        json.key(u"summary").value(change.summary).key(u"source").value(change.source).key(u"timestamp").value(toRfc3339(change.at));
        json.key(u"services").beginArray();
        writeServiceReference(json, change.service);
        json.endArray().endObject();
    });
}

std::optional<PagerWindow> windowIn(QByteArrayView body, const PagerAccount &account)
{
    const auto document = JsonDocument::parse(body);
    const JsonValue asked = document ? document->root()[u"maintenance_window"] : JsonValue();
    const auto from = parseRfc3339(asked[u"start_time"].stringOr({}));
    const auto to = parseRfc3339(asked[u"end_time"].stringOr({}));
    if (!from || !to || *to <= *from) {
        return std::nullopt;
    }
    PagerWindow window;
    window.description = asked[u"description"].stringOr({});
    window.from = *from;
    window.to = *to;
    asked[u"services"].each([&](const QString &, const JsonValue &one) {
        const QString id = one[u"id"].stringOr({});
        const auto known = std::ranges::find_if(
            account.incidents(), [&id](const PagerIncident &incident) { return serviceId(incident.trigger.service) == id; });
        if (known != account.incidents().end()) {
            window.services.append(known->trigger.service);
        }
    });
    return window.services.isEmpty() ? std::nullopt : std::optional(window);
}

} // namespace quarterdeck::demo
