#include "app/cli/commands.h"

#include "app/cli/answers.h"
#include "app/cli/jsonitems.h"
#include "app/cli/options.h"
#include "app/cli/quietbook.h"
#include "app/cli/report.h"
#include "app/core/text.h"
#include "app/domain/silenceinventory.h"

#include <CLI/CLI.hpp>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qsizetype ShortSilenceId = 8;

QLatin1StringView stateName(SilenceState state)
{
    return state == SilenceState::Pending ? QLatin1StringView("pending")
        : state == SilenceState::Active   ? QLatin1StringView("active")
                                          : QLatin1StringView("expired");
}

/// Those that were asked for.
std::vector<SilenceEntry> rowsOf(CliSession &session, const std::vector<Silence> &silences, const std::vector<Alert> &alerts, Millis span)
{
    const UtcTime now = session.clock().now();
    const QStringList ids = sourcesTaking(session, Verb::ExpireSilence);
    const Arguments &arguments = session.arguments();
    std::vector<SilenceEntry> rows = silenceInventory(silences, alerts, now);
    std::erase_if(rows, [&](const SilenceEntry &row) {
        return !ids.contains(row.silence.source) || (!arguments.isAll && row.silence.state == SilenceState::Expired)
            || (arguments.isIdle && !row.isIdle()) || (!arguments.ending.empty() && !row.isEndingWithin(span, now));
    });
    return rows;
}

QString untilText(const Silence &silence, UtcTime now)
{
    const QString ends = shortMoment(silence.endsAt, now);
    switch (silence.state) {
    case SilenceState::Pending:
        return QStringLiteral("%1 (from %2)").arg(ends, shortMoment(silence.startsAt, now));
    case SilenceState::Active:
        return QStringLiteral("%1 (%2 left)").arg(ends, shortAge(silence.endsAt - now));
    case SilenceState::Expired:
        return QStringLiteral("%1 (ended)").arg(ends);
    }
    return ends;
}

QString markOf(const Silence &silence)
{
    switch (silence.kind) {
    case HoldKind::Acknowledgement:
        return QStringLiteral("(ack) ");
    case HoldKind::Downtime:
        return QStringLiteral("(downtime) ");
    case HoldKind::Maintenance:
        return QStringLiteral("(maintenance) ");
    default:
        return {};
    }
}

QString hidesText(const SilenceEntry &row)
{
    if (row.silence.state != SilenceState::Active) {
        return QStringLiteral("-");
    }
    if (!row.hides) {
        return QStringLiteral("not known");
    }
    if (row.silence.kind == HoldKind::Maintenance) {
        return QStringLiteral("what is new");
    }
    return *row.hides == 0 ? QStringLiteral("nothing now") : QString::number(*row.hides);
}

// The beginning of an id that tells it from every other one of the list.
qsizetype idLength(const std::vector<SilenceEntry> &rows)
{
    qsizetype length = ShortSilenceId;
    for (; length < 40; ++length) {
        QSet<QString> seen;
        for (const SilenceEntry &row : rows) {
            seen.insert(row.silence.id.left(length));
        }
        if (seen.size() == std::ssize(rows)) {
            break;
        }
    }
    return length;
}

void writeSilence(JsonWriter &json, const SilenceEntry &row)
{
    const Silence &silence = row.silence;
    json.beginObject();
    json.key(u"id").value(silence.id).key(u"source").value(silence.source).key(u"state").value(stateName(silence.state));
    json.key(u"startsAt");
    writeTime(json, silence.startsAt);
    json.key(u"endsAt");
    writeTime(json, silence.endsAt);
    json.key(u"by").value(silence.createdBy).key(u"comment").value(commentText(silence.comment));
    json.key(u"kind").value(holdKindName(silence.kind)).key(u"isAcknowledgement").value(silence.kind == HoldKind::Acknowledgement);
    json.key(u"isMaintenance").value(silence.kind == HoldKind::Maintenance);
    json.key(u"matchers").beginArray();
    for (const Matcher &matcher : silence.matchers) {
        json.value(matcher.toString());
    }
    json.endArray().key(u"hides");
    if (row.hides) {
        json.value(*row.hides);
    } else {
        json.null();
    }
    json.endObject();
}

// A list is whole where its source is live and remarks nothing; that it started lately says nothing of silences.
bool isListWhole(const SourceStatus &status)
{
    return status.freshness == Freshness::Live && (!status.error || status.error->kind == ErrorKind::Settling);
}

/// When each source gave its silences last; invalid where that is not known.
QHash<SourceId, UtcTime> readAt(const std::vector<SourceStatus> &statuses, const std::vector<SourceStatus> &before)
{
    QHash<SourceId, UtcTime> times;
    for (const SourceStatus &status : before) {
        const bool hadUnread = status.freshness == Freshness::Live && !isListWhole(status);
        times.insert(status.id, hadUnread ? UtcTime {} : status.lastOkAt);
    }
    for (const SourceStatus &status : statuses) {
        if (isListWhole(status)) {
            times.insert(status.id, status.lastOkAt);
        }
    }
    return times;
}

/// What is said of a list whose age is not known.
QString unknownAge(const SourceStatus &status)
{
    if (status.liveMembers > 0 && status.liveMembers < status.members) {
        return QStringLiteral("%1: silences of %2 of its %3 members").arg(status.id).arg(status.liveMembers).arg(status.members);
    }
    return status.lastOkAt.isValid() ? QStringLiteral("%1: when its silences were read last is not known").arg(status.id)
                                     : QStringLiteral("%1: never asked").arg(status.id);
}

