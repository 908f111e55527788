#include "ui/pages/runbooks/runbookdelegate.h"

#include "app/core/text.h"
#include "models/runbooklistmodel.h"
#include "ui/widgets/paint.h"

namespace quarterdeck {

RunbookDelegate::RunbookDelegate(const Theme &theme, QObject *parent)
    : RowDelegate(theme, parent)
{
    setFigureColumns({RunbookListModel::StepsColumn});
}

void RunbookDelegate::paintCell(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() != RunbookListModel::TitleColumn) {
        RowDelegate::paintCell(painter, rect, option, index);
        return;
    }
    const QString title = text::plain(index.data().toString(), 300);
    const QString path = text::plain(index.data(DetailRole).toString(), 300);
    paintElided(painter, rect, title);
    const qreal used = painter.fontMetrics().horizontalAdvance(title) + 12;
    if (path != title && used < rect.width() - 60) {
        painter.setPen(theme().color(Token::Faint));
        paintElided(painter, rect.adjusted(used, 0, 0, 0), path);
    }
}

Token RunbookDelegate::tokenOf(const QModelIndex &index) const
{
    if (index.column() == RunbookListModel::TitleColumn) {
        return Token::Text;
    }
    if (index.column() == RunbookListModel::ProblemsColumn) {
        return Token::Warning;
    }
    const ReviewState review = ReviewState(index.data(RunbookListModel::ReviewStateRole).toInt());
    const bool isOld = index.column() == RunbookListModel::ReviewColumn && review == ReviewState::Overdue;
    return isOld ? Token::Warning : Token::Muted;
}

} // namespace quarterdeck
