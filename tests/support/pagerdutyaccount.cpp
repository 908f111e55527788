#include "tests/support/pagerdutyaccount.h"

#include <QDateTime>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qint64 LongestSnooze = 604'800;

QString S(const char *text)
{
    return QString::fromUtf8(text);
}

QJsonObject referenceTo(const QString &id, const QString &type, const QString &summary)
{
    return {{S("id"), id}, {S("type"), type}, {S("summary"), summary}, {S("self"), S("https://api.pagerduty.example/") + id},
        {S("html_url"), S("https://acme.pagerduty.example/") + id}};
}

QJsonObject userOf(const char *id, const char *name, const char *email)
{
    QJsonObject user = referenceTo(S(id), S("user"), S(name));
    user.insert(S("name"), S(name));
    user.insert(S("email"), S(email));
    user.insert(S("time_zone"), S("Europe/Berlin"));
    user.insert(S("avatar_url"), S("https://avatars.example/leak.png"));
    user.insert(S("http_cal_url"), S("https://calendar.example/leak"));
    return user;
}

QJsonObject pending(const char *type, UtcTime at)
{
    return {{S("type"), S(type)}, {S("at"), toRfc3339(at)}};
}

QJsonArray assigneesOf(const QJsonArray &assignments)
{
    QJsonArray people;
    for (const QJsonValue &one : assignments) {
        people.append(one[S("assignee")]);
    }
    return people;
}

UtcTime secondOf(UtcTime time)
{
    return {time.ms / 1000 * 1000};
}

} // namespace

QJsonArray PagerdutyAccount::onCalls(UtcTime since, UtcTime until, bool full) const
{
    QJsonArray all;
    for (const OnCall &one : rota) {
        if ((one.to.isValid() && one.to <= since) || one.from > until) {
            continue;
        }
        const auto end = [](UtcTime at) { return at.isValid() ? QJsonValue(toRfc3339(at)) : QJsonValue(); };
        const auto policy = std::find_if(paged.keyBegin(), paged.keyEnd(), [&one](const QString &key) { return key.startsWith(one.policy + u' '); });
        const QString policyName = policy == paged.keyEnd() ? one.policy : policy->section(u' ', 1);
        const QString type = one.isShiftBased ? S("schedule_v3_reference") : S("schedule_reference");
        const QJsonValue schedule = one.schedule.isEmpty()
            ? QJsonValue()
            : QJsonValue(referenceTo(S("PSCH") + QString::number(one.schedule.size()), type, one.schedule));
        all.append(QJsonObject {{S("escalation_policy"), referenceTo(one.policy, S("escalation_policy_reference"), policyName)},
            {S("escalation_level"), one.level}, {S("schedule"), schedule}, {S("user"), full && includesUsers ? user(one.user) : reference(one.user)},
            {S("start"), end(one.from)}, {S("end"), end(one.to)}});
    }
    return all;
}

QJsonArray PagerdutyAccount::policies() const
{
    std::vector<QJsonObject> all;
    for (auto it = paged.cbegin(); it != paged.cend(); ++it) {
        const QString name = it.key().section(u' ', 1);
        QJsonObject policy = referenceTo(it.key().section(u' ', 0, 0), S("escalation_policy"), name);
        QJsonArray services;
        for (const QString &service : it.value()) {
            services.append(referenceTo(S("PSVC") + QString::number(service.size()), S("service_reference"), service));
        }
        QJsonArray rules;
        for (int level = 1; level <= levels; ++level) {
            rules.append(QJsonObject {{S("id"), S("PRULE%1").arg(level)}, {S("escalation_delay_in_minutes"), 30},
                {S("targets"), QJsonArray {referenceTo(S("PANA001"), S("user_reference"), S("Ana Alvarez"))}}});
        }
        policy.insert(S("name"), name);
        policy.insert(S("escalation_rules"), rules);
        policy.insert(S("services"), services);
        policy.insert(S("num_loops"), 0);
        policy.insert(S("teams"), QJsonArray {});
        all.push_back(policy);
    }
    std::ranges::sort(all, {}, [](const QJsonObject &policy) { return policy.value(S("name")).toString(); });
    QJsonArray listed;
    for (const QJsonObject &policy : all) {
        listed.append(policy);
    }
    return listed;
}

