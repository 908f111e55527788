#pragma once

#include "app/domain/series.h"
#include "ui/widgets/seriescolour.h"

#include <QRectF>

#include <functional>
#include <optional>

class QFontMetricsF;
class QPainter;

namespace quarterdeck {

/// What stands above a plot.
struct ChartHeader {
    QString title;
    QStringList names;
    std::vector<Token> tokens;
    std::vector<int> places; ///< As in ChartStyle.
    std::optional<double> threshold;
    QString stale; ///< Sentence in place of the values' words; empty when live.
    UtcTime at;    ///< Values at this time; invalid: the newest.
    QString atText;
};

/// The newest value, or the one at or just before `at`; NaN where there is none near.
double valueAt(const Series &series, UtcTime at);
/// Draws title on the left and values on the right: they are the legend too.
void paintChartHeader(QPainter &painter, const QRectF &rect, const ChartHeader &header, const std::vector<Series> &series, const Theme &theme);
/// What stands on the right of the header in `room` pixels: the newest values first, the threshold only where it fits too.
QStringList chartHeaderWords(
    const ChartHeader &header, const std::vector<Series> &series, const Theme &theme, const QFontMetricsF &metrics, qreal room);
/// "CPU, max 91 %, now 43 %": what a screen reader says.
QString chartSummary(const QString &title, const QStringList &names, const std::vector<Series> &series, TimeRange range);
/// "14:36:02: CPU 43 %, memory 2.1 GiB": the values at a time in words.
QString chartValuesText(
    const QStringList &names, const std::vector<Series> &series, UtcTime at, const std::function<QString(UtcTime, bool)> &timeText);
/// Names of series: those given, else the labels that differ.
QStringList seriesNames(const std::vector<Series> &series, const QStringList &given);

} // namespace quarterdeck
