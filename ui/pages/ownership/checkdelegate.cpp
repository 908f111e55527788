#include "ui/pages/ownership/checkdelegate.h"

#include "models/ownershiplistmodel.h"
#include "ui/widgets/paint.h"

namespace quarterdeck {

CheckDelegate::CheckDelegate(const Theme &theme, QObject *parent)
    : RowDelegate(theme, parent)
{
    setFigureColumns({OwnershipListModel::PassedColumn});
}

void CheckDelegate::paintCell(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant state = index.data(OwnershipListModel::StateRole);
    if (!state.isValid()) {
        RowDelegate::paintCell(painter, rect, option, index);
        return;
    }
    const QRectF mark(rect.left(), rect.top(), 16, rect.height());
    switch (CheckState(state.toInt())) {
    case CheckState::Pass:
        // Not green: what passes may rest on sources that are not up to date.
        paintIcon(painter, mark, QStringLiteral("check"), Token::Muted, theme());
        break;
    case CheckState::Fail:
        paintIcon(painter, mark, QStringLiteral("close"), Token::Critical, theme());
        break;
    case CheckState::Unknown:
        painter.setPen(theme().color(Token::Warning));
        painter.drawText(mark, Qt::AlignCenter, QStringLiteral("?"));
        break;
    case CheckState::NotApplicable:
        painter.setPen(theme().color(Token::Muted));
        painter.drawText(mark, Qt::AlignCenter, QStringLiteral("–"));
        break;
    }
}

Token CheckDelegate::tokenOf(const QModelIndex &index) const
{
    const bool isUnowned = index.column() == OwnershipListModel::OwnerColumn && index.data(OwnerRole).toString().isEmpty();
    return isUnowned ? Token::Warning : index.column() == OwnershipListModel::ServiceColumn ? Token::Text : Token::Muted;
}

} // namespace quarterdeck
