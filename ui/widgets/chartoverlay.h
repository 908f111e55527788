#pragma once

#include "ui/widgets/chartscale.h"
#include "ui/widgets/timechart.h"

class QPainter;

namespace quarterdeck {

/// What lies over and under the lines of a chart.
struct ChartOverlay {
    std::optional<double> threshold;
    UtcTime onsetFrom;
    UtcTime onsetUntil;
    UtcTime crosshair;
    std::vector<ChartMarker> markers;
    qreal dragFrom = -1; ///< Units: pixels of the widget; -1: no drag.
    qreal dragTo = -1;

    /// Index of the marker within a few pixels of `x`; -1: none.
    int markerNear(const ChartMap &map, qreal x) const;
};

/// The onset shade: below the lines.
void paintChartOnset(QPainter &painter, const ChartMap &map, const ChartOverlay &overlay, const Theme &theme);
/// Threshold, change markers, crosshair and the dragged range: above the lines.
void paintChartOverlay(QPainter &painter, const ChartMap &map, const ChartOverlay &overlay, const Theme &theme);
/// Times below the plot.
void paintChartTimes(QPainter &painter, const ChartMap &map, const std::function<QString(UtcTime, bool)> &timeText, const Theme &theme);

/// What stands in the plot instead of curves; there is no scale then, because any would be made up.
void paintChartSentence(QPainter &painter, const ChartMap &map, const QString &sentence, const Theme &theme);

} // namespace quarterdeck
