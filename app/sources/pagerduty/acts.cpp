#include "app/sources/pagerduty/acts.h"

#include "app/json/jsonreader.h"
#include "app/sources/pagerduty/failure.h"
#include "app/sources/pagerduty/requests.h"

namespace quarterdeck::pagerduty {

namespace {

constexpr Millis ActTimeout {30'000};

constexpr auto Put = HttpRequest::Method::Put;

void writeReference(JsonWriter &json, const QString &id, const char *type)
{
    json.beginObject().key(u"id").value(id).key(u"type").value(type).endObject();
}

/// A part of {"incident":{...}}.
struct UpdateWriter {
    JsonWriter &json;

    void operator()(const SetStatus &deed) const
    {
        json.key(u"status").value(deed.status);
        if (!deed.resolution.isEmpty()) {
            json.key(u"resolution").value(deed.resolution);
        }
    }
    void operator()(const AssignTo &deed) const
    {
        json.key(u"assignments").beginArray();
        for (const QString &id : deed.people) {
            json.beginObject().key(u"assignee");
            writeReference(json, id, "user_reference");
            json.endObject();
        }
        json.endArray();
    }
    void operator()(const EscalateTo &deed) const { json.key(u"escalation_level").value(deed.level); }
    void operator()(const Prioritise &deed) const
    {
        json.key(u"priority");
        writeReference(json, deed.id, "priority_reference");
    }
};

struct RequestMaker {
    const QUrl &root;
    const QString &incident;

    template <class D> HttpRequest operator()(const D &deed) const
    {
        JsonWriter json;
        json.beginObject().key(u"incident").beginObject().key(u"type").value("incident_reference");
        UpdateWriter {json}(deed);
        json.endObject().endObject();
        return with(Put, {}, json);
    }
    HttpRequest operator()(const SnoozeFor &deed) const
    {
        JsonWriter json;
        json.beginObject().key(u"duration").value(deed.seconds).endObject();
        return with(HttpRequest::Method::Post, QStringLiteral("/snooze"), json);
    }
    HttpRequest operator()(const LeaveNote &deed) const
    {
        JsonWriter json;
        json.beginObject().key(u"note").beginObject().key(u"content").value(deed.content).endObject().endObject();
        return with(HttpRequest::Method::Post, QStringLiteral("/notes"), json);
    }
    HttpRequest operator()(const AskForHelp &deed) const
    {
        JsonWriter json;
        json.beginObject().key(u"requester_id").value(deed.requester).key(u"message").value(deed.message);
        json.key(u"responder_request_targets").beginArray();
        for (const QString &id : deed.people) {
            json.beginObject().key(u"responder_request_target");
            writeReference(json, id, "user_reference");
            json.endObject();
        }
        json.endArray().endObject();
        return with(HttpRequest::Method::Post, QStringLiteral("/responder_requests"), json);
    }
    HttpRequest operator()(const CallOff &deed) const
    {
        JsonWriter json;
        json.beginObject().key(u"requester_id").value(deed.requester).key(u"responder_request_targets").beginArray();
        for (const QString &id : deed.people) {
            writeReference(json, id, "user_reference");
        }
        json.endArray().endObject();
        return with(Put, QStringLiteral("/responder_requests/cancel"), json);
    }
    HttpRequest operator()(const MergeInto &deed) const { return mergeRequest(QStringList {incident}, deed); }

    HttpRequest mergeRequest(const QStringList &sources, const MergeInto &deed) const
    {
        JsonWriter json;
        json.beginObject().key(u"source_incidents").beginArray();
        for (const QString &id : sources) {
            writeReference(json, id, "incident_reference");
        }
        json.endArray().endObject();
        return RequestMaker {root, deed.target}.with(Put, QStringLiteral("/merge"), json);
    }

    HttpRequest with(HttpRequest::Method method, const QString &path, JsonWriter &json) const
    {
        HttpRequest request = apiRequest(method, root, QStringLiteral("/incidents/") + incident + path);
        request.body = json.take();
        request.timeout = ActTimeout;
        return request;
    }
};

} // namespace

HttpRequest actRequest(const QUrl &root, const QString &incident, const Deed &deed, const QString &from)
{
    HttpRequest request = std::visit(RequestMaker {root, incident}, deed);
    request.headers.emplace_back(QByteArrayLiteral("From"), from.toUtf8());
    return request;
}

namespace {

/// Several incidents in one PUT, changed alike.
struct BatchMaker {
    const QUrl &root;
    const QStringList &incidents;

    HttpRequest operator()(const MergeInto &deed) const { return RequestMaker {root, deed.target}.mergeRequest(incidents, deed); }
    template <class D> HttpRequest operator()(const D &deed) const
    {
        JsonWriter json;
        json.beginObject().key(u"incidents").beginArray();
        for (const QString &id : incidents) {
            json.beginObject().key(u"id").value(id).key(u"type").value("incident_reference");
            UpdateWriter {json}(deed);
            json.endObject();
        }
        json.endArray().endObject();
        HttpRequest request = apiRequest(Put, root, QStringLiteral("/incidents"));
        request.body = json.take();
        request.timeout = ActTimeout;
        return request;
    }
};

} // namespace

HttpRequest updateRequest(const QUrl &root, const QStringList &incidents, const Update &update, const QString &from)
{
    HttpRequest request = std::visit(BatchMaker {root, incidents}, update);
    request.headers.emplace_back(QByteArrayLiteral("From"), from.toUtf8());
    return request;
}

Error unknownOutcome(const QString &why, int status)
{
    return Error {ErrorKind::Timeout, why, {}, status, std::nullopt, Sent::Maybe};
}

Result<Done> actResult(const Result<HttpResponse> &response)
{
    const auto good = answered(response);
    if (!good) {
        const bool isNo = !response || response->status >= 400;
        return tl::unexpected(isNo ? good.error() : unknownOutcome(good.error().what, good.error().httpStatus));
    }
    // PagerDuty answers a write with 200 or 201; a promise or a part of an answer is a gateway's.
    if (good->status != 200 && good->status != 201) {
        return tl::unexpected(unknownOutcome(QStringLiteral("the server did not answer with what it made of it"), good->status));
    }
    const auto document = JsonDocument::parse(good->body);
    if (!document || !document->root().isObject()) {
        return tl::unexpected(
            unknownOutcome(document ? QStringLiteral("the server did not answer with what it made of it") : document.error().what, good->status));
    }
    return Done {};
}

} // namespace quarterdeck::pagerduty
