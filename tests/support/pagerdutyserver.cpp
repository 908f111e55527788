#include "tests/support/pagerdutyserver.h"

#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr int LastReachable = 10'000;
constexpr Millis Month {30LL * 86'400'000};
constexpr Millis Horizon {90LL * 86'400'000};
constexpr Millis SixMonths {181LL * 86'400'000};

QString S(const char *text)
{
    return QString::fromUtf8(text);
}

ScriptedReply reply(const QJsonObject &object, int status = 200)
{
    ScriptedReply made = ScriptedReply::json(QJsonDocument(object).toJson(QJsonDocument::Compact), status);
    made.headers = {{"ratelimit-limit", "960"}, {"ratelimit-remaining", "959"}, {"ratelimit-reset", "60"}};
    return made;
}

ScriptedReply reply(const PagerdutyAccount::No &no)
{
    return PagerdutyServer::no(no.status, no.code, no.message, no.errors);
}

QJsonObject page(const char *name, const QJsonArray &all, const QUrlQuery &query)
{
    const int limit = std::clamp(query.hasQueryItem(S("limit")) ? query.queryItemValue(S("limit")).toInt() : 25, 1, 100);
    const int offset = query.queryItemValue(S("offset")).toInt();
    QJsonArray part;
    for (int i = offset; i < std::min<int>(offset + limit, int(all.size())); ++i) {
        part.append(all.at(i));
    }
    return {{S(name), part}, {S("limit"), limit}, {S("offset"), offset}, {S("more"), offset + limit < all.size()}, {S("total"), QJsonValue()}};
}

/// Whose a key is; "-" for nobody's, empty for none that is known.
QString ownerOf(const QByteArray &authorization)
{
    if (authorization == "Token token=user-key" || authorization == "Bearer oauth") {
        return S("PANA001");
    }
    return authorization == "Token token=account-key" || authorization == "Token token=read-key" ? S("-") : QString();
}

} // namespace

struct PagerdutyServer::Call {
    QByteArray method;
    QStringList path;
    QUrlQuery query;
    QJsonObject body;
    QString by; ///< The id of who acts.
};

PagerdutyServer::PagerdutyServer()
    : m_server([this](const ScriptedRequest &request) { return answer(request); })
{
}

int PagerdutyServer::count(const QByteArray &methodAndPath) const
{
    const auto all = requests();
    return int(std::ranges::count_if(all, [&](const ScriptedRequest &one) { return one.method + ' ' + one.path() == methodAndPath; }));
}

void PagerdutyServer::before(Instead instead)
{
    const std::lock_guard lock(m_mutex);
    m_before = std::move(instead);
}

void PagerdutyServer::after(Instead instead)
{
    const std::lock_guard lock(m_mutex);
    m_after = std::move(instead);
}

ScriptedReply PagerdutyServer::no(int status, int code, const QString &message, const QStringList &errors)
{
    QJsonObject error {{S("message"), message}, {S("code"), code}};
    if (!errors.isEmpty()) {
        error.insert(S("errors"), QJsonArray::fromStringList(errors));
    }
    return reply(QJsonObject {{S("error"), error}}, status);
}

ScriptedReply PagerdutyServer::answer(const ScriptedRequest &request)
{
    const std::lock_guard lock(m_mutex);
    if (const auto instead = m_before ? m_before(request, m_account) : std::nullopt) {
        return *instead;
    }
    m_account.tick();
    ScriptedReply made = carryOut(request);
    const auto instead = m_after ? m_after(request, m_account) : std::nullopt;
    return instead.value_or(std::move(made));
}

ScriptedReply PagerdutyServer::carryOut(const ScriptedRequest &request)
{
    const QByteArray authorization = request.header("authorization");
    const QString owner = ownerOf(authorization);
    if (owner.isEmpty()) {
        return no(401, 2006, S("Authentication failed"));
    }
    if (request.header("accept") != "application/vnd.pagerduty+json;version=2" || request.header("content-type") != "application/json") {
        return no(400, 2001, S("Invalid Input Provided"), {S("The version of the API is missing")});
    }
    const QUrl url = QUrl::fromEncoded(request.target);
    Call call {request.method, url.path().split(QLatin1Char('/'), Qt::SkipEmptyParts), QUrlQuery(url.query(QUrl::FullyEncoded)),
        QJsonDocument::fromJson(request.body).object(), owner};
    if (request.method == "GET") {
        return read(call);
    }
    if (authorization.contains("read-key")) {
        return no(403, 2010, S("Access Denied"));
    }
    const QByteArray from = request.header("from");
    if (owner == u"-" && from.isEmpty()) {
        return no(400, 2016, S("You must specify a user's email address in the \"From\" header to perform this action"));
    }
    call.by = owner == u"-" ? m_account.user(QString::fromUtf8(from)).value(S("id")).toString() : owner;
    return call.by.isEmpty() ? no(400, 1008, S("Requester User Not Found")) : write(call);
}