PagerdutyAccount::PagerdutyAccount()
    : m_users {userOf("PANA001", "Ana Alvarez", "ana@acme.example"), userOf("PBEN002", "Ben Brandt", "ben@acme.example"),
        userOf("PCID003", "Sam Smith", "sam.one@acme.example"), userOf("PDOT004", "Sam Smith", "sam.two@acme.example")}
{
}

UtcTime PagerdutyAccount::now() const
{
    return secondOf(UtcTime {QDateTime::currentMSecsSinceEpoch()} + m_ahead);
}

QJsonObject PagerdutyAccount::reference(const QString &userId) const
{
    const QJsonObject found = user(userId);
    QJsonObject named = referenceTo(userId, S("user_reference"), found.value(S("name")).toString());
    named.insert(S("avatar_url"), found.value(S("avatar_url")));
    return named;
}

QString PagerdutyAccount::open(const QString &title, const QString &service, const QJsonObject &more)
{
    const int number = m_next++;
    const QString id = S("QINC%1").arg(number, 6, 10, QLatin1Char('0'));
    const QString began = toRfc3339(now());
    const QJsonObject channel {{S("type"), S("api")}, {S("service_key"), S("integration-key-leak")}, {S("description"), title},
        {S("incident_key"), S("dedup-") + QString::number(number)},
        {S("details"), QJsonObject {{S("cluster"), S("eu")}, {S("api_token"), S("token-leak")}, {S("runbook"), S("https://wiki.example/") + id}}}};
    QJsonObject trigger = referenceTo(S("RLOG") + id, S("trigger_log_entry"), S("Triggered through the API"));
    trigger.insert(S("created_at"), began);
    trigger.insert(S("channel"), channel);
    trigger.insert(
        S("contexts"), QJsonArray {QJsonObject {{S("type"), S("link")}, {S("href"), S("https://graph.example/1")}, {S("text"), S("Graph")}}});
    QJsonObject incident = referenceTo(id, S("incident"), S("[#%1] %2").arg(number).arg(title));
    const QJsonArray assigned {QJsonObject {{S("at"), began}, {S("assignee"), reference(S("PANA001"))}}};
    for (const auto &[name, value] : std::initializer_list<std::pair<const char *, QJsonValue>> {{"incident_number", number}, {"title", title},
             {"created_at", began}, {"updated_at", began}, {"status", S("triggered")},
             {"service", referenceTo(S("PSVC") + QString::number(service.size()), S("service_reference"), service)}, {"assignments", assigned},
             {"assigned_via", S("escalation_policy")}, {"last_status_change_at", began}, {"first_trigger_log_entry", trigger}, {"is_mergeable", true},
             {"escalation_policy", referenceTo(S("PESC001"), S("escalation_policy_reference"), S("Mail people"))},
             {"teams", QJsonArray {referenceTo(S("PTEAM01"), S("team_reference"), S("Engineering"))}}, {"pending_actions", QJsonArray {}},
             {"acknowledgements", QJsonArray {}}, {"urgency", S("high")}, {"responder_requests", QJsonArray {}},
             {"incident_type", QJsonObject {{S("name"), S("incident_default")}}}}) {
        incident.insert(S(name), value);
    }
    for (auto it = more.begin(); it != more.end(); ++it) {
        incident.insert(it.key(), it.value());
    }
    m_incidents.insert(id, incident);
    record(id, S("trigger_log_entry"), {});
    return id;
}

void PagerdutyAccount::record(const QString &id, const QString &type, const QString &by, const QJsonObject &more)
{
    QJsonObject entry = referenceTo(S("RL%1").arg(m_log.value(id).size()) + id, type, type);
    entry.insert(S("created_at"), toRfc3339(now()));
    entry.insert(S("agent"), by.isEmpty() ? referenceTo(S("PSVC4"), S("service_reference"), S("Mail")) : reference(by));
    entry.insert(S("service"), m_incidents.value(id).value(S("service")));
    entry.insert(S("incident"), referenceTo(id, S("incident_reference"), m_incidents.value(id).value(S("summary")).toString()));
    for (auto it = more.begin(); it != more.end(); ++it) {
        entry.insert(it.key(), it.value());
    }
    // The newest first.
    m_log[id].prepend(entry);
}

QJsonArray PagerdutyAccount::served(const QJsonArray &log, bool full)
{
    QJsonArray entries;
    for (const QJsonValue &one : log) {
        QJsonObject entry = one.toObject();
        if (!full) {
            // The document wants it to be exactly one of five that do not exclude one another.
            entry.remove(S("channel"));
        }
        entries.append(entry);
    }
    return entries;
}

