#pragma once

#include "app/core/result.h"
#include "app/domain/series.h"

#include <QByteArrayView>

namespace quarterdeck::netdata {

/// A chart as the server knows it.
struct Chart {
    QString id;
    QString title;
    QString type; ///< "line", "area", "stacked".
    QString units;
    UtcTime first;    ///< Of what is kept; never where it has no values yet.
    UtcTime last;     ///< By the clock of the server.
    Millis every {0}; ///< How often values are collected.
    QStringList dimensions;
    Labels labels;
};

/// The values of a chart.
struct ChartData {
    std::vector<Series> series; ///< A series for each dimension, without a unit. Labels: `__name__` is the chart, `dimension`.
    QString group;              ///< How values became one.
    Millis every {0};           ///< Between two rows.
};

/// Errors of all: BadPayload with the place.
Result<Chart> parseChart(QByteArrayView body);
Result<std::vector<Chart>> parseCharts(QByteArrayView body);
/// Reads data of format json with the option jsonwrap, which has the newest row first; null is a gap.
Result<ChartData> parseData(QByteArrayView body, const QString &chart);
Result<QString> parseVersion(QByteArrayView body);
/// A unit of netdata in UCUM where it is known, else as it stands.
QString unitOf(const QString &units);

} // namespace quarterdeck::netdata
