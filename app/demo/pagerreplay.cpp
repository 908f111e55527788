#include "app/demo/pagerreplay.h"

#include "app/demo/pagerchanges.h"
#include "app/demo/pagerjson.h"
#include "app/demo/pagerlog.h"
#include "app/demo/pagerrota.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace quarterdeck::demo {

namespace {

constexpr int LastReachable = 10'000;
constexpr Millis Month {30LL * 24 * 3'600'000};
constexpr Millis HalfYear {184LL * 24 * 3'600'000};

WebAnswer good(const QByteArray &body, int status = 200)
{
    return {status, "application/json", body};
}

WebAnswer refused(const PagerNo &no)
{
    return {no.status, "application/json", noJson(no)};
}

WebAnswer unknown()
{
    return refused({404, 2100, QStringLiteral("Not Found")});
}

PagerPage pageOf(const QUrlQuery &query)
{
    const int limit = query.queryItemValue(QStringLiteral("limit")).toInt();
    const int offset = query.queryItemValue(QStringLiteral("offset")).toInt();
    return {std::max(offset, 0), limit <= 0 ? 25 : std::min(limit, 100)};
}

} // namespace

struct PagerReplay::Call {
    QByteArray method;
    QStringList path;
    QUrlQuery query;
    QByteArray body;
    QString by; ///< The id of who acts.

    QStringList all(const char *name) const { return query.allQueryItemValues(QString::fromLatin1(name), QUrl::FullyDecoded); }
};

PagerReplay::PagerReplay(PagerAccount &account, QByteArray key, const Clock &clock)
    : m_account(account)
    , m_key(std::move(key))
    , m_clock(clock)
    , m_http([this](const WebRequest &request) { return answer(request); })
{
}

WebAnswer PagerReplay::answer(const WebRequest &request)
{
    if (request.headers.value("authorization") != "Token token=" + m_key) {
        return refused({401, 2006, QStringLiteral("Authentication failed")});
    }
    m_account.tick(m_clock.now());
    const QUrl url = QUrl::fromEncoded(request.target);
    Call call {request.method, url.path().split(u'/', Qt::SkipEmptyParts), QUrlQuery(url.query(QUrl::FullyEncoded)), request.body,
        PagerAccount::people().front().id};
    if (call.method == "GET") {
        return read(call);
    }
    // A key of a person acts for that person, whoever is named beside it.
    return write(call);
}

WebAnswer PagerReplay::list(const Call &call) const
{
    const PagerPage page = pageOf(call.query);
    if (page.offset + page.limit > LastReachable) {
        return refused({400, 2002, QStringLiteral("Offset and limit together must not be above 10000")});
    }
    const QStringList statuses = call.all("statuses%5B%5D");
    const UtcTime since = call.all("date_range").contains(QStringLiteral("all")) ? UtcTime {} : m_clock.now() - Month;
    std::vector<const PagerIncident *> found;
    for (const PagerIncident &one : m_account.incidents()) {
        if ((statuses.isEmpty() || statuses.contains(one.status)) && one.trigger.at >= since) {
            found.push_back(&one);
        }
    }
    return good(incidentsJson(found, page, call.all("include%5B%5D").contains(QStringLiteral("first_trigger_log_entries"))));
}

WebAnswer PagerReplay::listWithin(const Call &call) const
{
    const auto time = [&call](const char *name) { return parseRfc3339(call.all(name).value(0)); };
    const TimeRange range {time("since").value_or(m_clock.now()), time("until").value_or(m_clock.now() + Millis(1000))};
    const PagerPage page = pageOf(call.query);
    if (range.length() < Millis(0) || range.length() > HalfYear || page.offset + page.limit > LastReachable) {
        return refused({400, 2001, QStringLiteral("Invalid Input Provided")});
    }
    const QStringList includes = call.all("include%5B%5D");
    if (call.path.value(0) == u"change_events") {
        return good(changesJson(m_account, range, page));
    }
    return good(call.path.value(0) == u"oncalls" ? onCallsJson(range, page, includes.contains(QStringLiteral("users")))
                                                 : accountLogJson(m_account, range, page, includes.contains(QStringLiteral("channels"))));
}

