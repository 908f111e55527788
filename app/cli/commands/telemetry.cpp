#include "app/cli/commands.h"

#include "app/cli/answers.h"
#include "app/cli/jsonitems.h"
#include "app/cli/numbers.h"
#include "app/cli/report.h"
#include "app/core/text.h"
#include "app/domain/logmerge.h"
#include "app/domain/logwords.h"

#include <CLI/CLI.hpp>

#include <cmath>

namespace quarterdeck {

namespace {

constexpr Millis DefaultRange {3'600'000};
constexpr Millis Patience {60'000};
constexpr int FewPoints = 240;
constexpr Millis FinestStep {15'000};
// A line of a clock that is ahead of ours is looked for this far beyond now.
constexpr Millis AheadOfUs {86'400'000};
constexpr Millis ClockSlack {2'000};

QStringList wordsOf(const std::vector<std::string> &words)
{
    QStringList all;
    for (const std::string &word : words) {
        all.append(QString::fromStdString(word));
    }
    return all;
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

Result<LogQuery> logQueryOf(const Arguments &arguments, TimeRange range)
{
    const auto words = parseLogWords(wordsOf(arguments.words));
    if (!words) {
        return tl::unexpected(words.error());
    }
    LogQuery query;
    query.sources = wordsOf(arguments.sources);
    query.range = range;
    query.range.to = arguments.to.empty() ? range.to + AheadOfUs : range.to;
    query.service = words->service;
    query.levels = words->levels;
    query.fields = words->fields;
    query.text = words->text;
    query.limit = arguments.limit;
    return query;
}

Result<Dated<LogPage>> askLogs(CliSession &session, const LogQuery &query)
{
    if (!session.arguments().isCached) {
        return CliSession::wait(session.engine().sync().logs(query), Patience);
    }
    auto found = fromCache<LogPage>(sourcesThat(session, Can::QueryLogs), [&](const QString &source) {
        LogQuery own = query;
        own.sources = QStringList {source};
        return CliSession::wait(session.engine().store().cachedLogs(own), Patience);
    });
    if (!found) {
        return tl::unexpected(found.error());
    }
    Dated<LogPage> page = std::move(found->about);
    page.value = mergePages(std::move(found->values), query);
    return page;
}

int runLogs(CliSession &session)
{
    const UtcTime now = session.clock().now();
    const auto range = rangeOf(session.arguments(), DefaultRange, now);
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
    Report report(session, QStringLiteral("logs"));
    QStringList lines;
    for (const LogLine &line : page->value.lines) {
        const Ink ink = line.level == LogLevel::Error ? Ink::Bad : line.level == LogLevel::Warning ? Ink::Warn : Ink::Plain;
        lines.append(inked(lineText(line, page->asked.size() > 1), ink));
        report.add([line](JsonWriter &json) { writeLine(json, line); });
    }
    const bool isCut = page->value.isTruncated;
    report.say(lines.isEmpty() ? QStringLiteral("No line matches.") : lines.join(u'\n'));
    if (isCut) {
        report.say(inked(QStringLiteral("Only the newest %1 lines: narrow the range or raise --limit.").arg(lines.size()), Ink::Dim));
    }
    const QStringList notes = parseLogWords(wordsOf(session.arguments().words)).value_or(LogWords {}).notes;
    for (const QString &note : notes) {
        report.say(inked(text::plain(note), Ink::Dim));
    }
    report.addMember(QStringLiteral("isTruncated"), [isCut](JsonWriter &json) { json.value(isCut); });
    report.addMember(QStringLiteral("notes"), [notes](JsonWriter &json) { writeStrings(json, notes); });
    tellParts(report, *page);
    tellAhead(report, page->value.lines, now);
    return report.finish();
}

void writeSeries(JsonWriter &json, const Series &series)
{
    json.beginObject().key(u"source").value(series.source).key(u"labels");
    writeLabels(json, series.labels);
    json.key(u"unit").value(series.unit).key(u"samples").beginArray();
    for (const Sample &sample : series.samples) {
        json.beginArray().value(sample.ms);
        if (std::isfinite(sample.value)) {
            json.value(sample.value);
        } else {
            json.value(notFinite(sample.value));
        }
        json.endArray();
    }
    json.endArray().endObject();
}

/// The table of all series, with enough digits in each column to tell its numbers apart.
Table seriesTable(const Dated<std::vector<Series>> &answer, UtcTime end)
{
    const bool isSourceTold = answer.asked.size() > 1;
    QStringList header {QStringLiteral("SERIES"), QStringLiteral("LAST"), QStringLiteral("AGE"), QStringLiteral("MIN"), QStringLiteral("MAX"),
        QStringLiteral("POINTS")};
    if (isSourceTold) {
        header.prepend(QStringLiteral("SOURCE"));
    }
    std::vector<double> numbers;
    for (const Series &series : answer.value) {
        double least = NAN;
        double most = NAN;
        for (const Sample &sample : series.samples) {
            least = std::fmin(least, sample.value);
            most = std::fmax(most, sample.value);
        }
        numbers.insert(numbers.end(), {series.samples.empty() ? NAN : series.samples.back().value, least, most});
    }
    const QStringList texts = numberTexts(numbers);
    Table table(header);
    for (std::size_t i = 0; i < answer.value.size(); ++i) {
        const Series &series = answer.value[i];
        const bool isEmpty = series.samples.empty();
        const auto number = [&](qsizetype column) { return isEmpty ? QStringLiteral("-") : texts.at(qsizetype(i) * 3 + column); };
        const QString age = isEmpty ? QStringLiteral("-") : shortAge(end - UtcTime {series.samples.back().ms});
        QStringList cells {series.labels.toString(), number(0), age, number(1), number(2), QString::number(series.samples.size())};
        if (isSourceTold) {
            cells.prepend(series.source);
        }
        table.add(cells);
    }
    return table;
}

using MetricReply = Result<Dated<std::vector<Series>>>;

MetricReply askMetrics(CliSession &session, const MetricQuery &query)
{
    if (!session.arguments().isCached) {
        return CliSession::wait(session.engine().sync().range(query), Patience);
    }
    auto found = fromCache<std::vector<Series>>(sourcesThat(session, Can::QueryMetrics), [&](const QString &source) {
        MetricQuery own = query;
        own.sources = QStringList {source};
        return CliSession::wait(session.engine().store().cachedSeries(own), Patience);
    });
    if (!found) {
        return tl::unexpected(found.error());
    }
    Dated<std::vector<Series>> answer = std::move(found->about);
    for (std::vector<Series> &some : found->values) {
        std::move(some.begin(), some.end(), std::back_inserter(answer.value));
    }
    return answer;
}

/// The newest sample of each series may lie up to a step before the end: the last step is looked at once more, finely.
void addNewest(CliSession &session, const MetricQuery &query, Dated<std::vector<Series>> &answer)
{
    if (session.arguments().isCached || !answer.isLive || query.step <= FinestStep) {
        return;
    }
    MetricQuery last = query;
    last.range.from = std::max(query.range.from, query.range.to - query.step - query.step);
    last.step = FinestStep;
    const MetricReply fine = askMetrics(session, last);
    for (const Series &series : fine ? fine->value : std::vector<Series> {}) {
        const auto known = std::ranges::find_if(
            answer.value, [&series](const Series &one) { return one.source == series.source && one.labels == series.labels; });
        if (series.samples.empty()) {
            continue;
        }
        if (known == answer.value.end()) {
            answer.value.push_back(series);
        } else if (known->samples.empty() || known->samples.back().ms < series.samples.back().ms) {
            known->samples.push_back(series.samples.back());
        }
    }
}

/// How finely was looked, and how finely that was to be.
struct Look {
    MetricReply answer;
    Millis step;
    Millis wanted;
};

Look look(CliSession &session, MetricQuery query, bool isStepGiven)
{
    Look made {askMetrics(session, query), query.step, query.step};
    const Millis coarse = stepFor(query.range, FewPoints, FinestStep);
    const auto isTooMuch = [](const Error &error) {
        return error.kind == ErrorKind::BadPayload || error.kind == ErrorKind::Timeout || error.kind == ErrorKind::Server
            || (error.kind == ErrorKind::Rejected && error.where != QLatin1StringView("bad_data"));
    };
    if (!made.answer && !isStepGiven && coarse > query.step && isTooMuch(made.answer.error())) {
        query.step = coarse;
        MetricReply again = askMetrics(session, query);
        if (again) {
            made = {std::move(again), coarse, made.wanted};
        }
    }
    if (made.answer) {
        query.step = made.step;
        addNewest(session, query, *made.answer);
    }
    return made;
}

Result<MetricQuery> metricQueryOf(const Arguments &arguments, TimeRange range)
{
    MetricQuery query;
    query.sources = wordsOf(arguments.sources);
    query.expression = wordsOf(arguments.words).join(u' ');
    query.range = range;
    query.step = stepFor(range, int(MostPoints), FinestStep);
    if (!arguments.step.empty()) {
        const auto step = parseDuration(QString::fromStdString(arguments.step));
        if (!step || step->count() <= 0) {
            return fail(ErrorKind::Rejected, QStringLiteral("--step takes a span like 15s, 1m or 1h"));
        }
        query.step = *step;
    }
    return query;
}

int runMetrics(CliSession &session)
{
    const auto range = rangeOf(session.arguments(), DefaultRange, session.clock().now());
    if (!range) {
        return refuseUsage(range.error().what);
    }
    const auto query = metricQueryOf(session.arguments(), *range);
    if (!query) {
        return refuseUsage(query.error().what);
    }
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    const Look made = look(session, *query, !session.arguments().step.empty());
    if (!made.answer) {
        return refuse(made.answer.error());
    }
    Report report(session, QStringLiteral("metrics"));
    for (const Series &series : made.answer->value) {
        report.add([series](JsonWriter &json) { writeSeries(json, series); });
    }
    report.say(seriesTable(*made.answer, range->to), QStringLiteral("The expression yields no series in this range."));
    report.say(inked(QStringLiteral("Looked every %1: what is over sooner can lie between two looks.").arg(formatDuration(made.step)), Ink::Dim));
    report.addMember(QStringLiteral("stepSeconds"), [step = made.step](JsonWriter &json) { json.value(double(step.count()) / 1000); });
    tellParts(report, *made.answer);
    if (made.step > made.wanted) {
        report.addStale(made.answer->asked.join(QStringLiteral(", ")), made.answer->asOf,
            QStringLiteral("looked every %1 only, not every %2: the finer answer could not be had")
                .arg(formatDuration(made.step), formatDuration(made.wanted)));
    }
    return report.finish();
}

void addRange(CLI::App &command, Arguments &arguments)
{
    command.add_option("--since", arguments.since, "The last 10m, 2h, 7d");
    command.add_option("--from", arguments.from, "Start: now-6h, now-1d/d, RFC 3339, \"2026-11-21 07:00\" (UTC) or seconds since 1970");
    command.add_option("--to", arguments.to, "End, likewise; now when left out");
}

} // namespace

void addLogs(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("logs", "Log lines that match, of every log source");
    command->add_option("query", arguments.words,
        "Text, and matches like service=checkout level=error _FIELD=value; what stands in double quotes, and after text=, is always text");
    command->add_option("--limit", arguments.limit, "At most this many lines")->check(CLI::Range(1, 100'000));
    addRange(*command, arguments);
    command->callback([&chosen] { chosen = runLogs; });
}

void addMetrics(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("metrics", "Evaluate an expression over a range, at every metric source");
    command->add_option("query", arguments.words, "PromQL")->required();
    command->add_option("--step", arguments.step, "Look this often: 15s, 1m; as often as one answer of a server holds when left out");
    addRange(*command, arguments);
    command->callback([&chosen] { chosen = runMetrics; });
}

} // namespace quarterdeck
