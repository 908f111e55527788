#include "app/bootstrap/ipcmessage.h"

#include "app/json/jsonreader.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace quarterdeck::ipc {

namespace {

constexpr std::array VerbNames {QLatin1StringView("raise"), QLatin1StringView("open-link"), QLatin1StringView("enqueue"),
    QLatin1StringView("add-note"), QLatin1StringView("poll-now"), QLatin1StringView("withdraw"), QLatin1StringView("resend"),
    QLatin1StringView("decide-join"), QLatin1StringView("remove-note"), QLatin1StringView("withdraw-all")};
constexpr qsizetype ActionsLimit = 10'000;

void write(JsonWriter &json, const AlertAction &action)
{
    json.beginObject();
    json.key(u"id").value(action.id.toString(QUuid::WithoutBraces));
    json.key(u"verb").value(verbName(action.verb));
    json.key(u"source").value(action.source);
    json.key(u"alertSource").value(action.alert.source);
    json.key(u"alertId").value(action.alert.id);
    json.key(u"title").value(action.alertTitle);
    json.key(u"start").value(action.expectedStart.ms);
    json.key(u"silence").value(action.silenceId);
    json.key(u"duration").value(qint64(action.duration.count())).key(u"until").value(action.until.ms);
    json.key(u"author").value(action.author);
    json.key(u"comment").value(action.comment);
    json.key(u"subject").value(action.subject);
    json.key(u"people").beginArray();
    for (const QString &name : action.people) {
        json.value(name);
    }
    json.endArray();
    json.key(u"createdAt").value(action.createdAt.ms);
    json.key(u"matchers").beginArray();
    for (const Matcher &matcher : action.matchers) {
        json.beginObject();
        json.key(u"name").value(matcher.name).key(u"value").value(matcher.value);
        json.key(u"isRegex").value(matcher.isRegex).key(u"isEqual").value(matcher.isEqual);
        json.endObject();
    }
    json.endArray();
    json.endObject();
}

std::optional<AlertAction> readAction(const JsonValue &json)
{
    AlertAction action;
    action.id = QUuid::fromString(json[u"id"].string());
    const auto verb = verbFromName(json[u"verb"].string());
    action.source = json[u"source"].string();
    action.alert = {json[u"alertSource"].string(), json[u"alertId"].string()};
    action.alertTitle = json[u"title"].string();
    action.expectedStart = {json[u"start"].integer()};
    action.silenceId = json[u"silence"].string();
    action.duration = Millis(json[u"duration"].integer());
    action.until = {json[u"until"].integerOr(0)};
    action.author = json[u"author"].string();
    action.comment = json[u"comment"].string();
    action.subject = json[u"subject"].string();
    json[u"people"].each([&action](const QString &, const JsonValue &name) { action.people.append(name.string()); });
    action.createdAt = {json[u"createdAt"].integer()};
    json[u"matchers"].each([&action](const QString &, const JsonValue &m) {
        action.matchers.push_back({m[u"name"].string(), m[u"value"].string(), m[u"isRegex"].boolean(), m[u"isEqual"].boolean()});
    });
    if (!verb || action.id.isNull() || action.source.isEmpty()) {
        return std::nullopt;
    }
    action.verb = *verb;
    return action;
}

tl::unexpected<Error> bad(const QString &what)
{
    return fail(ErrorKind::BadPayload, what);
}

} // namespace

QByteArray encode(const IpcRequest &request)
{
    JsonWriter json;
    json.beginObject().key(u"verb").value(VerbNames.at(std::size_t(request.verb)));
    switch (request.verb) {
    case IpcRequest::Verb::OpenLink:
        json.key(u"link").value(request.link);
        break;
    case IpcRequest::Verb::Enqueue:
        json.key(u"validFor").value(qint64(request.validFor.count()));
        json.key(u"actions").beginArray();
        for (const AlertAction &action : request.actions) {
            write(json, action);
        }
        json.endArray();
        break;
    case IpcRequest::Verb::AddNote:
        json.key(u"source").value(request.note.alert.source).key(u"alert").value(request.note.alert.id);
        json.key(u"author").value(request.note.author).key(u"text").value(request.note.text);
        break;
    case IpcRequest::Verb::WithdrawAll:
        json.key(u"entries").beginArray();
        for (const QUuid &entry : request.entries) {
            json.value(entry.toString(QUuid::WithoutBraces));
        }
        json.endArray();
        break;
    case IpcRequest::Verb::DecideJoin:
        json.key(u"oneSource").value(request.join.one.source).key(u"one").value(request.join.one.id);
        json.key(u"otherSource").value(request.join.other.source).key(u"other").value(request.join.other.id);
        json.key(u"areOne").value(request.join.areOne).key(u"author").value(request.join.by);
        break;
    case IpcRequest::Verb::Withdraw:
    case IpcRequest::Verb::Resend:
    case IpcRequest::Verb::RemoveNote:
        json.key(u"entry").value(request.entry.toString(QUuid::WithoutBraces));
        break;
    case IpcRequest::Verb::Raise:
    case IpcRequest::Verb::PollNow:
        break;
    }
    return json.endObject().take();
}

