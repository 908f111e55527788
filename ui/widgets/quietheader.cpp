#include "ui/widgets/quietheader.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/rowdelegate.h"

#include <QAbstractItemView>

namespace quarterdeck {

namespace {
constexpr int ArrowRoom = 12;
}

QuietHeader::QuietHeader(const Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setHighlightSections(false);
    setSectionsMovable(false);
    setSectionsClickable(true);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        viewport()->update();
    });
}

void QuietHeader::setFirstInset(int pixels)
{
    m_firstInset = pixels;
    viewport()->update();
}

QSize QuietHeader::sizeHint() const
{
    return {100, std::max(24, QFontMetrics(m_theme.font(TypeFace::Caption)).height() + 12)};
}

bool QuietHeader::isFigure(int column) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(parentWidget());
    const auto *delegate = view == nullptr ? nullptr : qobject_cast<const RowDelegate *>(view->itemDelegate());
    return delegate != nullptr && delegate->isFigureColumn(column);
}

void QuietHeader::paintSection(QPainter *painter, const QRect &rect, int column) const
{
    painter->fillRect(rect, m_theme.color(Token::Window));
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, m_theme.color(Token::Hairline));
    painter->setFont(m_theme.font(TypeFace::Caption));
    const bool isSorted = isSortIndicatorShown() && sortIndicatorSection() == column;
    painter->setPen(m_theme.color(isSorted ? Token::Text : Token::Muted));
    const QRectF room = RowDelegate::padded(rect, column, model()->columnCount(), isRightToLeft()).adjusted(0, 0, 0, 1);
    const qreal inset = column == 0 ? m_firstInset : 0;
    QRectF words = isRightToLeft() ? room.adjusted(0, 0, -inset, 0) : room.adjusted(inset, 0, 0, 0);
    const QString title = model()->headerData(column, Qt::Horizontal).toString();
    const bool isAtRight = isFigure(column) != isRightToLeft();
    const qreal width = std::min(words.width(), QFontMetricsF(painter->font()).horizontalAdvance(title));
    const Qt::Alignment side = isAtRight ? Qt::AlignRight : Qt::AlignLeft;
    paintElided(*painter, words, title, side | Qt::AlignAbsolute | Qt::AlignVCenter);
    if (isSorted) {
        // Before figures and behind words, so that the words themselves keep their place.
        const qreal x = isAtRight ? words.right() - width - ArrowRoom : words.left() + width + 2;
        const bool isDown = sortIndicatorOrder() == Qt::AscendingOrder;
        paintIcon(*painter, QRectF(x, words.top(), ArrowRoom, words.height()), isDown ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up"),
            Token::Muted, m_theme);
    }
}

} // namespace quarterdeck
