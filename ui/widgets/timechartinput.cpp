#include "app/core/text.h"
#include "ui/widgets/spokenrows.h"
#include "ui/widgets/timechartprivate.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

namespace quarterdeck {

void TimeChart::Private::press(const QMouseEvent &event)
{
    if (event.button() == Qt::LeftButton && !chart.isTableShown()) {
        overlay.dragFrom = event.position().x();
    }
}

void TimeChart::Private::hover(const QMouseEvent &event)
{
    const ChartMap here = map(chart.rect());
    if (here.plot.isEmpty() || chart.isTableShown()) {
        return;
    }
    const qreal x = std::clamp(event.position().x(), here.plot.left(), here.plot.right());
    if (overlay.dragFrom >= 0 && std::abs(x - overlay.dragFrom) > 4) {
        overlay.dragTo = x;
    }
    chart.setCrosshair(here.timeAt(x));
    emit chart.crosshairMoved(overlay.crosshair);
    chart.update();
}

void TimeChart::Private::release(const QMouseEvent &event)
{
    const ChartMap here = map(chart.rect());
    const qreal from = std::exchange(overlay.dragFrom, -1);
    const qreal to = std::exchange(overlay.dragTo, -1);
    chart.update();
    if (here.plot.isEmpty() || event.button() != Qt::LeftButton || from < 0) {
        return;
    }
    if (to >= 0) {
        emit chart.rangeSelected({here.timeAt(std::min(from, to)), here.timeAt(std::max(from, to))});
    } else if (const int marker = overlay.markerNear(here, from); marker >= 0) {
        emit chart.markerActivated(marker);
    }
}

bool TimeChart::Private::key(const QKeyEvent &event)
{
    const bool isPlain = !event.modifiers().testFlag(Qt::ControlModifier) && !event.modifiers().testFlag(Qt::AltModifier);
    if (event.key() == Qt::Key_T && isPlain) {
        chart.setTableShown(!chart.isTableShown());
        return true;
    }
    UtcTime at = overlay.crosshair.isValid() ? overlay.crosshair : range.to;
    switch (event.key()) {
    case Qt::Key_Left:
        at = at - step();
        break;
    case Qt::Key_Right:
        at = at + step();
        break;
    case Qt::Key_Home:
        at = range.from;
        break;
    case Qt::Key_End:
        at = range.to;
        break;
    default:
        return false;
    }
    chart.setCrosshair(std::clamp(at, range.from, range.to));
    emit chart.crosshairMoved(overlay.crosshair);
    tellCurrentRow(&chart);
    return true;
}

bool TimeChart::Private::help(const QHelpEvent &event)
{
    const int marker = chart.isTableShown() ? -1 : overlay.markerNear(map(chart.rect()), event.pos().x());
    if (marker >= 0) {
        QToolTip::showText(event.globalPos(), text::tooltip(overlay.markers.at(std::size_t(marker)).text), &chart);
    } else {
        QToolTip::hideText();
    }
    return true;
}

} // namespace quarterdeck
