#pragma once

#include "app/domain/series.h"

#include <QStringList>

#include <functional>
#include <vector>

class QTableWidget;
class QWidget;

namespace quarterdeck {

/// A table that lies over a chart while `t` shows its values, named after the chart.
QTableWidget *newChartTable(QWidget *chart);
/// Fills a table with the samples of the series within the range, newest first, at most 1,000 rows.
void fillChartTable(QTableWidget &table, const std::vector<Series> &series, const QStringList &names, TimeRange range,
    const std::function<QString(UtcTime, bool)> &timeText);
/// CSV: time in RFC 3339, then one column a series; cells without a sample are empty.
QByteArray chartCsv(const std::vector<Series> &series, const QStringList &names, TimeRange range);

} // namespace quarterdeck
