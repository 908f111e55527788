#include "app/cli/commands.h"

#include "app/cli/answers.h"
#include "app/cli/jsonitems.h"
#include "app/cli/numbers.h"
#include "app/cli/options.h"
#include "app/cli/report.h"
#include "app/core/text.h"

#include <CLI/CLI.hpp>

#include <bit>
#include <cmath>
#include <limits>

namespace quarterdeck {

namespace {

constexpr Millis MetricsRange {3'600'000};
constexpr Millis MetricsPatience {60'000};
constexpr int FewPoints = 240;
constexpr Millis FinestStep {15'000};

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

QStringList metricsColumns()
{
    return {QStringLiteral("SERIES"), QStringLiteral("LAST"), QStringLiteral("AGE"), QStringLiteral("MIN"), QStringLiteral("MAX"),
        QStringLiteral("POINTS"), QStringLiteral("SOURCE")};
}

/// A whole number for each, in the same order: NaN stands behind every other.
qint64 orderOf(double value)
{
    const auto bits = std::bit_cast<qint64>(std::isnan(value) ? NAN : value);
    return bits < 0 ? std::numeric_limits<qint64>::min() - bits : bits;
}

/// The table of all series, with enough digits in each column to tell its numbers apart.
Table seriesTable(const Dated<std::vector<Series>> &answer, UtcTime end)
{
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
    Table table(metricsColumns(), answer.asked.size() > 1 ? 0 : 1);
    for (std::size_t i = 0; i < answer.value.size(); ++i) {
        const Series &series = answer.value[i];
        const bool isEmpty = series.samples.empty();
        const auto number = [&](qsizetype column) { return isEmpty ? QStringLiteral("-") : texts.at(qsizetype(i) * 3 + column); };
        const QString age = isEmpty ? QStringLiteral("-") : shortAge(end - UtcTime {series.samples.back().ms});
        const auto key = [&](qsizetype column) {
            return isEmpty ? std::numeric_limits<qint64>::max() : orderOf(numbers[i * 3 + std::size_t(column)]);
        };
        table.add({series.labels.toString(), number(0), age, number(1), number(2), QString::number(series.samples.size()), series.source}, Ink::Plain,
            {{1, key(0)}, {2, isEmpty ? std::numeric_limits<qint64>::max() : end.ms - series.samples.back().ms}, {3, key(1)}, {4, key(2)}});
    }
    return table;
}

/// Samples that are dated after now: the clock of their server is ahead, and their age says nothing.
void tellAhead(Report &report, const std::vector<Series> &answer, UtcTime now)
{
    QMap<SourceId, qint64> ahead;
    for (const Series &series : answer) {
        const qint64 by = series.samples.empty() ? 0 : series.samples.back().ms - now.ms;
        if (by > ClockSlack.count()) {
            ahead[series.source] = std::max(ahead.value(series.source), by);
        }
    }
    for (auto it = ahead.cbegin(); it != ahead.cend(); ++it) {
        report.addStale(it.key(), now,
            QStringLiteral("it has samples that are dated after now, by up to %1: a clock there is ahead of ours").arg(shortAge(Millis(*it))));
    }
}

using MetricReply = Result<Dated<std::vector<Series>>>;

/// Whose answer counts: an expression that names no source is in PromQL, where a source takes it.
QStringList metricSources(CliSession &session)
{
    const QStringList takers = session.arguments().sources.empty() ? sourcesOfPromQl(session) : QStringList();
    return takers.isEmpty() ? sourcesWith(session, Face::Metrics) : takers;
}

MetricReply askMetrics(CliSession &session, const MetricQuery &query)
{
    if (!session.arguments().isCached) {
        return CliSession::wait(session.engine().sync().range(query), MetricsPatience);
    }
    auto found = fromCache<std::vector<Series>>(metricSources(session), [&](const QString &source) {
        MetricQuery own = query;
        own.sources = QStringList {source};
        return CliSession::wait(session.engine().store().cachedSeries(own), MetricsPatience);
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

/// The newest sample of each series may lie up to a step before the end: the last step is looked at once more, finely. Not in languages whose
/// samples hold a whole step each: a sum of 15 s is no sample beside sums of a minute.
void addNewest(CliSession &session, const MetricQuery &query, Dated<std::vector<Series>> &answer)
{
    if (session.arguments().isCached || !answer.isLive || query.step <= FinestStep) {
        return;
    }
    MetricQuery last = query;
    const QStringList takers = sourcesOfPromQl(session);
    last.sources = answer.asked;
    last.sources.removeIf([&takers](const QString &source) { return !takers.contains(source); });
    if (last.sources.isEmpty()) {
        return;
    }
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
            || error.kind == ErrorKind::TooLarge || error.kind == ErrorKind::Rejected;
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
    const auto range = rangeOf(session.arguments(), MetricsRange, session.clock().now());
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
    report.say(inked(QStringLiteral("The step is %1: anything shorter can fall between two samples.").arg(formatDuration(made.step)), Ink::Dim));
    report.addMember(QStringLiteral("stepSeconds"), [step = made.step](JsonWriter &json) { json.value(double(step.count()) / 1000); });
    tellParts(report, *made.answer);
    tellAhead(report, made.answer->value, session.clock().now());
    if (made.step > made.wanted) {
        report.addStale(made.answer->asked.join(QStringLiteral(", ")), made.answer->asOf,
            QStringLiteral("the step is %1 instead of %2: the finer answer was not available")
                .arg(formatDuration(made.step), formatDuration(made.wanted)));
    }
    return report.finish();
}

} // namespace

void addMetrics(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("metrics", "Evaluate an expression over a range, at metric sources");
    command
        ->add_option("query", arguments.words,
            "Expression in the language of the source: PromQL, a target of Graphite, InfluxQL, a chart of netdata, a metric of PCP")
        ->required();
    command->add_option("--step", arguments.step, "Step: 15s, 1m (default: as fine as one answer of the server allows)");
    addRangeOptions(*command, arguments);
    addListOptions(*command, arguments, {metricsColumns(), true});
    command->callback([&chosen] { chosen = runMetrics; });
}

} // namespace quarterdeck
