#include "models/chartfeed.h"

#include <algorithm>
#include <utility>

namespace quarterdeck {

namespace {

// Fixed, so that resizing the window does not fetch everything again.
constexpr int Points = 2400;
constexpr Millis FinestStep {5000};

} // namespace

ChartFeed::ChartFeed(Telemetry &telemetry, Question question, QObject *parent)
    : QObject(parent)
    , m_telemetry(telemetry)
    , m_question(std::move(question))
{
}

ChartFeed::~ChartFeed()
{
    m_stop.request_stop();
}

Millis ChartFeed::refreshEvery(Millis span)
{
    return std::clamp(span / 240, Millis(5'000), Millis(300'000));
}

void ChartFeed::ask(TimeRange range)
{
    if (m_isAsking) {
        m_next = range;
        return;
    }
    const Millis step = stepFor(range, Points, FinestStep);
    // What came with a warning or without one of the sources may lack something anywhere: it is asked for again as a whole.
    const TimeRange asked = m_state.warnings.isEmpty() && m_state.isLive ? m_buffer.missing(range, step) : range;
    MetricQuery query;
    query.sources = m_question.sources;
    query.expression = m_question.expression;
    query.range = asked;
    query.step = step;
    m_isAsking = true;
    then(m_telemetry.range(query, m_stop.get_token()), this,
        [this, asked, range, step](const Result<Dated<std::vector<Series>>> &answer) { accept(answer, asked, range, step); });
}

void ChartFeed::accept(const Result<Dated<std::vector<Series>>> &answer, TimeRange asked, TimeRange range, Millis step)
{
    m_isAsking = false;
    m_state.isAnswered = true;
    m_state.isFailed = !answer;
    if (answer) {
        m_state.isLive = answer->isLive;
        m_state.asOf = answer->asOf;
        m_state.error = answer->error;
        m_state.warnings = answer->warnings;
        m_state.warnedBy = answer->asked.size() > 1 ? answer->warnedBy : QStringList();
        m_state.step = step;
        std::vector<Series> series = answer->value;
        for (Series &one : series) {
            one.unit = m_question.unit.isEmpty() ? one.unit : m_question.unit;
        }
        m_buffer.merge(series, asked, range, step);
    } else if (answer.error().kind != ErrorKind::Cancelled) {
        m_state.isLive = false;
        m_state.error = answer.error();
    }
    emit answered();
    if (const auto next = std::exchange(m_next, std::nullopt)) {
        ask(*next);
    }
}

} // namespace quarterdeck
