#include "app/sources/pagerduty/maintenance.h"

#include "app/core/redact.h"
#include "app/json/jsonreader.h"
#include "app/sources/pagerduty/fields.h"
#include "app/sources/pagerduty/requests.h"

#include <QRegularExpression>

#include <algorithm>

namespace quarterdeck::pagerduty {

namespace {

constexpr Millis WindowSlack {60'000};
constexpr Millis WindowTimeout {30'000};
constexpr qsizetype LongestDescription = 2'000;

MaintenanceWindow windowOf(const JsonValue &value)
{
    MaintenanceWindow window;
    window.id = textOf(value[u"id"]);
    const QString description = textOf(value[u"description"]);
    window.description = redacted(description.isEmpty() ? textOf(value[u"summary"]) : description).left(LongestDescription);
    window.from = timeOf(value[u"start_time"]);
    window.to = timeOf(value[u"end_time"]);
    window.by = namedOf(value[u"created_by"]);
    eachOf(value[u"services"], [&window](const JsonValue &one) { window.services.push_back(namedOf(one)); });
    return window;
}

/// What is missing of a window that could be told.
bool isTold(const MaintenanceWindow &window)
{
    return isId(window.id) && window.from.isValid() && window.to.isValid();
}

WindowPlan settled(Outcome::Is is, Reason reason, const QString &id = {})
{
    return {Outcome {is, std::move(reason), id}, std::nullopt};
}

UtcTime endOfWish(const AlertAction &action, UtcTime from)
{
    return action.until.isValid() ? action.until : action.duration.count() > 0 ? from + action.duration : UtcTime {};
}

Reason inMaintenance(const MaintenanceWindow &window, const Named &service)
{
    const QString name = service.name.isEmpty() ? service.id : service.name;
    return Reason {ReasonCode::InMaintenance}.with(reasonpart::Text, name).with(reasonpart::Until, window.to);
}

HttpRequest openRequest(const QUrl &root, const AlertAction &action, const WindowPresent &present, UtcTime now, UtcTime end)
{
    JsonWriter json;
    json.beginObject().key(u"maintenance_window").beginObject().key(u"type").value("maintenance_window");
    json.key(u"start_time").value(toRfc3339({now.ms / 1000 * 1000})).key(u"end_time").value(toRfc3339({end.ms / 1000 * 1000}));
    json.key(u"description").value((action.comment.trimmed() + u' ' + silenceMarker(action.id)).trimmed());
    json.key(u"services").beginArray().beginObject();
    json.key(u"id").value(present.incident->service.id).key(u"type").value("service_reference");
    json.endObject().endArray().endObject().endObject();
    HttpRequest request = apiRequest(HttpRequest::Method::Post, root, QStringLiteral("/maintenance_windows"));
    request.body = json.take();
    request.timeout = WindowTimeout;
    request.headers.emplace_back(QByteArrayLiteral("From"), present.author.email.toUtf8());
    return request;
}

WindowPlan planOpening(const QUrl &root, const AlertAction &action, const WindowPresent &present, UtcTime now)
{
    if (!present.incident) {
        return settled(Outcome::Is::Conflict, Reason {ReasonCode::Gone}.with(reasonpart::Seen, action.expectedStart));
    }
    const Incident &incident = *present.incident;
    if (incident.isResolved()) {
        return settled(Outcome::Is::Conflict,
            Reason {ReasonCode::ResolvedSince}.with(reasonpart::Seen, action.expectedStart).with(reasonpart::Since, incident.resolvedAt));
    }
    if (present.author.email.isEmpty()) {
        return settled(Outcome::Is::Refused, Reason {ReasonCode::NobodysKey});
    }
    if (!isId(incident.service.id)) {
        return settled(Outcome::Is::Refused, Reason {ReasonCode::ServiceNotKnown});
    }
    const UtcTime end = endOfWish(action, now);
    if (end <= now) {
        return settled(
            Outcome::Is::Refused, end.isValid() ? Reason {ReasonCode::EndsInThePast}.with(reasonpart::Until, end) : Reason {ReasonCode::NoDuration});
    }
    const auto enough = std::ranges::find_if(
        present.windows, [&](const MaintenanceWindow &window) { return window.covers(incident.service.id, now) && window.to >= end - WindowSlack; });
    if (enough != present.windows.end()) {
        return settled(Outcome::Is::AlreadySo, inMaintenance(*enough, incident.service).with(reasonpart::By, enough->by.name), enough->id);
    }
    return {std::nullopt, openRequest(root, action, present, now, end)};
}

WindowPlan planEnding(const QUrl &root, const AlertAction &action, const WindowPresent &present)
{
    if (!isId(action.silenceId)) {
        return settled(Outcome::Is::Refused, Reason {ReasonCode::NoSuchThing}.with(reasonpart::Text, action.silenceId));
    }
    if (std::ranges::find(present.windows, action.silenceId, &MaintenanceWindow::id) == present.windows.end()) {
        return settled(Outcome::Is::AlreadySo, Reason {ReasonCode::HadEnded}, action.silenceId);
    }
    HttpRequest request = apiRequest(HttpRequest::Method::Delete, root, QStringLiteral("/maintenance_windows/") + action.silenceId);
    request.timeout = WindowTimeout;
    if (!present.author.email.isEmpty()) {
        request.headers.emplace_back(QByteArrayLiteral("From"), present.author.email.toUtf8());
    }
    return {std::nullopt, request};
}

} // namespace

bool MaintenanceWindow::covers(const QString &service, UtcTime at) const
{
    return from <= at && at < to && std::ranges::find(services, service, &Named::id) != services.end();
}

Result<Page<MaintenanceWindow>> parseWindows(QByteArrayView body)
{
    const auto document = documentWith(body, u"maintenance_windows");
    const auto more = document.and_then(hasMore);
    if (!more) {
        return tl::unexpected(more.error());
    }
    Page<MaintenanceWindow> page;
    page.hasMore = *more;
    document->root()[u"maintenance_windows"].each([&page](const QString &index, const JsonValue &one) {
        ++page.served;
        MaintenanceWindow window = windowOf(one);
        if (isTold(window)) {
            page.items.push_back(std::move(window));
        } else if (!page.problem) {
            page.problem = Error {ErrorKind::BadPayload, QStringLiteral("A maintenance window cannot be read: it says no id or no time"),
                QStringLiteral("/maintenance_windows/") + index, 0, std::nullopt};
        }
    });
    return page;
}

Result<MaintenanceWindow> parseWindow(QByteArrayView body)
{
    return JsonDocument::parse(body).and_then([](const JsonDocument &document) -> Result<MaintenanceWindow> {
        const MaintenanceWindow window = windowOf(document.root()[u"maintenance_window"]);
        return isTold(window) ? Result<MaintenanceWindow>(window)
                              : fail(ErrorKind::BadPayload, QStringLiteral("The server did not answer with a maintenance window"));
    });
}

Silence silenceOf(const MaintenanceWindow &window, const SourceId &source, UtcTime now)
{
    QStringList names;
    for (const Named &service : window.services) {
        names.append(service.name.isEmpty() ? service.id : service.name);
    }
    Silence silence;
    silence.source = source;
    silence.id = window.id;
    Matcher services {QStringLiteral("service"), names.value(0)};
    if (names.size() > 1) {
        for (QString &name : names) {
            name = QRegularExpression::escape(name);
        }
        services = {QStringLiteral("service"), names.join(u'|'), true};
    }
    silence.matchers = {services};
    silence.startsAt = window.from;
    silence.updatedAt = window.from;
    silence.endsAt = window.to;
    silence.createdBy = window.by.name.isEmpty() ? window.by.id : window.by.name;
    silence.comment = window.description;
    silence.state = window.to <= now ? SilenceState::Expired : window.from > now ? SilenceState::Pending : SilenceState::Active;
    silence.kind = HoldKind::Maintenance;
    return silence;
}

WindowPlan planWindow(const QUrl &root, const AlertAction &action, const WindowPresent &present, UtcTime now)
{
    if (action.verb == Verb::ExpireSilence) {
        return planEnding(root, action, present);
    }
    if (auto trace = windowTrace(action, present, now)) {
        trace->reason = Reason {ReasonCode::LandedBefore};
        return {std::move(trace), std::nullopt};
    }
    return planOpening(root, action, present, now);
}

std::optional<Outcome> windowTrace(const AlertAction &action, const WindowPresent &present, UtcTime now)
{
    if (action.verb == Verb::ExpireSilence) {
        const auto window = std::ranges::find(present.windows, action.silenceId, &MaintenanceWindow::id);
        const bool isOver = window == present.windows.end() || window->to <= now;
        return isOver ? std::optional(Outcome {Outcome::Is::Done, {}, action.silenceId}) : std::nullopt;
    }
    const QString marker = silenceMarker(action.id);
    const auto window = std::ranges::find_if(present.windows, [&marker](const MaintenanceWindow &one) { return one.description.contains(marker); });
    if (window == present.windows.end()) {
        return std::nullopt;
    }
    return Outcome {Outcome::Is::Done, inMaintenance(*window, window->services.empty() ? Named {} : window->services.front()), window->id};
}

} // namespace quarterdeck::pagerduty
