#include "ui/pages/metrics/metricswords.h"

#include "ui/widgets/errorwords.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/warningtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace quarterdeck {

namespace {

QString metricsText(const char *words, int n = -1)
{
    return QCoreApplication::translate("MetricsWords", words, nullptr, n);
}

constexpr qsizetype LongestWords = 400;

/// Why the answer is not live, with the age of what is shown.
QString ageWords(const ChartFeed::State &state, std::optional<UtcTime> newest, const ClockWords &clock)
{
    const QString why = state.error ? errorWords(*state.error, LongestWords) : QString();
    const UtcTime asOf = state.isFailed ? newest.value_or(UtcTime {}) : state.asOf;
    if (!asOf.isValid()) {
        return metricsText(QT_TRANSLATE_NOOP("MetricsWords", "Incomplete: %1")).arg(why);
    }
    return metricsText(QT_TRANSLATE_NOOP("MetricsWords", "Not up to date, as of %1: %2")).arg(clock(asOf), why);
}

QString stepsWords(const MetricBoard &board)
{
    QStringList steps;
    for (std::size_t i = 0; i < board.state().queries.size(); ++i) {
        const ChartFeed::State *state = board.answer(i);
        const QString step = state == nullptr || state->step <= Millis(0) ? QString() : formatDuration(state->step);
        if (!step.isEmpty() && !steps.contains(step)) {
            steps.append(step);
        }
    }
    return steps.isEmpty() ? QString() : metricsText(QT_TRANSLATE_NOOP("MetricsWords", "one sample every %1")).arg(phrases::list(steps));
}

} // namespace

QString comparedWords(Millis ago)
{
    constexpr Millis Day {86'400'000};
    return ago == Day    ? metricsText(QT_TRANSLATE_NOOP("MetricsWords", "the day before"))
        : ago == Day * 7 ? metricsText(QT_TRANSLATE_NOOP("MetricsWords", "the week before"))
                         : metricsText(QT_TRANSLATE_NOOP("MetricsWords", "%1 before")).arg(formatDuration(ago));
}

QueryNote queryNote(const MetricBoard &board, std::size_t query, const ClockWords &clock)
{
    const ChartFeed::State *state = board.answer(query);
    if (state == nullptr || !state->isAnswered) {
        return {};
    }
    const bool hasLines = std::ranges::any_of(
        board.series(), [query](const BoardSeries &line) { return line.query == query && line.ago == Millis(0); });
    QStringList said;
    if (state->isFailed && !hasLines) {
        const QString why = state->error ? errorWords(*state->error, LongestWords) : QString();
        return {metricsText(QT_TRANSLATE_NOOP("MetricsWords", "No answer: %1")).arg(why), true};
    }
    if (!state->isLive) {
        said << ageWords(*state, board.newest(query), clock);
    }
    if (const QString warned = warningText(warningsBySource(state->warnings, state->warnedBy)); !warned.isEmpty()) {
        said << warned;
    }
    if (const std::size_t more = board.leftOut(query); more > 0) {
        said << QCoreApplication::translate(
            "MetricsWords", "Only the first %1 series are shown, %n more are left out: narrow the query", nullptr, int(more))
                    .arg(MetricBoard::MostSeries);
    }
    if (!hasLines && state->isLive && said.isEmpty()) {
        said << metricsText(QT_TRANSLATE_NOOP("MetricsWords", "No data in this range"));
    }
    const ChartFeed::State *before = board.answerBefore(query);
    if (before != nullptr && before->isAnswered && !before->isLive && before->error) {
        said << metricsText(QT_TRANSLATE_NOOP("MetricsWords", "The compared lines are incomplete: %1")).arg(errorWords(*before->error, LongestWords));
    }
    return {phrases::sentences(said), false};
}

QString boardWords(const MetricBoard &board)
{
    if (board.series().empty()) {
        return {};
    }
    const auto own = std::ranges::count_if(board.series(), [](const BoardSeries &line) { return line.ago == Millis(0); });
    QStringList said {QCoreApplication::translate("MetricsWords", "%n series", nullptr, int(own)), stepsWords(board)};
    if (board.state().options.isLogarithmic) {
        const auto low = std::ranges::count_if(board.series(),
            [](const BoardSeries &line) { return std::ranges::any_of(line.series.samples, [](const Sample &sample) { return sample.value <= 0; }); });
        if (low > 0) {
            said << QCoreApplication::translate(
                "MetricsWords", "zero and below cannot be shown on a logarithmic axis: gaps in %n series", nullptr, int(low));
        }
    }
    said.removeAll(QString());
    return phrases::clauses(said);
}

} // namespace quarterdeck