QJsonArray PagerdutyAccount::accountLog(UtcTime since, UtcTime until, bool full) const
{
    std::vector<std::pair<UtcTime, QJsonValue>> all;
    for (const QJsonArray &log : m_log) {
        for (const QJsonValue &entry : served(log, full)) {
            const UtcTime at = parseRfc3339(entry[S("created_at")].toString()).value_or(UtcTime {});
            if (at >= since && at < until) {
                all.emplace_back(at, entry);
            }
        }
    }
    std::ranges::stable_sort(all, std::ranges::greater {}, [](const auto &entry) { return entry.first; });
    QJsonArray listed;
    for (const auto &entry : all) {
        listed.append(entry.second);
    }
    return listed;
}

void PagerdutyAccount::notify(const QString &id, const QString &user, const QString &way)
{
    const QJsonObject channel {{S("type"), S("auto")}, {S("notification"), QJsonObject {{S("type"), way + S("_notification")}}}};
    record(id, S("notify_log_entry"), {}, {{S("user"), reference(user)}, {S("channel"), channel}});
}

void PagerdutyAccount::setStatus(const QString &id, const QString &status, const QString &by)
{
    QJsonObject &incident = m_incidents[id];
    const QString at = toRfc3339(now());
    incident.insert(S("status"), status);
    incident.insert(S("updated_at"), at);
    incident.insert(S("last_status_change_at"), at);
    incident.remove(S("resolved_at"));
    QJsonArray acknowledgements;
    QJsonArray actions;
    if (status == u"acknowledged") {
        acknowledgements = incident.value(S("acknowledgements")).toArray();
        acknowledgements.append(QJsonObject {{S("at"), at}, {S("acknowledger"), reference(by)}});
        if (ackTimeout.count() > 0) {
            actions.append(pending("unacknowledge", now() + ackTimeout));
        }
    } else if (status == u"triggered") {
        actions.append(pending("escalate", now() + Millis(1'800'000)));
    } else {
        incident.insert(S("resolved_at"), at);
        incident.insert(S("assignments"), QJsonArray {});
    }
    incident.insert(S("acknowledgements"), acknowledgements);
    incident.insert(S("pending_actions"), actions);
}

void PagerdutyAccount::tick()
{
    for (const QString &id : m_incidents.keys()) {
        for (const QJsonValue &action : m_incidents.value(id).value(S("pending_actions")).toArray()) {
            const bool isDue = parseRfc3339(action[S("at")].toString()).value_or(UtcTime {}) <= now();
            if (isDue && action[S("type")] == S("unacknowledge")) {
                setStatus(id, S("triggered"), {});
                record(id, S("unacknowledge_log_entry"), {});
            }
        }
    }
}

QJsonObject PagerdutyAccount::incident(const QString &id, bool full) const
{
    QJsonObject incident = m_incidents.value(id);
    if (!full) {
        const QJsonObject trigger = incident.value(S("first_trigger_log_entry")).toObject();
        incident.insert(S("first_trigger_log_entry"),
            referenceTo(trigger.value(S("id")).toString(), S("trigger_log_entry_reference"), trigger.value(S("summary")).toString()));
    }
    return incident;
}

std::vector<QString> PagerdutyAccount::ids(const QStringList &statuses, UtcTime since) const
{
    std::vector<QString> found;
    for (auto it = m_incidents.begin(); it != m_incidents.end(); ++it) {
        const bool isWanted = statuses.isEmpty() || statuses.contains(it->value(S("status")).toString());
        if (isWanted && parseRfc3339(it->value(S("created_at")).toString()).value_or(since) >= since) {
            found.push_back(it.key());
        }
    }
    return found;
}

QJsonArray PagerdutyAccount::users(const QString &query) const
{
    QJsonArray found;
    for (const QJsonObject &user : m_users) {
        if (user.value(S("name")).toString().contains(query, Qt::CaseInsensitive)) {
            found.append(user);
        }
    }
    return found;
}

QJsonObject PagerdutyAccount::user(const QString &idOrEmail) const
{
    const auto found = std::ranges::find_if(m_users,
        [&](const QJsonObject &user) { return !idOrEmail.isEmpty() && (user.value(S("id")) == idOrEmail || user.value(S("email")) == idOrEmail); });
    return found == m_users.end() ? QJsonObject() : *found;
}