// How old a list is that was not read now.
void sayAges(CliSession &session, Report &report, const std::vector<SourceStatus> &statuses, const QHash<SourceId, UtcTime> &times)
{
    const UtcTime now = session.clock().now();
    for (const SourceStatus &status : statuses) {
        const UtcTime at = times.value(status.id);
        if (session.arguments().isCached || !isListWhole(status)) {
            report.say(text::plain(at.isValid() ? QStringLiteral("%1: silences as of %2, %3 ago").arg(status.id, clockText(at), shortAge(now - at))
                                                : unknownAge(status)));
        }
    }
    report.addMember(QStringLiteral("asOf"), [statuses, times](JsonWriter &json) {
        json.beginObject();
        for (const SourceStatus &status : statuses) {
            json.key(status.id);
            writeTime(json, times.value(status.id));
        }
        json.endObject();
    });
}

QString noneText(const std::vector<SourceStatus> &statuses)
{
    if (statuses.empty()) {
        return QStringLiteral("No source here can be silenced.");
    }
    const bool areAllLive = std::ranges::all_of(statuses, [](const SourceStatus &s) { return s.freshness == Freshness::Live; });
    return std::ranges::all_of(statuses, isListWhole) ? QStringLiteral("No active or pending silences.")
        : areAllLive                                  ? QStringLiteral("No silences are known, but not every source could give its silences.")
                                                      : QStringLiteral("No silences are known, but not every source could be polled.");
}

QStringList silencesColumns()
{
    return {QStringLiteral("ID"), QStringLiteral("STATE"), QStringLiteral("UNTIL"), QStringLiteral("HIDES"), QStringLiteral("BY"),
        QStringLiteral("COMMENT"), QStringLiteral("MATCHERS"), QStringLiteral("SOURCE")};
}

int runSilences(CliSession &session)
{
    const std::optional<Millis> span = parseDuration(QString::fromStdString(session.arguments().ending));
    if (!session.arguments().ending.empty() && !span) {
        return refuseUsage(QStringLiteral("\"%1\" is not a duration; write 30m, 2h or 7d.").arg(QString::fromStdString(session.arguments().ending)));
    }
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    const auto before = CliSession::wait(session.engine().store().statuses());
    session.refresh();
    std::vector<SourceStatus> statuses = session.statusesBeforeLists();
    const auto silences = CliSession::wait(session.engine().store().silences());
    const auto alerts = CliSession::wait(session.engine().store().alerts());
    if (!silences || !alerts) {
        return refuse(silences ? alerts.error() : silences.error());
    }
    const std::vector<SilenceEntry> rows = rowsOf(session, *silences, *alerts, span.value_or(Millis(0)));
    const UtcTime now = session.clock().now();
    const qsizetype length = idLength(rows);
    Report report(session, QStringLiteral("silences"));
    const bool isCsv = session.arguments().form() == Arguments::Form::Csv;
    // On a narrow terminal the source would take the room of the comment, and mostly there is one.
    const bool tellsSource = session.arguments().form() != Arguments::Form::Table || sourcesTaking(session, Verb::ExpireSilence).size() > 1;
    QStringList shown = silencesColumns();
    shown.resize(tellsSource ? shown.size() : shown.size() - 1);
    Table table(shown);
    for (const SilenceEntry &row : rows) {
        const Silence &silence = row.silence;
        const bool isIdle = silence.state != SilenceState::Active || row.hides == 0;
        QStringList cells {silence.id.left(length), stateName(silence.state), isCsv ? toRfc3339(silence.endsAt) : untilText(silence, now),
            hidesText(row), silence.createdBy, markOf(silence) + commentText(silence.comment), matchersText(silence.matchers), silence.source};
        cells.resize(shown.size());
        table.add(cells, isIdle ? Ink::Dim : Ink::Plain, {}, {{2, shortMoment(silence.endsAt, now)}});
        report.add([row](JsonWriter &json) { writeSilence(json, row); });
    }
    std::erase_if(statuses, [ids = sourcesTaking(session, Verb::ExpireSilence)](const SourceStatus &status) { return !ids.contains(status.id); });
    const bool isNarrowed = session.arguments().isIdle || span.has_value();
    report.say(table, isNarrowed ? QStringLiteral("No silences of this kind are known.") : noneText(statuses));
    sayAges(session, report, statuses, readAt(statuses, before.value_or(std::vector<SourceStatus> {})));
    report.addStale(statuses);
    std::erase_if(statuses, isListWhole);
    report.addRemarks(statuses);
    return report.finish();
}

} // namespace

void addSilences(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("silences", "List active and pending silences: end, author, reason, and how many alerts each hides now");
    command->add_flag("--all", arguments.isAll, "Include expired silences");
    command->add_flag("--idle", arguments.isIdle, "Only active ones that hide nothing now");
    command->add_option("--ending", arguments.ending, "Only active ones that end within this span, such as 30m or 2h")->type_name("SPAN");
    addListOptions(*command, arguments, {silencesColumns(), true});
    command->callback([&chosen] { chosen = runSilences; });
}

} // namespace quarterdeck
