#pragma once

#include "ui/widgets/chartscale.h"

#include <QPixmap>

#include <memory>

namespace quarterdeck {

/// The still part of a chart, drawn by Qt Charts: value axis and grid. Kept as a picture, because it changes far less often than the
/// values do and laying out a chart costs many times what drawing the values costs.
class ChartGround {
public:
    ChartGround();
    ~ChartGround();
    /// The picture for this size, plot and axis; drawn anew only when one of them changed.
    const QPixmap &picture(const QSize &size, qreal pixelRatio, const QRectF &plot, const ValueAxis &axis, const Theme &theme);
    /// Draws it itself, for a picture that is made of lines.
    void paint(QPainter &painter, const QSize &size, const QRectF &plot, const ValueAxis &axis, const Theme &theme);
    /// Forces the next picture to be drawn: the theme changed.
    void invalidate();

private:
    class Chart;
    void lay(const QSize &size, const QRectF &plot, const ValueAxis &axis, const Theme &theme);

    std::unique_ptr<Chart> m_chart;
    QPixmap m_picture;
    QSize m_size;
    qreal m_pixelRatio = 0;
    QRectF m_plot;
    ValueAxis m_axis;
    bool m_isValid = false;
};

} // namespace quarterdeck
