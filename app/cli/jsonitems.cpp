#include "app/cli/jsonitems.h"

#include "app/cli/reasonsentence.h"
#include "app/json/reasonjson.h"

namespace quarterdeck {

void writeTime(JsonWriter &json, UtcTime time)
{
    if (time.isValid()) {
        json.value(toRfc3339(time));
    } else {
        json.null();
    }
}

void writeLabels(JsonWriter &json, const Labels &labels)
{
    json.beginObject();
    for (const Label &label : labels) {
        json.key(label.name).value(label.value);
    }
    json.endObject();
}

void writeStrings(JsonWriter &json, const QStringList &values)
{
    json.beginArray();
    for (const QString &value : values) {
        json.value(value);
    }
    json.endArray();
}

namespace {

void writeQuiet(JsonWriter &json, const std::vector<QuietReason> &reasons)
{
    json.beginArray();
    for (const QuietReason &reason : reasons) {
        json.beginObject();
        json.key(u"kind").value(holdKindName(reason.kind)).key(u"id").value(reason.id).key(u"name").value(reason.name);
        json.key(u"by").value(reason.by).key(u"since");
        writeTime(json, reason.since);
        json.key(u"until");
        writeTime(json, reason.until);
        json.key(u"why").value(reason.why).key(u"receiver").value(reason.receiver).endObject();
    }
    json.endArray();
}

} // namespace

void writeAlert(JsonWriter &json, const Alert &alert, UtcTime lastSeenAt, const std::vector<QuietReason> &quiet, const IncidentBook &incidents)
{
    json.beginObject();
    json.key(u"id").value(alert.key.toString()).key(u"fingerprint").value(alert.key.id).key(u"source").value(alert.key.source);
    json.key(u"title").value(alert.title).key(u"summary").value(alert.summary);
    json.key(u"severity").value(severityName(alert.severity)).key(u"state").value(alertStateName(alert.state));
    json.key(u"service").value(alert.service).key(u"team").value(alert.team);
    json.key(u"startsAt");
    writeTime(json, alert.startsAt);
    json.key(u"lastSeenAt");
    writeTime(json, lastSeenAt);
    json.key(u"resolvedAt");
    writeTime(json, alert.resolvedAt);
    const Hold taken = alert.acknowledgement();
    json.key(u"acknowledgedBy").value(taken.by).key(u"acknowledgedUntil");
    writeTime(json, taken.until);
    json.key(u"silencedBy");
    writeStrings(json, alert.mutes());
    json.key(u"mutedBy");
    writeStrings(json, alert.holds.ids(HoldKind::TimeInterval));
    json.key(u"mutedFor");
    writeStrings(json, alert.holds.receivers());
    incidents.write(json, alert.key);
    json.key(u"assigned");
    writeStrings(json, alert.assigned);
    json.key(u"correlation").value(alert.correlation).key(u"rawState").value(alert.rawState);
    json.key(u"quiet");
    writeQuiet(json, quiet);
    json.key(u"labels");
    writeLabels(json, alert.labels);
    json.key(u"annotations");
    writeLabels(json, alert.annotations);
    json.key(u"links").beginObject();
    if (!alert.generatorUrl.isEmpty()) {
        json.key(u"generator").value(alert.generatorUrl);
    }
    if (!alert.runbookUrl.isEmpty()) {
        json.key(u"runbook").value(alert.runbookUrl);
    }
    json.endObject().key(u"pages").beginArray();
    for (const Link &page : alert.links) {
        json.beginObject().key(u"title").value(page.title).key(u"url").value(page.url).endObject();
    }
    json.endArray().endObject();
}

void writeOutboxEntry(JsonWriter &json, const OutboxEntry &entry)
{
    const AlertAction &action = entry.action;
    const QString what = action.silenceId.isEmpty() ? u'{' + action.alertTitle + u'}' : action.silenceId;
    const QString target = action.alert.isValid() ? action.alert.toString() : action.source + u':' + what;
    json.beginObject();
    json.key(u"id").value(action.id.toString(QUuid::WithoutBraces)).key(u"verb").value(verbName(action.verb));
    json.key(u"target").value(target).key(u"title").value(action.alertTitle).key(u"source").value(action.source);
    json.key(u"state").value(outboxStateName(entry.state)).key(u"detail").value(reasonSentence(entry.reason)).key(u"reason");
    writeReason(json, entry.reason);
    // What was done to an alert may be held by the alert itself.
    json.key(u"silence").value(entry.resultSilence == action.alert.id ? QString() : entry.resultSilence);
    json.key(u"author").value(action.author).key(u"comment").value(action.comment).key(u"attempts").value(entry.attempts);
    json.key(u"createdAt");
    writeTime(json, action.createdAt);
    json.key(u"changedAt");
    writeTime(json, entry.changedAt);
    json.key(u"notAfter");
    writeTime(json, entry.notAfter);
    json.key(u"until");
    writeTime(json, action.until);
    json.key(u"matchers").beginArray();
    for (const Matcher &matcher : action.matchers) {
        json.value(matcher.toString());
    }
    json.endArray().endObject();
}

void writeStatus(JsonWriter &json, const SourceStatus &status)
{
    json.beginObject();
    json.key(u"id").value(status.id).key(u"kind").value(status.kind).key(u"freshness").value(freshnessName(status.freshness));
    json.key(u"lastOkAt");
    writeTime(json, status.lastOkAt);
    json.key(u"since");
    writeTime(json, status.since);
    json.key(u"error");
    if (status.error) {
        json.beginObject().key(u"kind").value(errorKindName(status.error->kind)).key(u"what").value(status.error->what).endObject();
    } else {
        json.null();
    }
    json.key(u"members").value(status.members).key(u"liveMembers").value(status.liveMembers);
    json.key(u"isInsecure").value(status.isInsecure).endObject();
}

void writeService(JsonWriter &json, const Service &service, const std::vector<Alert> &openAlerts, const Verdict &verdict)
{
    json.beginObject();
    json.key(u"name").value(service.name).key(u"title").value(service.title).key(u"description").value(service.description);
    json.key(u"owner").value(service.owner).key(u"isOwnerKnown").value(service.isOwnerKnown);
    json.key(u"tier").value(service.tier).key(u"lifecycle").value(service.lifecycle);
    json.key(u"aliases");
    writeStrings(json, service.aliases);
    json.key(u"dependsOn");
    writeStrings(json, service.dependsOn);
    json.key(u"dependents");
    writeStrings(json, service.dependents);
    json.key(u"runbooks");
    writeStrings(json, service.runbooks);
    json.key(u"conflicts");
    writeStrings(json, service.conflicts);
    json.key(u"provenance").beginObject();
    for (const Provenance &provenance : service.provenance) {
        json.key(provenance.field).value(provenance.source);
    }
    json.endObject();
    json.key(u"alerts").beginArray();
    for (const Alert &alert : openAlerts) {
        json.value(alert.key.toString());
    }
    json.endArray().key(u"areAllAlertsKnown").value(verdict.isClear()).endObject();
}

} // namespace quarterdeck
