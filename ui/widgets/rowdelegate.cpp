#include "ui/widgets/rowdelegate.h"

#include "app/core/text.h"
#include "ui/widgets/paint.h"

namespace quarterdeck {

RowDelegate::RowDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    const QRectF cell(option.rect);
    // The focus bar belongs to the row: it is drawn by its first cell.
    const auto *view = qobject_cast<const QWidget *>(option.styleObject);
    const bool isFirst = index.column() == 0;
    const bool hasFocus = isFirst && option.state.testFlag(QStyle::State_Selected) && view != nullptr && view->hasFocus();
    paintRowGround(*painter, cell, option.state.testFlag(QStyle::State_Selected), hasFocus, m_theme);
    paintHairline(*painter, cell, m_theme);
    painter->setFont(m_theme.font(TypeFace::Body));
    painter->setPen(m_theme.color(tokenOf(index)));
    paintCell(*painter, padded(cell, index.column(), index.model()->columnCount(), option.direction == Qt::RightToLeft), option, index);
    painter->restore();
}

QRectF RowDelegate::padded(const QRectF &cell, int column, int columns, bool isRightToLeft)
{
    const int before = column == 0 ? 16 : 8;
    const int after = column == columns - 1 ? 18 : 8;
    return isRightToLeft ? cell.adjusted(after, 0, -before, -1) : cell.adjusted(before, 0, -after, -1);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(m_theme.font(TypeFace::Body));
    const QString words = index.data(Qt::DisplayRole).toString().left(80);
    Q_UNUSED(option)
    return {metrics.horizontalAdvance(words) + 24, m_theme.rowHeight()};
}

void RowDelegate::paintCell(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString words = text::plain(index.data(Qt::DisplayRole).toString(), 500);
    if (m_figureColumns.contains(index.column())) {
        paintFigures(painter, rect, words);
    } else {
        paintElided(painter, rect, words);
    }
}

Token RowDelegate::tokenOf(const QModelIndex &index) const
{
    return index.column() == 0 ? Token::Text : Token::Muted;
}

} // namespace quarterdeck
