#include "app/cli/showalert.h"

#include "app/cli/alertids.h"
#include "app/cli/jsonitems.h"
#include "app/cli/report.h"
#include "app/core/text.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr Millis AskFor {3'000};

/// Why nobody is told of an alert that fires.
struct Quiet {
    QString kind; ///< "acknowledged", "silenced", "inhibited" or "muted".
    QString by;   ///< A person, an alert or a time interval.
    UtcTime until;
    QString why;
    QString id; ///< Of the silence or of the alert that inhibits.
};

struct Story {
    Alert alert;
    std::vector<Quiet> quiet;
    std::vector<Note> notes;
    std::vector<HistoryEvent> events;
};

Quiet quietBySilence(const Alert &alert, const QString &id, const std::vector<Silence> &silences)
{
    Quiet quiet {id == alert.ackSilence ? QStringLiteral("acknowledged") : QStringLiteral("silenced"), {}, {}, {}, id};
    const auto at = std::ranges::find_if(silences, [&](const Silence &s) { return s.source == alert.key.source && s.id == id; });
    if (at != silences.end()) {
        quiet.by = at->createdBy;
        quiet.until = at->endsAt;
        quiet.why = commentText(at->comment);
    }
    return quiet;
}

std::vector<Quiet> quietOf(const Alert &alert, const std::vector<Silence> &silences, const std::vector<Alert> &alerts)
{
    std::vector<Quiet> all;
    if (!alert.ackSilence.isEmpty() && !alert.silencedBy.contains(alert.ackSilence)) {
        all.push_back(quietBySilence(alert, alert.ackSilence, silences));
    }
    for (const QString &id : alert.silencedBy) {
        all.push_back(quietBySilence(alert, id, silences));
    }
    for (const QString &id : alert.inhibitedBy) {
        const AlertKey key {alert.key.source, id};
        const auto at = std::ranges::find(alerts, key, &Alert::key);
        all.push_back({QStringLiteral("inhibited"), at != alerts.end() ? at->title : QString(), {}, {}, key.toString()});
    }
    for (const QString &interval : alert.mutedBy) {
        all.push_back({QStringLiteral("muted"), QStringLiteral("the time interval ") + interval, {}, {}, {}});
    }
    if (!alert.mutedFor.isEmpty()) {
        all.push_back({QStringLiteral("muted"), {}, {}, QStringLiteral("only for ") + alert.mutedFor.join(QStringLiteral(", ")), {}});
    }
    return all;
}

Result<Story> storyOf(CliSession &session, const Alert &alert, const std::vector<Alert> &alerts)
{
    Store &store = session.engine().store();
    const auto silences = CliSession::wait(store.silences());
    const auto notes = CliSession::wait(store.notes(alert.key));
    const auto events = CliSession::wait(store.history(alert.key));
    if (!silences || !notes || !events) {
        return tl::unexpected<Error>(!silences ? silences.error() : !notes ? notes.error() : events.error());
    }
    return Story {alert, quietOf(alert, *silences, alerts), *notes, *events};
}

void writeQuiet(JsonWriter &json, const Quiet &quiet)
{
    json.beginObject().key(u"kind").value(quiet.kind).key(u"by").value(quiet.by).key(u"until");
    writeTime(json, quiet.until);
    json.key(u"why").value(quiet.why).key(u"id").value(quiet.id).endObject();
}

void writeStory(JsonWriter &json, const Story &story)
{
    json.beginObject().key(u"alert");
    writeAlert(json, story.alert);
    json.key(u"quiet").beginArray();
    for (const Quiet &quiet : story.quiet) {
        writeQuiet(json, quiet);
    }
    json.endArray().key(u"notes").beginArray();
    for (const Note &note : story.notes) {
        json.beginObject().key(u"id").value(note.id.toString(QUuid::WithoutBraces)).key(u"author").value(note.author).key(u"at");
        writeTime(json, note.createdAt);
        json.key(u"text").value(note.text).endObject();
    }
    json.endArray().key(u"timeline").beginArray();
    for (const HistoryEvent &event : story.events) {
        json.beginObject().key(u"at");
        writeTime(json, event.at);
        json.key(u"kind").value(historyKindName(event.kind)).key(u"who").value(event.who).key(u"detail").value(event.detail).endObject();
    }
    json.endArray().endObject();
}

QString line(const QString &name, const QString &value)
{
    return QStringLiteral("%1 %2").arg(name, -13).arg(value.isEmpty() ? QStringLiteral("-") : text::plain(value));
}

QString quietText(const Quiet &quiet)
{
    QStringList parts;
    if (!quiet.by.isEmpty()) {
        parts << QStringLiteral("by ") + quiet.by;
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

QStringList facts(const Alert &alert, UtcTime now)
{
    QStringList lines {line(QStringLiteral("ID"), alert.key.toString()), line(QStringLiteral("Alert"), alert.title),
        line(QStringLiteral("Summary"), alert.summary), line(QStringLiteral("Severity"), severityName(alert.severity)),
        line(QStringLiteral("State"), alertStateName(alert.state)),
        line(QStringLiteral("Since"), QStringLiteral("%1 (%2)").arg(clockText(alert.startsAt), shortAge(now - alert.startsAt)))};
    if (!alert.isOpen()) {
        lines << line(QStringLiteral("Resolved"), clockText(alert.resolvedAt));
    }
    lines << line(QStringLiteral("Last seen"), clockText(alert.lastSeenAt)) << line(QStringLiteral("Service"), alert.service)
          << line(QStringLiteral("Team"), alert.team);
    return lines;
}

QString describe(const Story &story, UtcTime now)
{
    QStringList lines = facts(story.alert, now);
    for (const Quiet &quiet : story.quiet) {
        lines << line(quiet.kind.left(1).toUpper() + quiet.kind.mid(1), quietText(quiet));
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
        QStringList what {clockText(event.at), historyKindName(event.kind)};
        what << (event.who.isEmpty() ? QString() : QStringLiteral("by ") + event.who) << event.detail;
        what.removeAll(QString());
        lines << line(QStringLiteral("Timeline"), what.join(u' '));
    }
    return lines.join(u'\n');
}

} // namespace

int showAlerts(CliSession &session)
{
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    session.refresh(AskFor);
    const auto alerts = CliSession::wait(session.engine().store().alerts());
    if (!alerts) {
        return refuse(alerts.error());
    }
    QStringList problems;
    std::vector<SourceId> sources;
    Report report(session, QStringLiteral("alert"));
    for (const Alert &alert : findAlerts(*alerts, session.arguments().words, problems)) {
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
    std::vector<SourceStatus> statuses = session.statuses();
    std::erase_if(statuses, [&sources](const SourceStatus &status) { return std::ranges::find(sources, status.id) == sources.end(); });
    report.addStale(statuses);
    return report.finish();
}

} // namespace quarterdeck
