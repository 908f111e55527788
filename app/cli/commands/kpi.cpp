#include "app/cli/commands.h"

#include "app/cli/eventfile.h"
#include "app/cli/figures.h"
#include "app/cli/report.h"
#include "app/core/nearnames.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr Millis UsualRange {30LL * 86'400'000};
constexpr qsizetype LineWidth = 78;

/// Names that a scope may have beside those in the history.
struct KnownNames {
    QStringList teams;
    QStringList services;
};

QString wrapped(const QString &text, const QString &indent)
{
    QString out;
    QString line = indent;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (line.size() + word.size() > LineWidth) {
            out += line.trimmed().isEmpty() ? QString() : line.chopped(1) + u'\n';
            line = indent;
        }
        line += word + u' ';
    }
    return out + line.chopped(1);
}

// As it is written in the history or the catalogs. A name that nobody knows would be an answer about nothing, which looks like a quiet month.
Result<QString> nameOf(const std::string &typed, const char *what, const std::vector<QString> &used, const QStringList &known)
{
    const QString name = QString::fromStdString(typed);
    QStringList all = known;
    all.append(QStringList(used.begin(), used.end()));
    all.removeAll(QString());
    if (name.isEmpty() || all.contains(name)) {
        return name;
    }
    all.removeDuplicates();
    const auto isSame = [&name](const QString &other) { return other.compare(name, Qt::CaseInsensitive) == 0; };
    if (std::count_if(all.cbegin(), all.cend(), isSame) == 1) {
        return *std::find_if(all.cbegin(), all.cend(), isSame);
    }
    return fail(ErrorKind::Rejected, QStringLiteral("No %1 named %2 is known.%3").arg(QLatin1String(what), name, didYouMean(name, all)));
}

Result<LoadScope> scopeOf(const Arguments &arguments, TimeRange window, const LoadTable &table, const KnownNames &known)
{
    const auto team = nameOf(arguments.team, "team", table.teams(), known.teams);
    const auto service = nameOf(arguments.service, "service", table.services(), known.services);
    const QString me = authorOf(arguments);
    if (!team || !service) {
        return tl::unexpected<Error>(team ? service.error() : team.error());
    }
    if (QString::fromStdString(arguments.user).compare(arguments.user.empty() ? QString() : me, Qt::CaseInsensitive) != 0) {
        return fail(ErrorKind::Rejected,
            QStringLiteral("Figures of one person are shown to that person only, and you are %1; --author says who you are").arg(me));
    }
    // Oneself, as the history spells it; who is not in it has a quiet month.
    QString user = QString::fromStdString(arguments.user);
    for (const QString &used : table.users()) {
        user = used.compare(user, Qt::CaseInsensitive) == 0 ? used : user;
    }
    return LoadScope {window, *team, *service, user};
}

// What the reader must know of the figures.
QStringList notesOf(const LoadReport &report)
{
    QStringList notes;
    if (report.isEstimated) {
        notes << QStringLiteral("Estimated: for some incidents it is not recorded who was paged and when.");
    }
    if (report.unknownUser > 0) {
        notes << QStringLiteral("%1 of the incidents have no responder: each counts separately, none in a shift.").arg(report.unknownUser);
    }
    if (!report.shifts.empty()) {
        notes << QStringLiteral("Over 2 incidents per 12 hours in %1 of %2 shifts with incidents.")
                     .arg(report.shiftsOverLimit)
                     .arg(report.shifts.size());
    }
    notes << QStringLiteral("Interruptions are our own count; PagerDuty merges pages within 60 s.")
          << QStringLiteral("What each figure means: qdeck kpi --definitions");
    return notes;
}

