#include "app/cli/commands.h"

#include "app/cli/answers.h"
#include "app/cli/jsonitems.h"
#include "app/cli/logpatternlist.h"
#include "app/cli/logquestion.h"
#include "app/cli/options.h"
#include "app/cli/report.h"
#include "app/core/nanotime.h"
#include "app/core/text.h"
#include "app/domain/logwords.h"

#include <CLI/CLI.hpp>

namespace quarterdeck {

namespace {

constexpr Millis LogsRange {3'600'000};

void writeLine(JsonWriter &json, const LogLine &line)
{
    json.beginObject().key(u"time").value(nanoTime(line.nanos)).key(u"source").value(line.source).key(u"service").value(line.service);
    json.key(u"host").value(line.host).key(u"level").value(logLevelName(line.level)).key(u"text").value(QString::fromUtf8(line.text));
    json.key(u"cursor").value(line.cursor).key(u"fields");
    writeLabels(json, line.fields);
    json.endObject();
}

/// One record; a stack trace or another text of several lines stands whole, the later lines further in.
QString lineText(const LogLine &line, bool isSourceTold)
{
    const QString source = isSourceTold ? text::plain(line.source) + QStringLiteral("  ") : QString();
    QString block = text::plainBlock(QString::fromUtf8(line.text));
    while (block.endsWith(u'\n')) {
        block.chop(1);
    }
    block.replace(u'\n', QStringLiteral("\n    "));
    return QStringLiteral("%1  %2%3  %4  %5")
        .arg(clockText(UtcTime {line.nanos / 1'000'000}), source, QString(logLevelName(line.level)).leftJustified(7), text::plain(line.service),
            block);
}

/// Lines that are dated after now: the clock of their machine is ahead, and the range says less than it seems to.
void tellAhead(Report &report, const std::vector<LogLine> &lines, UtcTime now)
{
    QMap<QString, std::pair<int, qint64>> ahead;
    for (const LogLine &line : lines) {
        const qint64 by = line.nanos / 1'000'000 - now.ms;
        if (by > ClockSlack.count()) {
            auto &[count, most] = ahead[line.source];
            ++count;
            most = std::max(most, by);
        }
    }
    for (auto it = ahead.cbegin(); it != ahead.cend(); ++it) {
        report.addStale(it.key(), now,
            QStringLiteral("%1 of its lines %2 dated after now, by up to %3: a clock there is ahead of ours")
                .arg(it->first)
                .arg(it->first == 1 ? QStringLiteral("is") : QStringLiteral("are"), shortAge(Millis(it->second))));
    }
}

QStringList logsColumns()
{
    return {QStringLiteral("TIME"), QStringLiteral("LEVEL"), QStringLiteral("SERVICE"), QStringLiteral("TEXT"), QStringLiteral("SOURCE"),
        QStringLiteral("HOST")};
}

Ink inkOf(LogLevel level)
{
    return level == LogLevel::Error ? Ink::Bad : level == LogLevel::Warning ? Ink::Warn : Ink::Plain;
}

Table tableOf(const std::vector<LogLine> &lines)
{
    Table table(logsColumns(), 2);
    for (const LogLine &line : lines) {
        table.add({nanoTime(line.nanos), logLevelName(line.level), line.service, QString::fromUtf8(line.text), line.source, line.host},
            inkOf(line.level), {{0, line.nanos}, {1, qint64(line.level)}});
    }
    return table;
}

/// The records whole, one after the other, in the order of --sort.
QString recordsOf(const std::vector<LogLine> &lines, bool isSourceTold, const std::string &sort)
{
    std::vector<std::size_t> order = tableOf(sort.empty() ? std::vector<LogLine> {} : lines).orderBy(QString::fromStdString(sort));
    for (std::size_t i = order.size(); i < lines.size(); ++i) {
        order.push_back(i);
    }
    QStringList records;
    for (const std::size_t i : order) {
        records.append(inked(lineText(lines[i], isSourceTold), inkOf(lines[i].level)));
    }
    return records.join(u'\n');
}

void sayLines(Report &report, const Arguments &arguments, const std::vector<LogLine> &lines, bool isSourceTold)
{
    for (const LogLine &line : lines) {
        report.add([line](JsonWriter &json) { writeLine(json, line); });
    }
    const QString nothing = QStringLiteral("No line matches.");
    // Without --output a record stands whole: a table would cut what was looked for.
    if (arguments.output.empty() && !arguments.isJson) {
        report.say(lines.empty() ? nothing : recordsOf(lines, isSourceTold, arguments.sort));
    } else {
        report.say(tableOf(lines), nothing);
    }
}

/// Why the list that is asked for cannot be sorted so; empty where it can.
QString wrongSort(const Arguments &arguments)
{
    const QStringList columns = arguments.isPatterns ? logPatternColumns() : logsColumns();
    const QString column = QString::fromStdString(arguments.sort).remove(u'-').toUpper();
    return column.isEmpty() || columns.contains(column)
        ? QString()
        : QStringLiteral("%1 are sorted by one of %2")
              .arg(arguments.isPatterns ? QStringLiteral("Patterns") : QStringLiteral("Lines"), columns.join(QStringLiteral(", ")).toLower());
}

int runLogs(CliSession &session)
{
    if (const QString why = wrongSort(session.arguments()); !why.isEmpty()) {
        return refuseUsage(why);
    }
    const UtcTime now = session.clock().now();
    const auto range = rangeOf(session.arguments(), LogsRange, now);
    if (!range) {
        return refuseUsage(range.error().what);
    }
    const auto query = logQueryOf(session.arguments(), *range);
    if (!query) {
        return refuseUsage(query.error().what);
    }
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    const auto page = askLogs(session, *query);
    if (!page) {
        return refuse(page.error());
    }
    const Arguments &arguments = session.arguments();
    Report report(session, arguments.isPatterns ? QStringLiteral("log-patterns") : QStringLiteral("logs"));
    const std::vector<LogLine> &lines = page->value.lines;
    if (arguments.isPatterns) {
        sayPatterns(session, report, lines, *query, *range);
    } else {
        sayLines(report, arguments, lines, page->asked.size() > 1);
    }
    const bool isCut = page->value.isTruncated;
    const QString cut = QStringLiteral("only the newest %1 lines: narrow the range or raise --limit").arg(lines.size());
    if (isCut && arguments.limit == 0) {
        // Nobody asked for so few.
        report.addStale(page->asked.join(QStringLiteral(", ")), page->asOf, cut);
    } else if (isCut) {
        report.say(inked(cut.at(0).toUpper() + cut.mid(1) + u'.', Ink::Dim));
    }
    const QStringList notes = parseLogWords(wordsOf(arguments.words)).value_or(LogWords {}).notes;
    for (const QString &note : notes) {
        report.say(inked(text::plain(note), Ink::Dim));
    }
    report.addMember(QStringLiteral("isTruncated"), [isCut](JsonWriter &json) { json.value(isCut); });
    report.addMember(QStringLiteral("notes"), [notes](JsonWriter &json) { writeStrings(json, notes); });
    tellParts(report, *page);
    tellAhead(report, lines, now);
    return report.finish();
}

} // namespace

void addLogs(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("logs", "Search the log lines of every log source");
    command->add_option("query", arguments.words,
        "Text, and matches like service=checkout level=error _FIELD=value; anything in double quotes or after text= is always text");
    command->add_option("--limit", arguments.limit, "Maximum number of lines (default: 1000)")->check(CLI::Range(1, 100'000));
    command->add_option("--field", arguments.fields, "A field by its own name, as NAME=VALUE: --field namespace=prod; may be given again")
        ->allow_extra_args(false);
    command->add_option("--expression", arguments.expression,
        "A query in the language of the source (LogQL, LogsQL, query string, SQL condition), as it stands; with --source");
    command->add_flag("--patterns", arguments.isPatterns,
        "List what the lines have in common, with counts, beside the same stretch of time before; looks at 20,000 lines unless --limit says "
        "otherwise");
    addRangeOptions(*command, arguments);
    addListOptions(*command, arguments, {logsColumns() + logPatternColumns(), true});
    command->callback([&chosen] { chosen = runLogs; });
}

} // namespace quarterdeck
