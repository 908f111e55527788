#pragma once

#include "ui/widgets/chartscale.h"

class QPainter;

namespace quarterdeck {

/// Draws one series. Where there is more than one sample a pixel column, each column is one bar from its minimum to its maximum;
/// columns are cut at absolute times, so that a sliding chart does not shimmer. Otherwise segments between samples, or steps from one to the
/// next. Gaps stay gaps.
void paintSeries(QPainter &painter, const ChartMap &map, const Series &series, const QColor &colour, qreal pixelRatio, bool isStepped = false);
/// Fills what lies between two series with samples at the same times, as chartStack() makes them; nothing below: down to zero.
void paintBetween(QPainter &painter, const ChartMap &map, const Series *below, const Series &above, const QColor &colour, bool isStepped);

} // namespace quarterdeck
