#include "ui/pages/oncall/rotadelegate.h"

#include "models/rota.h"
#include "ui/widgets/paint.h"

namespace quarterdeck {

RotaDelegate::RotaDelegate(const Theme &theme, int kindRole, int peopleColumn, int levelRole, QObject *parent)
    : RowDelegate(theme, parent)
    , m_kindRole(kindRole)
    , m_peopleColumn(peopleColumn)
    , m_levelRole(levelRole)
{
}

bool RotaDelegate::isGap(const QModelIndex &index) const
{
    const bool isFirst = m_levelRole == 0 || index.data(m_levelRole).toInt() == 1;
    return isFirst && RotaStretch::Kind(index.data(m_kindRole).toInt()) == RotaStretch::Kind::Nobody;
}

void RotaDelegate::paintCell(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() != m_peopleColumn || !isGap(index)) {
        RowDelegate::paintCell(painter, rect, option, index);
        return;
    }
    paintIcon(painter, QRectF(rect.left(), rect.top(), 16, rect.height()), QStringLiteral("critical"), Token::Critical, theme());
    RowDelegate::paintCell(painter, rect.adjusted(22, 0, 0, 0), option, index);
}

Token RotaDelegate::tokenOf(const QModelIndex &index) const
{
    if (index.column() == m_peopleColumn) {
        const auto kind = RotaStretch::Kind(index.data(m_kindRole).toInt());
        return isGap(index)                       ? Token::Critical
            : kind == RotaStretch::Kind::Somebody ? Token::Text
            : kind == RotaStretch::Kind::Unknown  ? Token::Warning
                                                  : Token::Muted;
    }
    return RowDelegate::tokenOf(index);
}

} // namespace quarterdeck