QJsonArray PagerdutyAccount::priorities() const
{
    QJsonArray all;
    for (int i = 1; i <= 3; ++i) {
        QJsonObject one = referenceTo(S("PPRIO%1").arg(i), S("priority"), S("P%1").arg(i));
        one.insert(S("name"), S("P%1").arg(i));
        all.append(one);
    }
    return all;
}

PagerdutyAccount::No PagerdutyAccount::update(const QString &id, const QJsonObject &change, const QString &by)
{
    const QJsonArray wanted = change.value(S("assignments")).toArray();
    const int level = change.value(S("escalation_level")).toInt(1);
    const QString priority = change.value(S("priority"))[S("id")].toString();
    QJsonArray assigned;
    for (const QJsonValue &one : wanted) {
        const QString person = one[S("assignee")][S("id")].toString();
        if (user(person).isEmpty()) {
            return {400, 1007, S("Invalid Input Provided"), {S("Assignee not found")}};
        }
        assigned.append(QJsonObject {{S("at"), toRfc3339(now())}, {S("assignee"), reference(person)}});
    }
    if (level > levels) {
        return {400, 1006, S("Incident Cannot Be Escalated"), {S("The policy has no such level")}};
    }
    if (const QString status = change.value(S("status")).toString(); !status.isEmpty()) {
        // Of one that is resolved this opens it again; of one that is acknowledged it begins the time-out anew.
        setStatus(id, status, by);
        record(id,
            status == u"acknowledged"   ? S("acknowledge_log_entry")
                : status == u"resolved" ? S("resolve_log_entry")
                                        : S("unacknowledge_log_entry"),
            by);
    }
    if (!assigned.isEmpty()) {
        m_incidents[id].insert(S("assignments"), assigned);
        record(id, S("assign_log_entry"), by, {{S("assignees"), assigneesOf(assigned)}});
    }
    if (change.contains(S("escalation_level"))) {
        record(id, S("escalate_log_entry"), by, {{S("assignees"), assigneesOf(m_incidents.value(id).value(S("assignments")).toArray())}});
    }
    for (const QJsonValue &one : priorities()) {
        if (one[S("id")] == priority) {
            m_incidents[id].insert(S("priority"), one);
        }
    }
    return {};
}

PagerdutyAccount::No PagerdutyAccount::snooze(const QString &id, qint64 seconds, const QString &by)
{
    QJsonObject &incident = m_incidents[id];
    if (incident.value(S("status")) != S("acknowledged")) {
        return {400, 1012, S("Incident Is Not Acknowledged")};
    }
    if (seconds < 1 || seconds > LongestSnooze) {
        return {400, 1013, S("Snooze Duration Invalid")};
    }
    const QJsonArray actions {pending("unacknowledge", now() + Millis(seconds * 1000))};
    incident.insert(S("pending_actions"), actions);
    record(id, S("snooze_log_entry"), by, {{S("changed_actions"), actions}});
    return {};
}

QJsonObject PagerdutyAccount::addNote(const QString &id, const QString &content, const QString &by)
{
    QJsonArray notes = m_notes.value(id);
    const QJsonObject note {{S("id"), S("PNOTE%1").arg(notes.size())}, {S("user"), reference(by)}, {S("content"), content},
        {S("channel"), QJsonObject {{S("summary"), S("The PagerDuty website or APIs")}}}, {S("created_at"), toRfc3339(now())}};
    notes.append(note);
    m_notes.insert(id, notes);
    record(id, S("annotate_log_entry"), by, {{S("channel"), QJsonObject {{S("type"), S("note")}, {S("summary"), content}}}});
    return note;
}

PagerdutyAccount::No PagerdutyAccount::merge(const QString &target, const QStringList &sources, const QString &by)
{
    if (incident(target).value(S("status")) == S("resolved")) {
        return {400, 2001, S("Invalid Input Provided"), {S("The target incident must be open")}};
    }
    for (const QString &source : sources) {
        setStatus(source, S("resolved"), by);
        record(source, S("resolve_log_entry"), by);
        m_incidents[source].insert(S("resolve_reason"),
            QJsonObject {{S("type"), S("merge_resolve_reason")}, {S("incident"), referenceTo(target, S("incident_reference"), target)}});
    }
    return {};
}

} // namespace quarterdeck
