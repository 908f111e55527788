#include "app/cli/commands.h"

#include "app/cli/jsonitems.h"
#include "app/cli/report.h"
#include "app/core/text.h"

#include <CLI/CLI.hpp>
#include <QRegularExpression>

#include <cmath>

namespace quarterdeck {

namespace {

constexpr Millis DefaultRange {3'600'000};
constexpr int TypicalPoints = 240;

QString joined(const Arguments &arguments)
{
    QStringList words;
    for (const std::string &word : arguments.words) {
        words.append(QString::fromStdString(word));
    }
    return words.join(u' ');
}

SourceId onlySource(const Arguments &arguments)
{
    return arguments.sources.size() == 1 ? QString::fromStdString(arguments.sources.front()) : SourceId();
}

// "service=checkout level=error _HOSTNAME=web-1 out of memory": matches first, the rest is text.
LogQuery logQueryOf(const Arguments &arguments, TimeRange range)
{
    static const QRegularExpression Match(QStringLiteral("^([A-Za-z_][A-Za-z0-9_]*)=(.+)$"));
    LogQuery query;
    query.source = onlySource(arguments);
    query.range = range;
    query.limit = arguments.limit;
    QStringList text;
    for (const QString &word : joined(arguments).split(u' ', Qt::SkipEmptyParts)) {
        const auto match = Match.match(word);
        if (!match.hasMatch()) {
            text.append(word);
        } else if (match.captured(1) == QLatin1String("service")) {
            query.service = match.captured(2);
        } else if (match.captured(1) == QLatin1String("level")) {
            for (int level = 0; level <= int(LogLevel::Unknown); ++level) {
                if (logLevelName(LogLevel(level)) == match.captured(2)) {
                    query.levels.push_back(LogLevel(level));
                }
            }
        } else {
            query.fields.push_back({match.captured(1), match.captured(2)});
        }
    }
    query.text = text.join(u' ');
    return query;
}

QString nanoTime(qint64 nanos)
{
    const qint64 seconds = nanos / 1'000'000'000;
    const QString whole = toDateTime(UtcTime {seconds * 1000}).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    return QStringLiteral("%1.%2Z").arg(whole).arg(nanos % 1'000'000'000, 9, 10, QLatin1Char('0'));
}

void writeLine(JsonWriter &json, const LogLine &line)
{
    json.beginObject().key(u"time").value(nanoTime(line.nanos)).key(u"source").value(line.source).key(u"service").value(line.service);
    json.key(u"host").value(line.host).key(u"level").value(logLevelName(line.level)).key(u"text").value(QString::fromUtf8(line.text));
    json.key(u"cursor").value(line.cursor).key(u"fields");
    writeLabels(json, line.fields);
    json.endObject();
}

template <class T> void addAge(Report &report, const Dated<T> &dated, const QString &source)
{
    if (!dated.isLive) {
        report.addStale(
            source, dated.asOf, QStringLiteral("from the cache of %1 (%2)").arg(clockText(dated.asOf), dated.error ? dated.error->what : QString()));
    }
}

int runLogs(CliSession &session)
{
    const auto range = rangeOf(session.arguments(), DefaultRange, session.clock().now());
    if (!range) {
        return refuseUsage(range.error().what);
    }
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    const LogQuery query = logQueryOf(session.arguments(), *range);
    const auto page = CliSession::wait(session.engine().sync().logs(query), Millis(60'000));
    if (!page) {
        return refuse(page.error());
    }
    Report report(session, QStringLiteral("logs"));
    QStringList lines;
    for (const LogLine &line : page->value.lines) {
        const Ink ink = line.level == LogLevel::Error ? Ink::Bad : line.level == LogLevel::Warning ? Ink::Warn : Ink::Plain;
        lines.append(inked(QStringLiteral("%1  %2  %3  %4")
                               .arg(clockText(UtcTime {line.nanos / 1'000'000}), QString(logLevelName(line.level)).leftJustified(7),
                                   text::plain(line.service), text::plain(QString::fromUtf8(line.text))),
            ink));
        report.add([line](JsonWriter &json) { writeLine(json, line); });
    }
    const bool isCut = page->value.isTruncated;
    report.say(lines.isEmpty() ? QStringLiteral("No line matches.") : lines.join(u'\n'));
    if (isCut) {
        report.say(inked(QStringLiteral("Only the newest %1 lines: narrow the range or raise --limit.").arg(lines.size()), Ink::Dim));
    }
    report.addMember(QStringLiteral("isTruncated"), [isCut](JsonWriter &json) { json.value(isCut); });
    addAge(report, *page, page->value.lines.empty() ? query.source : page->value.lines.front().source);
    return report.finish();
}

void writeSeries(JsonWriter &json, const Series &series)
{
    json.beginObject().key(u"labels");
    writeLabels(json, series.labels);
    json.key(u"unit").value(series.unit).key(u"samples").beginArray();
    for (const Sample &sample : series.samples) {
        json.beginArray().value(sample.ms).value(sample.value).endArray();
    }
    json.endArray().endObject();
}

QStringList summary(const Series &series)
{
    double least = NAN;
    double most = NAN;
    for (const Sample &sample : series.samples) {
        least = std::fmin(least, sample.value);
        most = std::fmax(most, sample.value);
    }
    const auto number = [](double value) { return std::isnan(value) ? QStringLiteral("-") : QString::number(value, 'g', 6); };
    return {series.labels.toString(), number(series.samples.empty() ? NAN : series.samples.back().value), number(least), number(most),
        QString::number(series.samples.size())};
}

/// The one that was named, else the one that is asked then.
SourceId metricSource(CliSession &session, const SourceId &named)
{
    const auto &endpoints = session.engine().endpoints();
    const auto first = std::find_if(endpoints.begin(), endpoints.end(), [](const Endpoint &e) { return e.kind == QLatin1String("prometheus"); });
    return named.isEmpty() && first != endpoints.end() ? first->id : named;
}

int runMetrics(CliSession &session)
{
    const auto range = rangeOf(session.arguments(), DefaultRange, session.clock().now());
    if (!range) {
        return refuseUsage(range.error().what);
    }
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    MetricQuery query;
    query.source = onlySource(session.arguments());
    query.expression = joined(session.arguments());
    query.range = *range;
    query.step = stepFor(*range, TypicalPoints);
    const auto answer = CliSession::wait(session.engine().sync().range(query), Millis(60'000));
    if (!answer) {
        return refuse(answer.error());
    }
    Report report(session, QStringLiteral("metrics"));
    Table table({QStringLiteral("SERIES"), QStringLiteral("LAST"), QStringLiteral("MIN"), QStringLiteral("MAX"), QStringLiteral("POINTS")});
    for (const Series &series : answer->value) {
        table.add(summary(series));
        report.add([series](JsonWriter &json) { writeSeries(json, series); });
    }
    report.say(table, QStringLiteral("The expression yields no series in this range."));
    addAge(report, *answer, metricSource(session, query.source));
    report.addMember(QStringLiteral("warnings"), [warnings = answer->warnings](JsonWriter &json) { writeStrings(json, warnings); });
    for (const QString &warning : answer->warnings) {
        report.addStale(metricSource(session, query.source), answer->asOf, QStringLiteral("what it answered may not be whole: %1").arg(warning));
    }
    return report.finish();
}

void addRange(CLI::App &command, Arguments &arguments)
{
    command.add_option("--since", arguments.since, "The last 10m, 2h, 7d");
    command.add_option("--from", arguments.from, "Start: now-6h, RFC 3339 or \"2026-11-21 07:00\"");
    command.add_option("--to", arguments.to, "End, likewise; now when left out");
}

} // namespace

void addLogs(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("logs", "Log lines that match");
    command->add_option("query", arguments.words, "Text, and matches like service=checkout level=error FIELD=value");
    command->add_option("--limit", arguments.limit, "At most this many lines")->check(CLI::Range(1, 100'000));
    addRange(*command, arguments);
    command->callback([&chosen] { chosen = runLogs; });
}

void addMetrics(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("metrics", "Evaluate an expression over a range");
    command->add_option("query", arguments.words, "PromQL")->required();
    addRange(*command, arguments);
    command->callback([&chosen] { chosen = runMetrics; });
}

} // namespace quarterdeck
