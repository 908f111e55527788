#include "ui/widgets/chartoverlay.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/phrases.h"

#include <QPainter>

#include <cmath>

namespace quarterdeck {

int ChartOverlay::markerNear(const ChartMap &map, qreal x) const
{
    for (int i = 0; i < int(markers.size()); ++i) {
        if (std::abs(map.x(markers.at(std::size_t(i)).at) - x) <= 5) {
            return i;
        }
    }
    return -1;
}

void paintChartOnset(QPainter &painter, const ChartMap &map, const ChartOverlay &overlay, const Theme &theme)
{
    if (!overlay.onsetFrom.isValid() || overlay.onsetFrom >= map.range.to) {
        return;
    }
    const qreal left = std::max(map.plot.left(), map.x(overlay.onsetFrom));
    const qreal right = overlay.onsetUntil.isValid() ? std::min(map.plot.right(), map.x(overlay.onsetUntil)) : map.plot.right();
    if (right > left) {
        painter.fillRect(QRectF(QPointF(left, map.plot.top()), QPointF(right, map.plot.bottom())), theme.color(Token::OnsetShade));
    }
}

void paintChartOverlay(QPainter &painter, const ChartMap &map, const ChartOverlay &overlay, const Theme &theme)
{
    const QRectF &plot = map.plot;
    if (overlay.threshold && *overlay.threshold >= map.axis.low && *overlay.threshold <= map.axis.high) {
        QPen pen(theme.color(Token::Critical), 1, Qt::CustomDashLine);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        const qreal y = std::round(map.y(*overlay.threshold)) + 0.5;
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (const ChartMarker &marker : overlay.markers) {
        if (!map.range.contains(marker.at)) {
            continue;
        }
        const qreal x = map.x(marker.at);
        painter.setPen(QPen(theme.color(marker.token), 1.3));
        painter.drawLine(QPointF(x, plot.top() - 3), QPointF(x, plot.bottom()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(marker.token));
        painter.drawEllipse(QPointF(x, plot.top() - 3), 3, 3);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (overlay.crosshair.isValid() && map.range.from <= overlay.crosshair && overlay.crosshair <= map.range.to) {
        painter.fillRect(QRectF(std::round(map.x(overlay.crosshair)), plot.top(), 1, plot.height()), theme.color(Token::Muted));
    }
    if (overlay.dragTo >= 0) {
        QColor tint = theme.color(Token::Accent);
        tint.setAlpha(40);
        painter.fillRect(QRectF(QPointF(overlay.dragFrom, plot.top()), QPointF(overlay.dragTo, plot.bottom())).normalized(), tint);
    }
}

void paintChartTimes(QPainter &painter, const ChartMap &map, const std::function<QString(UtcTime, bool)> &timeText, const Theme &theme)
{
    painter.setFont(theme.font(TypeFace::Caption));
    painter.setPen(theme.color(Token::Faint));
    const qreal height = QFontMetricsF(painter.font()).height();
    const bool isDays = map.range.length() > std::chrono::hours(36);
    const bool isSeconds = map.range.length() < std::chrono::minutes(5);
    for (const UtcTime at : timeTicks(map.range, map.plot.width())) {
        const QString words = isDays ? phrases::day(toDateTime(at).toLocalTime().date()) : timeText(at, isSeconds);
        const QRectF box(map.x(at) - 40, map.plot.bottom() + 4, 80, height);
        if (box.left() + 22 >= map.plot.left() && box.right() - 22 <= map.plot.right() + 6) {
            painter.drawText(box, int(Qt::AlignHCenter | Qt::AlignTop), words);
        }
    }
}

void paintChartSentence(QPainter &painter, const ChartMap &map, const QString &sentence, const Theme &theme)
{
    painter.setFont(theme.font(TypeFace::Body));
    painter.setPen(theme.color(Token::Muted));
    const QRectF room = map.plot.adjusted(12, 0, -12, 0);
    painter.drawText(room, Qt::AlignCenter | wrapFlags(painter.fontMetrics(), sentence, int(room.width())), sentence);
}

} // namespace quarterdeck
