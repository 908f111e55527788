#include "app/sources/icinga2/acts.h"

#include "app/core/redact.h"
#include "app/core/text.h"
#include "app/json/jsonreader.h"
#include "app/sources/icinga2/objectref.h"

#include <algorithm>
#include <array>

namespace quarterdeck::icinga2 {

namespace {

constexpr qsizetype MostWords = 300;
constexpr Millis ActTimeout {60'000};

constexpr std::array ActionNames {QLatin1StringView("acknowledge-problem"), QLatin1StringView("remove-acknowledgement"),
    QLatin1StringView("schedule-downtime"), QLatin1StringView("remove-downtime"), QLatin1StringView("add-comment"),
    QLatin1StringView("reschedule-check")};

double seconds(UtcTime time)
{
    return double(time.ms) / 1000;
}

void writeText(JsonWriter &json, const QString &author, const QString &comment)
{
    json.key(u"author").value(author).key(u"comment").value(comment);
}

void writeEnd(JsonWriter &json, UtcTime until)
{
    if (until.isValid()) {
        json.key(u"expiry").value(seconds(until));
    }
}

struct DeedWriter {
    JsonWriter &json;

    void operator()(const AcknowledgeProblem &deed) const
    {
        writeText(json, deed.author, deed.comment);
        writeEnd(json, deed.until);
        json.key(u"sticky").value(deed.isSticky).key(u"persistent").value(deed.isPersistent).key(u"notify").value(deed.doesNotify);
    }
    void operator()(const RemoveAcknowledgement &deed) const { json.key(u"author").value(deed.author); }
    void operator()(const ScheduleDowntime &deed) const
    {
        constexpr std::array ChildOptions {"DowntimeNoChildren", "DowntimeTriggeredChildren", "DowntimeNonTriggeredChildren"};
        writeText(json, deed.author, deed.comment);
        json.key(u"start_time").value(seconds(deed.from)).key(u"end_time").value(seconds(deed.until)).key(u"fixed").value(deed.isFixed);
        if (!deed.isFixed) {
            json.key(u"duration").value(double(deed.duration.count()) / 1000);
        }
        if (deed.allServices) {
            json.key(u"all_services").value(true);
        }
        json.key(u"child_options").value(ChildOptions.at(std::size_t(deed.children)));
    }
    void operator()(const RemoveDowntime &deed) const { json.key(u"author").value(deed.author); }
    void operator()(const AddComment &deed) const
    {
        writeText(json, deed.author, deed.comment);
        writeEnd(json, deed.until);
    }
    void operator()(const CheckNow &deed) const { json.key(u"force").value(deed.isForced); }
};

bool isNameOf(ObjectKind kind, const QString &name)
{
    switch (kind) {
    case ObjectKind::Host:
        return ObjectRef::fromId(name).isValid() && ObjectRef::fromId(name).isHost();
    case ObjectKind::Service:
        return ObjectRef::fromId(name).isValid() && !ObjectRef::fromId(name).isHost();
    case ObjectKind::Downtime:
        return name.contains(u'!') && !name.startsWith(u'!') && !name.endsWith(u'!');
    case ObjectKind::Comment:
    case ObjectKind::Dependency:
        break;
    }
    return false;
}

std::optional<QString> objection(const Act &act)
{
    const bool isOfDowntimes = std::holds_alternative<RemoveDowntime>(act.deed);
    if (act.names.isEmpty()) {
        return QStringLiteral("An action without an object would be one on all objects");
    }
    if (isOfDowntimes != (act.kind == ObjectKind::Downtime)
        || !std::ranges::all_of(act.names, [&act](const QString &name) { return isNameOf(act.kind, name); })) {
        return QStringLiteral("This action does not name what it is for: %1").arg(text::plain(act.names.join(QStringLiteral(", ")), MostWords));
    }
    if (const auto *downtime = std::get_if<ScheduleDowntime>(&act.deed)) {
        // The server takes both.
        if (!downtime->from.isValid() || downtime->until <= downtime->from) {
            return QStringLiteral("A downtime ends after it begins");
        }
        if (!downtime->isFixed && downtime->duration.count() <= 0) {
            return QStringLiteral("A flexible downtime needs a duration");
        }
    }
    return std::nullopt;
}

QString cleaned(const QString &words)
{
    return text::plain(redacted(words.simplified()), MostWords);
}

Error refusal(ErrorKind kind, const QString &words, int status)
{
    return Error {kind, words, {}, status, std::nullopt, Sent::Yes};
}

ErrorKind kindOf(int status)
{
    switch (status) {
    case 401:
        return ErrorKind::Unauthorized;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
        return ErrorKind::NotFound;
    case 503:
        return ErrorKind::Server;
    default:
        return ErrorKind::Rejected;
    }
}

/// {"error":404,"status":"No objects found."}: said before anything is done. A 500 may come from the midst of it.
std::optional<Error> ownRefusal(const HttpResponse &response, const JsonValue &root)
{
    const bool isNo = (response.status >= 400 && response.status <= 499) || response.status == 503;
    if (!root[u"error"].isNumber() || !isNo || root[u"results"].isArray()) {
        return std::nullopt;
    }
    const QString words = cleaned(root[u"status"].stringOr({}));
    return refusal(
        kindOf(response.status), words.isEmpty() ? QStringLiteral("Icinga2 rejected it (%1)").arg(response.status) : words, response.status);
}

} // namespace

QLatin1StringView actionName(const Deed &deed)
{
    return ActionNames.at(deed.index());
}

Result<HttpRequest> actRequest(const QUrl &root, const Act &act)
{
    if (const auto words = objection(act)) {
        return fail(ErrorKind::Rejected, *words);
    }
    JsonWriter json;
    json.beginObject();
    json.key(u"type").value(kindName(act.kind)).key(kindPlural(act.kind).toString()).beginArray();
    for (const QString &name : act.names) {
        json.value(name);
    }
    json.endArray();
    std::visit(DeedWriter {json}, act.deed);
    json.endObject();
    HttpRequest request = apiRequest(HttpRequest::Method::Post, root, QStringLiteral("/actions/") + actionName(act.deed));
    request.body = json.take();
    request.contentType = QByteArrayLiteral("application/json");
    request.timeout = ActTimeout;
    return request;
}

Error unknownOutcome(const QString &why, int status)
{
    return Error {ErrorKind::Timeout, why, {}, status, std::nullopt, Sent::Maybe};
}

Result<std::vector<ActResult>> actResults(const Result<HttpResponse> &answer, qsizetype names)
{
    if (!answer) {
        // An answer that is not followed is an answer all the same.
        const bool isRedirect = answer.error().httpStatus >= 300 && answer.error().httpStatus <= 399;
        return tl::unexpected(isRedirect ? unknownOutcome(answer.error().what, answer.error().httpStatus) : answer.error());
    }
    const auto document = JsonDocument::parse(answer->body);
    if (!document) {
        const auto checked = requireOk(answer, "application/json");
        return tl::unexpected(unknownOutcome(checked ? document.error().what : checked.error().what, answer->status));
    }
    const JsonValue root = document->root();
    if (const auto refused = ownRefusal(*answer, root)) {
        return tl::unexpected(*refused);
    }
    const JsonValue results = root[u"results"];
    std::vector<ActResult> all;
    results.each([&all](const QString &, const JsonValue &one) {
        all.push_back({int(std::clamp(one[u"code"].number(), 0.0, 999.0)), cleaned(one[u"status"].stringOr({})), one[u"name"].stringOr({})});
    });
    if (!results.isArray() || qsizetype(all.size()) != names || !document->verdict()) {
        return tl::unexpected(unknownOutcome(
            QStringLiteral("the server answered about %1 objects, but it was asked about %2").arg(all.size()).arg(names), answer->status));
    }
    return all;
}

} // namespace quarterdeck::icinga2
