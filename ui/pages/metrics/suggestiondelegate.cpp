#include "ui/pages/metrics/suggestiondelegate.h"

#include "app/core/text.h"
#include "models/roles.h"
#include "ui/widgets/paint.h"

namespace quarterdeck {

SuggestionDelegate::SuggestionDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void SuggestionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, m_theme.color(isSelected ? Token::Selection : Token::Raised));
    const QString name = text::plain(index.data(Qt::DisplayRole).toString(), 200);
    const QString detail = text::plain(index.data(DetailRole).toString(), 200);
    QRectF line = QRectF(option.rect).adjusted(8, 0, -8, 0);
    painter->setFont(m_theme.font(TypeFace::Mono));
    const qreal width = std::min(QFontMetricsF(painter->font()).horizontalAdvance(name) + 2, line.width());
    painter->setPen(m_theme.color(Token::Text));
    paintElided(*painter, QRectF(line.left(), line.top(), width, line.height()), name, Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
    line.setLeft(line.left() + width + 12);
    if (!detail.isEmpty() && line.width() > 40) {
        painter->setFont(m_theme.font(TypeFace::Caption));
        painter->setPen(m_theme.color(Token::Muted));
        paintElided(*painter, line, detail);
    }
    painter->restore();
}

QSize SuggestionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, std::max(24, QFontMetrics(m_theme.font(TypeFace::Mono)).height() + 8)};
}

} // namespace quarterdeck
