#include "app/cli/showalert.h"

#include "app/cli/alertids.h"
#include "app/cli/jsonitems.h"
#include "app/cli/quietbook.h"
#include "app/cli/reasonsentence.h"
#include "app/cli/report.h"
#include "app/core/text.h"
#include "app/domain/lastseen.h"
#include "app/json/reasonjson.h"

#include <algorithm>

namespace quarterdeck {

namespace {

/// Another alert of the same incident.
struct Told {
    IncidentBook::Other is;
    QString title;
};

struct Story {
    Alert alert;
    std::vector<QuietReason> quiet;
    UtcTime lastSeenAt;
    std::vector<Note> notes;
    std::vector<HistoryEvent> events;
    IncidentBook incidents;
    std::vector<Told> others;
};

Result<Story> storyOf(CliSession &session, const Alert &alert, const std::vector<Alert> &alerts)
{
    Store &store = session.engine().store();
    const auto silences = CliSession::wait(store.silences());
    const auto notes = CliSession::wait(store.notes(alert.key));
    const auto events = CliSession::wait(store.history(alert.key));
    if (!silences || !notes || !events) {
        return tl::unexpected<Error>(!silences ? silences.error() : !notes ? notes.error() : events.error());
    }
    const auto incidents = IncidentBook::read(session, alerts);
    if (!incidents) {
        return tl::unexpected<Error>(incidents.error());
    }
    const std::vector<SourceStatus> statuses = session.statusesBeforeLists();
    const auto status = std::ranges::find(statuses, alert.key.source, &SourceStatus::id);
    const UtcTime seen = lastSeen(alert, status == statuses.end() ? UtcTime {} : status->lastOkAt);
    std::vector<Told> others;
    for (const IncidentBook::Other &other : incidents->others(alert.key)) {
        const auto told = std::ranges::find(alerts, other.key, &Alert::key);
        others.push_back({other, told == alerts.end() ? QString() : told->title});
    }
    return Story {alert, QuietBook(*silences, alerts).reasons(alert), seen, *notes, *events, *incidents, others};
}

/// "acknowledge: on it", "suppressed": what happened, and why.
QString detailOf(const HistoryEvent &event)
{
    const QString told = event.detail.isEmpty() ? reasonSentence(event.reason) : event.detail;
    if (!event.verb) {
        return told;
    }
    return told.isEmpty() ? QString(verbName(*event.verb)) : verbName(*event.verb) + QStringLiteral(": ") + told;
}

void writeStory(JsonWriter &json, const Story &story)
{
    json.beginObject().key(u"alert");
    writeAlert(json, story.alert, story.lastSeenAt, story.quiet, story.incidents);
    json.key(u"others").beginArray();
    for (const Told &other : story.others) {
        json.beginObject().key(u"id").value(other.is.key.toString()).key(u"title").value(other.title);
        json.key(u"joinedBy").value(joinByName(other.is.by)).key(u"joinedWith").value(other.is.with.toString()).endObject();
    }
    json.endArray();
    json.key(u"notes").beginArray();
    for (const Note &note : story.notes) {
        json.beginObject().key(u"id").value(note.id.toString(QUuid::WithoutBraces)).key(u"author").value(note.author).key(u"at");
        writeTime(json, note.createdAt);
        json.key(u"text").value(note.text).endObject();
    }
    json.endArray().key(u"timeline").beginArray();
    for (const HistoryEvent &event : story.events) {
        json.beginObject().key(u"at");
        writeTime(json, event.at);
        json.key(u"kind").value(historyKindName(event.kind)).key(u"who").value(event.who).key(u"detail").value(detailOf(event));
        if (event.verb) {
            json.key(u"verb").value(verbName(*event.verb)).key(u"reason");
            writeReason(json, event.reason);
        }
        json.endObject();
    }
    json.endArray().endObject();
}

QString line(const QString &name, const QString &value)
{
    return QStringLiteral("%1 %2").arg(name, -13).arg(value.isEmpty() ? QStringLiteral("-") : text::plain(value));
}

QString quietText(const QuietReason &quiet)
{
    QStringList parts;
    if (!quiet.name.isEmpty()) {
        parts << quiet.name;
    }
    if (!quiet.receiver.isEmpty()) {
        parts << QStringLiteral("only for ") + quiet.receiver;
    }
    if (!quiet.by.isEmpty()) {
        parts << QStringLiteral("by ") + quiet.by;
    }
    if (quiet.since.isValid()) {
        parts << QStringLiteral("since ") + clockText(quiet.since);
    }
    if (quiet.until.isValid()) {
        parts << QStringLiteral("until ") + clockText(quiet.until);
    }
    if (!quiet.id.isEmpty()) {
        parts << QStringLiteral("(%1)").arg(quiet.id);
    }
    if (!quiet.why.isEmpty()) {
        parts << QStringLiteral("– ") + quiet.why;
    }
    return parts.join(u' ');
}

QStringList facts(const Alert &alert, UtcTime lastSeenAt, UtcTime now)
{
    QStringList lines {line(QStringLiteral("ID"), alert.key.toString()), line(QStringLiteral("Alert"), alert.title),
        line(QStringLiteral("Summary"), alert.summary), line(QStringLiteral("Severity"), severityName(alert.severity)),
        line(QStringLiteral("State"), stateWord(alert)),
        line(QStringLiteral("Since"), QStringLiteral("%1 (%2)").arg(clockText(alert.startsAt), shortAge(now - alert.startsAt)))};
    if (!alert.isOpen()) {
        lines << line(QStringLiteral("Resolved"), clockText(alert.resolvedAt));
    }
    lines << line(QStringLiteral("Last seen"), clockText(lastSeenAt)) << line(QStringLiteral("Service"), alert.service)
          << line(QStringLiteral("Team"), alert.team);
    if (!alert.assigned.isEmpty()) {
        lines << line(QStringLiteral("Assigned to"), alert.assigned.join(QStringLiteral(", ")));
    }
    for (const Link &page : alert.links) {
        lines << line(page.title.isEmpty() ? QStringLiteral("Page") : text::plain(page.title), page.url);
    }
    return lines;
}

/// "acknowledged by Ana", "notified Ana: sms".
QString eventText(const HistoryEvent &event)
{
    using Kind = HistoryEvent::Kind;
    if (event.kind == Kind::Unread) {
        return QStringLiteral("later entries of %1 have not been read yet").arg(event.alert.source);
    }
    if (event.kind == Kind::Notified) {
        return QStringLiteral("notified %1%2").arg(event.who, event.detail.isEmpty() ? QString() : QStringLiteral(": ") + event.detail);
    }
    const auto until = event.kind == Kind::Snoozed ? parseRfc3339(event.detail) : std::nullopt;
    const bool isGiven = (event.kind == Kind::Assigned || event.kind == Kind::Escalated) && !event.detail.isEmpty();
    QStringList what {historyKindName(event.kind)};
    what << (isGiven ? QStringLiteral("to ") + event.detail : until ? QStringLiteral("until ") + clockText(*until) : QString());
    what << (event.who.isEmpty() ? QString() : QStringLiteral("by ") + event.who) << (isGiven || until ? QString() : detailOf(event));
    what.removeAll(QString());
    return what.join(u' ');
}

QString describe(const Story &story, UtcTime now)
{
    QStringList lines = facts(story.alert, story.lastSeenAt, now);
    for (const Told &other : story.others) {
        const QString as = other.is.with == story.alert.key ? QString() : QStringLiteral(" as ") + other.is.with.toString();
        lines << line(QStringLiteral("Also from"), QStringLiteral("%1 %2 (%3%4)").arg(other.is.key.toString(), other.title, other.is.why, as));
    }
    for (const QuietReason &quiet : story.quiet) {
        const QString kind(holdKindName(quiet.kind));
        lines << line(kind.left(1).toUpper() + kind.mid(1), quietText(quiet));
    }
    for (const Label &label : story.alert.labels) {
        lines << line(QStringLiteral("Label"), label.name + u'=' + label.value);
    }
    for (const Label &annotation : story.alert.annotations) {
        lines << line(QStringLiteral("Annotation"), annotation.name + u'=' + annotation.value);
    }
    if (!story.alert.generatorUrl.isEmpty()) {
        lines << line(QStringLiteral("Link"), story.alert.generatorUrl);
    }
    for (const Note &note : story.notes) {
        lines << line(QStringLiteral("Note"), QStringLiteral("%1 %2: %3").arg(clockText(note.createdAt), note.author, note.text));
    }
    for (const HistoryEvent &event : story.events) {
        lines << line(QStringLiteral("Timeline"), clockText(event.at) + u' ' + eventText(event));
    }
    return lines.join(u'\n');
}

} // namespace

int showAlerts(CliSession &session)
{
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    session.refresh();
    const auto alerts = CliSession::wait(session.engine().store().alerts());
    if (!alerts) {
        return refuse(alerts.error());
    }
    QStringList problems;
    std::vector<SourceId> sources;
    Report report(session, QStringLiteral("alert"));
    for (const Alert &alert : findAlerts(*alerts, session.arguments().words, problems, unreadText(session))) {
        const auto story = storyOf(session, alert, *alerts);
        if (!story) {
            problems << story.error().what;
            continue;
        }
        sources.push_back(alert.key.source);
        report.add([told = *story](JsonWriter &json) { writeStory(json, told); });
        report.say(describe(*story, session.clock().now()));
    }
    for (const QString &problem : problems) {
        report.failed(problem);
    }
    std::vector<SourceStatus> statuses = session.statusesBeforeLists();
    std::erase_if(statuses, [&sources](const SourceStatus &status) { return std::ranges::find(sources, status.id) == sources.end(); });
    report.addStale(statuses);
    return report.finish();
}

} // namespace quarterdeck
