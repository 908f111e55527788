#include "tests/support/pagerdutyaccount.h"

// Who was asked for help with an incident, and called off.
namespace quarterdeck {

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

PagerdutyAccount::No PagerdutyAccount::ask(const QString &id, const QJsonObject &request)
{
    const QString requester = request.value(text("requester_id")).toString();
    if (user(requester).isEmpty()) {
        return {400, 1008, text("Requester User Not Found")};
    }
    const QJsonObject about {{text("id"), id}, {text("type"), text("incident_reference")}, {text("summary"), id}};
    const QJsonValue message = request.value(text("message"));
    const QString at = toRfc3339(now());
    QJsonObject &incident = m_incidents[id];
    QJsonArray requests = incident.value(text("responder_requests")).toArray();
    requests.append(QJsonObject {{text("incident"), about}, {text("requester"), reference(requester)}, {text("requested_at"), at},
        {text("message"), message}, {text("responder_request_targets"), request.value(text("responder_request_targets"))}});
    incident.insert(text("responder_requests"), requests);
    QJsonArray helpers = incident.value(text("incidents_responders")).toArray();
    for (const QJsonValue &target : request.value(text("responder_request_targets")).toArray()) {
        const QString who = target[text("responder_request_target")][text("id")].toString();
        helpers.append(QJsonObject {{text("state"), text("pending")}, {text("user"), reference(who)}, {text("incident"), about},
            {text("updated_at"), at}, {text("message"), message}, {text("requester"), reference(requester)}, {text("requested_at"), at}});
    }
    incident.insert(text("incidents_responders"), helpers);
    return {};
}

void PagerdutyAccount::answerCall(const QString &id, const QString &userId, const QString &state)
{
    QJsonArray helpers = m_incidents[id].value(text("incidents_responders")).toArray();
    for (qsizetype i = 0; i < helpers.size(); ++i) {
        QJsonObject helper = helpers[i].toObject();
        if (helper[text("user")][text("id")] == userId && helper[text("state")] == text("pending")) {
            helper.insert(text("state"), state);
            helpers[i] = helper;
        }
    }
    m_incidents[id].insert(text("incidents_responders"), helpers);
}

QJsonArray PagerdutyAccount::callOff(const QString &id, const QJsonObject &request)
{
    QJsonArray results;
    for (const QJsonValue &target : request.value(text("responder_request_targets")).toArray()) {
        const QString who = target[text("id")].toString();
        QString result = text("not_found");
        for (const QJsonValue &helper : m_incidents.value(id).value(text("incidents_responders")).toArray()) {
            if (helper[text("user")][text("id")] == who) {
                const QString state = helper[text("state")].toString();
                result = state == u"pending" || state == u"user_cancelled" ? text("cancelled") : state;
            }
        }
        answerCall(id, who, text("user_cancelled"));
        results.append(QJsonObject {{text("type"), target[text("type")]}, {text("id"), who}, {text("result"), result}});
    }
    return results;
}

} // namespace quarterdeck