Table tableOf(const std::vector<Figure> &figures)
{
    Table table({QStringLiteral("FIGURE"), QStringLiteral("UNIT"), QStringLiteral("VALUE")});
    for (const Figure &figure : figures) {
        for (const auto &[name, value] : figure.values) {
            table.add({name.isEmpty() ? figure.name : figure.name + u'.' + name, figure.unit,
                value ? QString::number(*value, 'g', 12) : QStringLiteral("-")});
        }
    }
    return table;
}

void addMembers(Report &report, const LoadReport &load, const QStringList &notes, const QString &me)
{
    report.addMember(QStringLiteral("window"), [scope = load.scope](JsonWriter &json) {
        json.beginObject().key(u"from").value(toRfc3339(scope.window.from)).key(u"to").value(toRfc3339(scope.window.to)).endObject();
    });
    report.addMember(QStringLiteral("scope"), [scope = load.scope](JsonWriter &json) {
        json.beginObject().key(u"team").value(scope.team).key(u"service").value(scope.service).key(u"user").value(scope.user).endObject();
    });
    report.addMember(QStringLiteral("isEstimated"), [is = load.isEstimated](JsonWriter &json) { json.value(is); });
    report.addMember(QStringLiteral("you"), [load, me](JsonWriter &json) { writePerson(json, load, me); });
    report.addMember(QStringLiteral("notes"), [notes](JsonWriter &json) {
        json.beginArray();
        for (const QString &note : notes) {
            json.value(note);
        }
        json.endArray();
    });
}

int tell(CliSession &session, const LoadTable &table, const LoadReport &load, const QStringList &before)
{
    const LoadScope scope = load.scope;
    const QStringList notes = before + notesOf(load);
    const std::vector<Figure> figures = loadFigures(load, table.zones());
    Report report(session, QStringLiteral("kpi"));
    report.say(QStringLiteral("From %1 to %2").arg(clockText(scope.window.from), clockText(scope.window.to)));
    report.say(tableOf(figures), {});
    for (const QString &note : notes) {
        report.say(wrapped(note, {}));
    }
    report.add([figures](JsonWriter &json) { writeFigures(json, figures); });
    addMembers(report, load, notes, authorOf(session.arguments()));
    return report.finish();
}

// Of the people of a configuration. That there is none is no matter here.
QStringList teamsOf(const Result<Config> &config)
{
    QStringList teams;
    for (const ConfigPerson &person : config ? config->people : std::vector<ConfigPerson> {}) {
        teams.append(person.team);
    }
    return teams;
}

int runFromFile(CliSession &session, const TimeRange &asked, bool isRangeAsked)
{
    QStringList majors;
    for (const std::string &id : session.arguments().majors) {
        majors.append(QString::fromStdString(id));
    }
    const auto events = readEventFile(QString::fromStdString(session.arguments().eventsFile), majors);
    if (!events) {
        return events.error().kind == ErrorKind::Rejected ? refuseUsage(events.error().what) : refuse(events.error());
    }
    const auto scope = scopeOf(
        session.arguments(), isRangeAsked ? asked : events->weeks, events->table, {teamsOf(loadConfig(session.configFile())), {}});
    if (!scope) {
        return refuseUsage(scope.error().what);
    }
    LoadReport load = events->table.figures(*scope, session.clock().now());
    QStringList notes;
    if (!events->tellsMajors) {
        load.majorUptime.reset();
        notes << QStringLiteral("The file does not say which incidents were major: uptime_pct is unknown.");
    }
    return tell(session, events->table, load, notes);
}

// Teams and services of the configuration, the catalogs and all that was ever recorded.
KnownNames knownNames(Engine &engine, UtcTime now)
{
    KnownNames known {teamsOf(engine.config()), {}};
    if (const auto services = CliSession::wait(engine.store().services())) {
        for (const Service &service : *services) {
            known.services.append(service.name);
            known.teams.append(service.owner);
        }
    }
    if (const auto all = CliSession::wait(engine.store().incidents({{}, now}))) {
        for (const Incident &incident : *all) {
            known.services.append(incident.service);
            known.teams.append(incident.team);
        }
    }
    known.teams.removeDuplicates();
    known.services.removeDuplicates();
    return known;
}

