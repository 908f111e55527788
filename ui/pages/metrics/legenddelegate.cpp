#include "ui/pages/metrics/legenddelegate.h"

#include "models/legendmodel.h"
#include "ui/widgets/seriescolour.h"
#include "ui/widgets/timechart.h"

#include <QPainter>

namespace quarterdeck {

LegendDelegate::LegendDelegate(const Theme &theme, QObject *parent)
    : RowDelegate(theme, parent)
{
    setFigureColumns({LegendModel::LastColumn, LegendModel::LeastColumn, LegendModel::MostColumn, LegendModel::MeanColumn});
}

void LegendDelegate::paintCell(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() != LegendModel::NameColumn) {
        RowDelegate::paintCell(painter, rect, option, index);
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = seriesColour(theme(), ChartStyle().tokens, index.data(LegendModel::PlaceRole).toInt());
    // A hidden line has an empty mark, one of another time a thin one: colour alone says neither.
    const bool isShown = index.data(LegendModel::IsShownRole).toBool();
    const bool isBefore = index.data(LegendModel::AgoRole).toLongLong() > 0;
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(isShown ? QBrush(colour) : QBrush(Qt::NoBrush));
    const qreal middle = rect.center().y();
    painter.drawRoundedRect(isBefore ? QRectF(rect.left() + 1, middle - 1, 11, 2) : QRectF(rect.left() + 1, middle - 4, 11, 8), 2, 2);
    painter.restore();
    RowDelegate::paintCell(painter, rect.adjusted(MarkRoom, 0, 0, 0), option, index);
}

Token LegendDelegate::tokenOf(const QModelIndex &index) const
{
    return index.data(LegendModel::IsShownRole).toBool() ? RowDelegate::tokenOf(index) : Token::Faint;
}

} // namespace quarterdeck