WebAnswer PagerReplay::read(const Call &call) const
{
    const QString noun = call.path.value(0);
    const QString id = call.path.value(1);
    if (noun == u"incidents" && id.isEmpty()) {
        return list(call);
    }
    if (noun == u"users" && id == u"me") {
        return good(personJson(PagerAccount::people().front()));
    }
    if (noun == u"users" && id.isEmpty()) {
        return good(peopleJson(call.query.queryItemValue(QStringLiteral("query"), QUrl::FullyDecoded), pageOf(call.query)));
    }
    if ((noun == u"oncalls" || noun == u"log_entries" || noun == u"change_events") && id.isEmpty()) {
        return listWithin(call);
    }
    if (noun == u"escalation_policies" && id.isEmpty()) {
        return good(policiesJson(pageOf(call.query)));
    }
    if (noun == u"maintenance_windows" && id.isEmpty()) {
        return good(windowsJson(m_account, m_clock.now(), pageOf(call.query)));
    }
    if (noun == u"priorities" && id.isEmpty()) {
        return good(prioritiesJson(pageOf(call.query)));
    }
    const PagerIncident *incident = noun == u"incidents" ? m_account.find(id) : nullptr;
    const QString part = call.path.value(2);
    if (incident == nullptr || call.path.size() > 3) {
        return unknown();
    }
    if (part.isEmpty()) {
        return good(incidentJson(*incident, call.all("include%5B%5D").contains(QStringLiteral("first_trigger_log_entries"))));
    }
    return part == u"notes" ? good(notesJson(*incident)) : part == u"log_entries" ? good(logJson(*incident, pageOf(call.query))) : unknown();
}

WebAnswer PagerReplay::writeMany(const Call &call)
{
    constexpr std::size_t Most = 250;
    const auto changes = changesIn(call.body);
    if (changes.size() > Most) {
        return refused({413, 2001, QStringLiteral("Too many items")});
    }
    std::vector<const PagerIncident *> changed;
    for (const auto &[id, change] : changes) {
        const PagerIncident *incident = m_account.find(id);
        const PagerNo no = incident == nullptr ? PagerNo {404, 2100, QStringLiteral("Not Found")}
                                               : m_account.change(id, change, call.by, m_clock.now());
        if (no.status != 0) {
            return refused(no);
        }
        changed.push_back(incident);
    }
    return good(changedJson(changed));
}

WebAnswer PagerReplay::writeWindow(const Call &call)
{
    if (call.method == "DELETE") {
        return m_account.endWindow(call.path.value(1), m_clock.now()) ? good({}, 204) : unknown();
    }
    auto window = call.method == "POST" ? windowIn(call.body, m_account) : std::nullopt;
    if (!window || window->to <= m_clock.now()) {
        return refused({400, 2001, QStringLiteral("Invalid Input Provided")});
    }
    window->by = call.by;
    return good(windowJson(m_account.openWindow(std::move(*window))), 201);
}

WebAnswer PagerReplay::write(const Call &call)
{
    if (call.path.value(0) == u"maintenance_windows" && call.path.size() <= 2) {
        return writeWindow(call);
    }
    if (call.method == "PUT" && call.path == QStringList(QStringLiteral("incidents"))) {
        return writeMany(call);
    }
    const QString id = call.path.value(1);
    const PagerIncident *incident = call.path.value(0) == u"incidents" && call.path.size() <= 4 ? m_account.find(id) : nullptr;
    if (incident == nullptr) {
        return unknown();
    }
    const UtcTime now = m_clock.now();
    const QByteArray verb = call.method + ' ' + call.path.mid(2).join(u'/').toUtf8();
    PagerNo no;
    if (verb == "PUT ") {
        const auto change = changeIn(call.body);
        no = change ? m_account.change(id, *change, call.by, now) : PagerNo {400, 2001, QStringLiteral("Invalid Input Provided")};
        return no.status == 0 ? good(incidentJson(*incident, false)) : refused(no);
    }
    if (verb == "POST snooze") {
        no = m_account.snooze(id, Millis(durationIn(call.body) * 1000), call.by, now);
        return no.status == 0 ? good(incidentJson(*incident, false), 201) : refused(no);
    }
    if (verb == "PUT merge") {
        no = m_account.merge(id, sourcesIn(call.body), call.by, now);
        return no.status == 0 ? good(mergedJson(*incident)) : refused(no);
    }
    if (verb == "POST notes") {
        no = m_account.note(id, noteIn(call.body), call.by, now);
        return no.status == 0 ? good(lastNoteJson(*incident)) : refused(no);
    }
    if (verb == "PUT responder_requests/cancel") {
        const QStringList people = calledOffIn(call.body);
        m_account.callOff(id, people);
        return good(calledOffJson(people));
    }
    if (verb == "POST responder_requests") {
        PagerCall wish = callIn(call.body);
        wish.at = now;
        no = m_account.call(id, std::move(wish));
        return no.status == 0 ? good(lastCallJson(*incident)) : refused(no);
    }
    return unknown();
}

} // namespace quarterdeck::demo