int runFromHistory(CliSession &session, const TimeRange &range)
{
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    Engine &engine = session.engine();
    // As far back as the load page looks: it knows then whether the history covers the window.
    const auto incidents = CliSession::wait(engine.store().incidents({range.from - range.length(), range.to}));
    if (!incidents) {
        return refuse(incidents.error());
    }
    const LoadTable table(*incidents, engine.zones());
    auto scope = scopeOf(session.arguments(), range, table, {});
    if (!scope) {
        scope = scopeOf(session.arguments(), range, table, knownNames(engine, session.clock().now()));
    }
    if (!scope) {
        return refuseUsage(scope.error().what);
    }
    QStringList notes;
    // What reaches into it from before may be older than the record.
    const UtcTime oldest = table.oldest(range.from - range.length());
    if (!table.oldest().isValid()) {
        notes << QStringLiteral("No incidents recorded yet.");
    } else if (!oldest.isValid() || oldest > range.from) {
        notes << QStringLiteral("The history starts on %1: earlier incidents are not in the figures.")
                     .arg(clockText(oldest.isValid() ? oldest : range.to));
    }
    return tell(session, table, table.figures(*scope, session.clock().now()), notes);
}

int tellDefinitions(CliSession &session)
{
    Report report(session, QStringLiteral("kpi"));
    for (const KpiDefinition &definition : kpiDefinitions()) {
        const QString indent(4, u' ');
        QStringList lines {QStringLiteral("%1 (%2)").arg(definition.title, definition.key), wrapped(definition.formula, indent)};
        if (!definition.worked.isEmpty()) {
            lines << wrapped(QStringLiteral("Worked: ") + definition.worked, indent);
        }
        lines << wrapped(QStringLiteral("From: ") + definition.source, indent);
        report.say(lines.join(u'\n'));
        report.add([definition](JsonWriter &json) {
            json.beginObject().key(u"key").value(definition.key).key(u"title").value(definition.title).key(u"formula").value(definition.formula);
            json.key(u"worked").value(definition.worked).key(u"source").value(definition.source).endObject();
        });
    }
    return report.finish();
}

int runKpi(CliSession &session)
{
    const Arguments &arguments = session.arguments();
    if (arguments.isDefining) {
        return tellDefinitions(session);
    }
    const auto range = rangeOf(arguments, UsualRange, session.clock().now());
    if (!range) {
        return refuseUsage(range.error().what);
    }
    if (arguments.eventsFile.empty()) {
        return arguments.majors.empty() ? runFromHistory(session, *range) : refuseUsage(QStringLiteral("--major names incidents of --events"));
    }
    return runFromFile(session, *range, !arguments.since.empty() || !arguments.from.empty() || !arguments.to.empty());
}

} // namespace

void addKpi(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("kpi", "Operational load, from the local history or a file of events");
    command->add_option("--events", arguments.eventsFile, "JSON file with users and incidents; the manual describes its format");
    command->add_option("--major", arguments.majors, "Incident id in the file to count as major (repeatable)")->allow_extra_args(false);
    command->add_option("--team", arguments.team, "Only this team");
    command->add_option("--service", arguments.service, "Only this service");
    command->add_option("--user", arguments.user, "Only this responder: yourself");
    command->add_option("--author", arguments.author, "Your name (default: your login name)");
    command->add_option("--since", arguments.since, "The last 7d, 30d");
    command->add_option("--from", arguments.from, "Start: now-30d, RFC 3339 or \"2026-11-01 00:00\"");
    command->add_option("--to", arguments.to, "End, in the same formats (default: now)");
    command->add_flag("--definitions", arguments.isDefining, "Explain each figure, with worked values");
    command->callback([&chosen] { chosen = runKpi; });
}

} // namespace quarterdeck
