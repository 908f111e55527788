#include "app/sources/pagerduty/alerts.h"

#include "app/domain/longtext.h"
#include "app/sources/api/textbounds.h"

#include <algorithm>

namespace quarterdeck::pagerduty {

namespace {

// A longer value, or one of several lines, is text to read and no label.
constexpr qsizetype LongestLabel = 256;
constexpr QLatin1StringView UsualType("incident_default");

void addLabel(Labels &labels, const QString &name, const QString &value)
{
    if (!value.isEmpty() && !labels.contains(name)) {
        labels.insert(name, value);
    }
}

bool isLabel(const Label &field)
{
    return field.value.size() <= LongestLabel && !field.value.contains(u'\n');
}

QStringList namesIn(const std::vector<Named> &all)
{
    QStringList names;
    for (const Named &one : all) {
        const QString name = one.name.isEmpty() ? one.id : one.name;
        if (!name.isEmpty() && !names.contains(name)) {
            names.append(name);
        }
    }
    return names;
}

Labels labelsOf(const Incident &incident)
{
    // What PagerDuty itself says comes first: a field that somebody has called the same takes nothing from it.
    Labels labels;
    addLabel(labels, QStringLiteral("alertname"), incident.self.name.isEmpty() ? incident.self.id : incident.self.name);
    addLabel(labels, QStringLiteral("service"), incident.service.name);
    addLabel(labels, QStringLiteral("urgency"), incident.urgency);
    addLabel(labels, QStringLiteral("priority"), incident.priority.name);
    addLabel(labels, QStringLiteral("escalation_policy"), incident.policy.name);
    addLabel(labels, QStringLiteral("severity"), incident.trigger.severity);
    if (incident.number > 0) {
        addLabel(labels, QStringLiteral("incident_number"), QString::number(incident.number));
    }
    if (incident.type != UsualType) {
        addLabel(labels, QStringLiteral("incident_type"), incident.type);
    }
    const QStringList teams = namesIn(incident.teams);
    addLabel(labels, QStringLiteral("team"), teams.value(0));
    if (teams.size() > 1) {
        addLabel(labels, QStringLiteral("teams"), teams.join(u','));
    }
    for (const QList<Label> &fields : {incident.customFields, incident.trigger.details}) {
        for (const Label &field : fields) {
            if (isLabel(field)) {
                addLabel(labels, field.name, field.value);
            }
        }
    }
    return labels;
}

bool isRunbookName(const QString &name)
{
    const QString plain = name.toLower();
    return plain == u"runbook" || plain == u"runbook_url" || plain == u"runbook-url" || plain == u"runbook_link" || plain == u"runbookurl";
}

/// Where to read what to do, if a field or a link says so.
QString runbookOf(const Incident &incident)
{
    for (const QList<Label> &fields : {incident.customFields, incident.trigger.details}) {
        const auto found = std::ranges::find_if(fields, [](const Label &field) { return isRunbookName(field.name); });
        if (found != fields.end()) {
            return found->value;
        }
    }
    const auto &links = incident.trigger.links;
    const auto found = std::ranges::find_if(links, [](const Link &link) { return isRunbookName(link.title.simplified()); });
    return found == links.end() ? QString() : found->url;
}

Labels annotationsOf(const Incident &incident)
{
    QList<Label> annotations;
    const auto note = [&annotations](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            annotations.append({name, value});
        }
    };
    for (const QList<Label> &fields : {incident.trigger.details, incident.customFields}) {
        for (const Label &field : fields) {
            if (!isLabel(field)) {
                note(field.name, field.value);
            }
        }
    }
    const QString &title = incident.self.name;
    note(QStringLiteral("summary"), incident.service.name.isEmpty() ? title : incident.service.name + QStringLiteral(": ") + title);
    note(QStringLiteral("description"), incident.trigger.description == title ? QString() : incident.trigger.description);
    note(QStringLiteral("runbook_url"), runbookOf(incident));
    if (incident.escalatesAt.isValid()) {
        note(QStringLiteral("escalates_at"), toRfc3339(incident.escalatesAt));
    }
    return Labels::of(std::move(annotations));
}

std::vector<Link> linksOf(const Incident &incident)
{
    std::vector<Link> links;
    const auto add = [&links](const QString &title, const QString &url) {
        if (!url.isEmpty() && url.size() <= LongestText && std::ranges::find(links, url, &Link::url) == links.end()) {
            links.push_back({title.isEmpty() ? url : title, url});
        }
    };
    add(incident.number > 0 ? QStringLiteral("#%1").arg(incident.number) : incident.self.id, incident.self.page);
    add(incident.service.name, incident.service.page);
    for (const Link &link : incident.trigger.links) {
        add(link.title, link.url);
    }
    return links;
}

AlertState stateOf(const Incident &incident, bool isSnoozed)
{
    if (incident.isResolved()) {
        return AlertState::Resolved;
    }
    if (!incident.isAcknowledged()) {
        return AlertState::Triggered;
    }
    return isSnoozed ? AlertState::Snoozed : AlertState::Acknowledged;
}

VerbSet allowed(const Incident &incident)
{
    VerbSet can = VerbSet::all();
    if (!incident.isMergeable) {
        can = can.without(Verb::Merge);
    }
    if (!incident.isAcknowledged()) {
        can = can.without(Verb::Unacknowledge);
    }
    if (incident.service.id.isEmpty()) {
        can = can.without(Verb::Maintain);
    }
    return incident.policy.id.isEmpty() ? can.without(Verb::Escalate) : can;
}

} // namespace

QString namesOf(const std::vector<Named> &all)
{
    return namesIn(all).join(QStringLiteral(", "));
}

QString acknowledgersOf(const Incident &incident)
{
    std::vector<Named> people;
    for (const Acknowledgement &one : incident.acknowledgements) {
        people.push_back(one.by);
    }
    return namesOf(people);
}

Alert alertOf(const Incident &incident, bool isSnoozed, const SourceId &source)
{
    Alert alert;
    alert.key = {source, incident.self.id};
    alert.labels = labelsOf(incident);
    alert.annotations = annotationsOf(incident);
    alert.rawState = incident.status;
    alert.state = stateOf(incident, isSnoozed);
    // Of one that is triggered last_status_change_at is only when it was last touched.
    alert.startsAt = incident.createdAt;
    alert.updatedAt = incident.updatedAt;
    alert.resolvedAt = incident.isResolved() ? incident.resolvedAt : UtcTime {};
    alert.generatorUrl = incident.self.page;
    alert.links = linksOf(incident);
    alert.assigned = namesIn(incident.assignees);
    alert.correlation = incident.key.isEmpty() ? incident.trigger.dedupKey : incident.key;
    alert.can = allowed(incident);
    if (incident.isAcknowledged()) {
        alert.holds.add(
            {isSnoozed ? HoldKind::Snooze : HoldKind::Acknowledgement, incident.self.id, acknowledgersOf(incident), incident.unacknowledgesAt});
    }
    boundTexts(alert);
    deriveFields(alert);
    if (alert.severity == Severity::Unknown && !incident.urgency.isEmpty()) {
        alert.severity = incident.urgency == u"low" ? Severity::Warning : Severity::Critical;
    }
    return alert;
}

} // namespace quarterdeck::pagerduty
