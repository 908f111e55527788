#pragma once

#include "app/core/result.h"
#include "app/net/questionrequest.h"

#include <QStringList>

namespace quarterdeck::netdata {

/// What is asked of one chart.
struct ChartQuestion {
    QString chart;
    QStringList dimensions; ///< Names without a wildcard that were asked for: each is to be in the answer.
    QString group;          ///< How values become one; empty: netdata's own, the average.
    bool isPercentage = false;
    QuestionParameters parameters; ///< Of /api/v1/data, without range and format.
};

/// Reads an expression: the id of a chart (`system.cpu`), or parameters of /api/v1/data with `chart`
/// (`chart=system.cpu&dimensions=user,system&group=max`), as they stand in a URL. Errors: Malformed, naming what is ours to say or missing.
Result<ChartQuestion> readExpression(const QString &expression);

} // namespace quarterdeck::netdata