ScriptedReply PagerdutyServer::list(const Call &call) const
{
    const int offset = call.query.queryItemValue(S("offset")).toInt();
    const int limit = call.query.queryItemValue(S("limit")).toInt();
    if (offset + limit > LastReachable) {
        return no(400, 2002, S("Invalid Input Provided"), {S("Offset and limit together must not be above 10000")});
    }
    const auto values = [&call](const char *name) { return call.query.allQueryItemValues(S(name), QUrl::FullyDecoded); };
    const UtcTime since = values("date_range").contains(S("all")) ? UtcTime {} : m_account.now() - Month;
    const bool full = values("include%5B%5D").contains(S("first_trigger_log_entries"));
    QJsonArray all;
    for (const QString &id : m_account.ids(values("statuses%5B%5D"), since)) {
        all.append(m_account.incident(id, full));
    }
    return reply(page("incidents", all, call.query));
}

ScriptedReply PagerdutyServer::listOnCalls(const Call &call) const
{
    const auto time = [&](const char *name) {
        const QString text = call.query.queryItemValue(S(name), QUrl::FullyDecoded);
        return text.isEmpty() ? std::optional(m_account.now()) : parseRfc3339(text);
    };
    const auto since = time("since");
    const auto until = time("until");
    if (!since || !until || *until < *since || *until > m_account.now() + Horizon + Millis(5'000)) {
        return no(400, 2001, S("Invalid Input Provided"), {S("The range is not possible")});
    }
    const bool full = call.query.allQueryItemValues(S("include%5B%5D"), QUrl::FullyDecoded).contains(S("users"));
    return reply(page("oncalls", m_account.onCalls(*since, *until, full), call.query));
}

ScriptedReply PagerdutyServer::listLog(const Call &call) const
{
    const auto since = parseRfc3339(call.query.queryItemValue(S("since"), QUrl::FullyDecoded));
    const auto until = parseRfc3339(call.query.queryItemValue(S("until"), QUrl::FullyDecoded));
    if (!since || !until || *until < *since || *until - *since > SixMonths) {
        return no(400, 2001, S("Invalid Input Provided"), {S("The range is not possible")});
    }
    const bool full = call.query.allQueryItemValues(S("include%5B%5D"), QUrl::FullyDecoded).contains(S("channels"));
    return reply(page("log_entries", m_account.accountLog(*since, *until, full), call.query));
}

ScriptedReply PagerdutyServer::listChanges(const Call &call) const
{
    const QString from = call.query.queryItemValue(S("since"), QUrl::FullyDecoded);
    const QString to = call.query.queryItemValue(S("until"), QUrl::FullyDecoded);
    const auto since = parseRfc3339(from);
    const auto until = parseRfc3339(to);
    if (!since || !until || !from.endsWith(QLatin1Char('Z')) || !to.endsWith(QLatin1Char('Z'))) {
        return no(400, 2001, S("Invalid Input Provided"), {S("Times are in UTC")});
    }
    return reply(page("change_events", m_account.changes(*since, *until), call.query));
}

ScriptedReply PagerdutyServer::read(const Call &call) const
{
    const QString noun = call.path.value(0);
    const QString id = call.path.value(1);
    const QString part = call.path.value(2);
    if (noun == u"incidents" && call.path.size() == 1) {
        return list(call);
    }
    if (noun == u"users" && id == u"me") {
        return call.by == u"-" ? no(400, 2001, S("This endpoint needs a key of a user")) : reply({{S("user"), m_account.user(call.by)}});
    }
    if (noun == u"users") {
        return reply(page("users", m_account.users(call.query.queryItemValue(S("query"), QUrl::FullyDecoded)), call.query));
    }
    if (noun == u"oncalls" || noun == u"escalation_policies" || noun == u"log_entries") {
        const int last = call.query.queryItemValue(S("offset")).toInt() + call.query.queryItemValue(S("limit")).toInt();
        return last > LastReachable  ? no(400, 2002, S("Invalid Input Provided"), {S("Offset and limit together must not be above 10000")})
            : noun == u"oncalls"     ? listOnCalls(call)
            : noun == u"log_entries" ? listLog(call)
                                     : reply(page("escalation_policies", m_account.policies(), call.query));
    }
    if (noun == u"maintenance_windows" && call.query.queryItemValue(S("filter")) == u"open") {
        return reply(page("maintenance_windows", m_account.windows(), call.query));
    }
    if (noun == u"change_events") {
        return listChanges(call);
    }
    if (noun == u"priorities") {
        return reply(page("priorities", m_account.priorities(), call.query));
    }
    if (noun != u"incidents" || !m_account.has(id)) {
        return no(404, 2100, S("Not Found"));
    }
    if (part == u"notes") {
        return reply({{S("notes"), m_account.notes(id)}});
    }
    return part == u"log_entries" ? reply(page("log_entries", m_account.log(id), call.query))
                                  : reply({{S("incident"), m_account.incident(id, call.query.toString().contains(S("first_trigger")))}});
}

ScriptedReply PagerdutyServer::write(const Call &call)
{
    const QString id = call.path.value(1);
    const QByteArray verb = call.method + ' ' + call.path.mid(2).join(u'/').toUtf8();
    if (call.path.value(0) == u"maintenance_windows") {
        return writeWindow(call);
    }
    if (call.path.value(0) != u"incidents") {
        return no(404, 2100, S("Not Found"));
    }
    if (id.isEmpty()) {
        return updateMany(call);
    }
    if (!m_account.has(id)) {
        return no(404, 2100, S("Not Found"));
    }
    PagerdutyAccount::No refused;
    int good = 200;
    if (verb == "PUT ") {
        refused = m_account.update(id, call.body.value(S("incident")).toObject(), call.by);
    } else if (verb == "POST snooze") {
        good = 201;
        refused = m_account.snooze(id, call.body.value(S("duration")).toInteger(), call.by);
    } else if (verb == "POST notes") {
        return reply({{S("note"), m_account.addNote(id, call.body.value(S("note"))[S("content")].toString(), call.by)}});
    } else if (verb == "PUT merge") {
        QStringList sources;
        for (const QJsonValue &one : call.body.value(S("source_incidents")).toArray()) {
            sources.append(one[S("id")].toString());
        }
        refused = m_account.merge(id, sources, call.by);
        if (refused.status == 0) {
            return reply({{S("incident"), QJsonObject {{S("id"), id}, {S("type"), S("incident_reference")}}}});
        }
    } else if (verb == "PUT responder_requests/cancel") {
        return reply({{S("responder_request_targets"), m_account.callOff(id, call.body)}});
    } else if (verb == "POST responder_requests") {
        refused = m_account.ask(id, call.body);
        if (refused.status == 0) {
            return reply({{S("responder_request"), m_account.incident(id).value(S("responder_requests")).toArray().last()}});
        }
    } else {
        return no(405, 2001, S("Method not allowed"));
    }
    return refused.status == 0 ? reply({{S("incident"), m_account.incident(id)}}, good) : reply(refused);
}

ScriptedReply PagerdutyServer::writeWindow(const Call &call)
{
    if (call.method == "DELETE") {
        ScriptedReply gone = reply(QJsonObject {}, 204);
        gone.body.clear();
        return m_account.endWindow(call.path.value(1)) ? gone : no(404, 2100, S("Not Found"));
    }
    const QJsonObject made = call.method == "POST" ? m_account.openWindow(call.body.value(S("maintenance_window")).toObject(), call.by)
                                                   : QJsonObject();
    return made.isEmpty() ? no(400, 2001, S("Invalid Input Provided")) : reply({{S("maintenance_window"), made}}, 201);
}

ScriptedReply PagerdutyServer::updateMany(const Call &call)
{
    const QJsonArray changes = call.body.value(S("incidents")).toArray();
    if (call.method != "PUT" || changes.size() > 250) {
        return call.method == "PUT" ? no(413, 2001, S("Too many items")) : no(404, 2100, S("Not Found"));
    }
    QJsonArray changed;
    for (const QJsonValue &one : changes) {
        const QString id = one[S("id")].toString();
        const auto refused = m_account.has(id) ? m_account.update(id, one.toObject(), call.by) : PagerdutyAccount::No {404, 2100, S("Not Found")};
        if (refused.status != 0) {
            return reply(refused);
        }
        changed.append(m_account.incident(id));
    }
    return reply({{S("incidents"), changed}});
}

} // namespace quarterdeck
