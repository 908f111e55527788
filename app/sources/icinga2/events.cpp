#include "app/sources/icinga2/events.h"

#include "app/json/jsonreader.h"

namespace quarterdeck::icinga2 {

QStringList eventTypes()
{
    return {QStringLiteral("StateChange"), QStringLiteral("AcknowledgementSet"), QStringLiteral("AcknowledgementCleared"),
        QStringLiteral("DowntimeAdded"), QStringLiteral("DowntimeRemoved"), QStringLiteral("DowntimeStarted"), QStringLiteral("DowntimeTriggered"),
        QStringLiteral("CommentAdded"), QStringLiteral("CommentRemoved")};
}

QStringList allowedEvents(const Rights &rights)
{
    QStringList types = eventTypes();
    types.removeIf([&rights](const QString &type) { return rights.of(QStringLiteral("events/") + type) == Right::None; });
    return types;
}

HttpRequest eventsRequest(const QUrl &root, const QStringList &types, const QString &queue)
{
    JsonWriter json;
    json.beginObject().key(u"queue").value(queue).key(u"types").beginArray();
    for (const QString &type : types) {
        json.value(type);
    }
    json.endArray().endObject();
    HttpRequest request = apiRequest(HttpRequest::Method::Post, root, QStringLiteral("/events"));
    request.body = json.take();
    request.contentType = QByteArrayLiteral("application/json");
    request.timeout = Millis(0);
    return request;
}

} // namespace quarterdeck::icinga2
