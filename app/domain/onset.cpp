#include "app/domain/onset.h"

namespace quarterdeck {

namespace {

constexpr Millis ValueSpan {1'200'000};
constexpr Millis ShortestRange {60'000};
constexpr int ChartPixels = 400;
constexpr Millis FinestStep {5'000};

} // namespace

MetricQuery valuesAroundOnset(const Alert &alert, const QString &series, UtcTime now)
{
    const UtcTime onset = alert.startsAt.isValid() ? alert.startsAt : now;
    MetricQuery query;
    query.expression = series;
    query.range = {onset - ValueSpan, std::min(now, onset + ValueSpan)};
    query.range.to = std::max(query.range.to, query.range.from + ShortestRange);
    query.step = stepFor(query.range, ChartPixels, FinestStep);
    return query;
}

LogQuery linesOfService(const QString &service, const std::vector<Label> &fields, TimeRange range, bool isAfterOnset)
{
    LogQuery query;
    query.range = range;
    query.service = fields.empty() ? service : QString();
    query.fields = fields;
    query.limit = LinesOfASide;
    query.isFromStart = isAfterOnset;
    return query;
}

} // namespace quarterdeck
