#include "app/demo/pagerparts.h"

namespace quarterdeck::demo {

namespace {

const QString Api = QStringLiteral("https://api.pagerduty.example/");
const QString Web = QStringLiteral("https://shop.pagerduty.example/");

/// An id for what the account knows by name only.
QString idOf(char16_t kind, const QString &name)
{
    QString id = QStringLiteral("P") + QChar(kind);
    for (const QChar c : name) {
        if (c.isLetterOrNumber()) {
            id += c.toUpper();
        }
    }
    return id;
}

} // namespace

QString pagerPolicyId()
{
    return QStringLiteral("PESCALA");
}

QString pagerPolicyName()
{
    return QStringLiteral("Shop on call");
}

void writeNames(JsonWriter &json, const QString &id, const QString &type, const QString &summary, const QString &place)
{
    json.key(u"id").value(id).key(u"type").value(type).key(u"summary").value(summary);
    json.key(u"self").value(QString(Api + place + u'/' + id)).key(u"html_url").value(QString(Web + place + u'/' + id));
}

void writeReference(JsonWriter &json, const QString &id, const QString &type, const QString &summary, const QString &place)
{
    json.beginObject();
    writeNames(json, id, type, summary, place);
    json.endObject();
}

void writePersonReference(JsonWriter &json, const QString &id)
{
    const PagerPerson *person = PagerAccount::person(id);
    writeReference(json, id, QStringLiteral("user_reference"), person == nullptr ? id : person->name, QStringLiteral("users"));
}

void writePerson(JsonWriter &json, const PagerPerson &person)
{
    json.beginObject();
    writeNames(json, person.id, QStringLiteral("user"), person.name, QStringLiteral("users"));
    json.key(u"name").value(person.name).key(u"email").value(person.email).key(u"role").value("user").endObject();
}

QString serviceId(const QString &name)
{
    return idOf(u'S', name);
}

void writeServiceReference(JsonWriter &json, const QString &name)
{
    writeReference(json, serviceId(name), QStringLiteral("service_reference"), name, QStringLiteral("services"));
}

void writeTeamReference(JsonWriter &json, const QString &name)
{
    writeReference(json, idOf(u'T', name), QStringLiteral("team_reference"), name, QStringLiteral("teams"));
}

void writePolicyReference(JsonWriter &json)
{
    writeReference(json, pagerPolicyId(), QStringLiteral("escalation_policy_reference"), pagerPolicyName(), QStringLiteral("escalation_policies"));
}

QString summaryOf(const PagerIncident &incident)
{
    return QStringLiteral("[#%1] %2").arg(incident.number).arg(incident.trigger.title);
}

void writeIncidentReference(JsonWriter &json, const PagerIncident &incident)
{
    writeReference(json, incident.id, QStringLiteral("incident_reference"), summaryOf(incident), QStringLiteral("incidents"));
}

} // namespace quarterdeck::demo