QByteArray encode(const IpcReply &reply)
{
    JsonWriter json;
    json.beginObject().key(u"ok").value(reply.isOk).key(u"problem").value(reply.problem).key(u"ids").beginArray();
    for (const QString &id : reply.ids) {
        json.value(id);
    }
    return json.endArray().endObject().take();
}

Result<IpcRequest> decodeRequest(QByteArrayView json)
{
    const Result<JsonDocument> document = JsonDocument::parse(json);
    if (!document) {
        return tl::unexpected<Error>(document.error());
    }
    const JsonValue root = document->root();
    const QString name = root[u"verb"].string();
    IpcRequest request;
    const auto at = std::find(VerbNames.begin(), VerbNames.end(), name);
    if (at == VerbNames.end()) {
        return bad(QStringLiteral("Unknown verb"));
    }
    request.verb = IpcRequest::Verb(at - VerbNames.begin());
    bool isSound = true;
    if (request.verb == IpcRequest::Verb::OpenLink) {
        request.link = root[u"link"].string();
    } else if (request.verb == IpcRequest::Verb::Enqueue) {
        request.validFor = Millis(root[u"validFor"].integer());
        isSound = root[u"actions"].isArray() && root[u"actions"].size() <= ActionsLimit;
        root[u"actions"].each([&](const QString &, const JsonValue &value) {
            if (const auto action = readAction(value)) {
                request.actions.push_back(*action);
            } else {
                isSound = false;
            }
        });
    } else if (request.verb == IpcRequest::Verb::AddNote) {
        request.note.alert = {root[u"source"].string(), root[u"alert"].string()};
        request.note.author = root[u"author"].string();
        request.note.text = root[u"text"].string();
    } else if (request.verb == IpcRequest::Verb::DecideJoin) {
        request.join.one = {root[u"oneSource"].string(), root[u"one"].string()};
        request.join.other = {root[u"otherSource"].string(), root[u"other"].string()};
        request.join.areOne = root[u"areOne"].boolean();
        request.join.by = root[u"author"].string();
        isSound = request.join.one.isValid() && request.join.other.isValid();
    } else if (request.verb == IpcRequest::Verb::WithdrawAll) {
        isSound = root[u"entries"].isArray();
        root[u"entries"].each([&](const QString &, const JsonValue &value) {
            request.entries.push_back(QUuid::fromString(value.string()));
            isSound = isSound && !request.entries.back().isNull();
        });
    } else if (request.verb == IpcRequest::Verb::Withdraw || request.verb == IpcRequest::Verb::Resend
        || request.verb == IpcRequest::Verb::RemoveNote) {
        request.entry = QUuid::fromString(root[u"entry"].string());
        isSound = !request.entry.isNull();
    }
    if (const auto verdict = document->verdict(); !verdict) {
        return tl::unexpected<Error>(verdict.error());
    }
    return isSound ? Result<IpcRequest>(request) : Result<IpcRequest>(bad(QStringLiteral("A bad action in the list")));
}

Result<IpcReply> decodeReply(QByteArrayView json)
{
    const Result<JsonDocument> document = JsonDocument::parse(json);
    if (!document) {
        return tl::unexpected<Error>(document.error());
    }
    IpcReply reply;
    reply.isOk = document->root()[u"ok"].boolean();
    reply.problem = document->root()[u"problem"].string();
    document->root()[u"ids"].each([&reply](const QString &, const JsonValue &id) { reply.ids.append(id.string()); });
    if (const auto verdict = document->verdict(); !verdict) {
        return tl::unexpected<Error>(verdict.error());
    }
    return reply;
}

Result<QByteArray> frame(const QByteArray &message)
{
    if (message.size() > FrameLimit) {
        return fail(ErrorKind::Rejected, QStringLiteral("Too much for one message to the running window: do it in smaller steps"));
    }
    QByteArray framed(4, Qt::Uninitialized);
    qToBigEndian(quint32(message.size()), framed.data());
    return framed + message;
}

Result<std::optional<QByteArray>> unframe(QByteArray &buffer)
{
    if (buffer.size() < 4) {
        return std::optional<QByteArray>();
    }
    const auto length = qsizetype(qFromBigEndian<quint32>(buffer.constData()));
    if (length > FrameLimit) {
        return bad(QStringLiteral("A message longer than 8 MB"));
    }
    if (buffer.size() < 4 + length) {
        return std::optional<QByteArray>();
    }
    const QByteArray message = buffer.mid(4, length);
    buffer.remove(0, 4 + length);
    return std::optional(message);
}

QString socketPath(const QString &runtimeFolder)
{
    return runtimeFolder + QStringLiteral("/window.sock");
}

QString syncSocketPath(const QString &runtimeFolder)
{
    return runtimeFolder + QStringLiteral("/sync.sock");
}

QString runSocketPath(const QString &runtimeFolder)
{
    return runtimeFolder + QStringLiteral("/run.sock");
}

} // namespace quarterdeck::ipc
