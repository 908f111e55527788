#include "ui/widgets/stattile.h"

#include "app/core/text.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/paint.h"

namespace quarterdeck {

StatTile::StatTile(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void StatTile::set(const QString &caption, const QString &figure, const QString &remark, Token token, bool isRemarkMarked)
{
    m_caption = text::plain(caption).toUpper();
    m_figure = text::plain(figure);
    m_remark = text::plain(remark);
    m_token = token;
    m_isRemarkMarked = isRemarkMarked;
    setAccessibleName(tr("%1: %2, %3").arg(text::plain(caption), m_figure, m_remark));
    setHint(this, accessibleName());
    update();
}

QSize StatTile::sizeHint() const
{
    const int height = QFontMetrics(m_theme.font(TypeFace::Caption)).height() + QFontMetrics(m_theme.font(TypeFace::Figure)).height()
        + QFontMetrics(m_theme.font(TypeFace::Body)).height();
    return {200, height + 32};
}

QSize StatTile::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void StatTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (underMouse()) {
        painter.fillRect(rect().adjusted(1, 1, -1, -1), m_theme.color(Token::Raised));
    }
    const QRectF box = QRectF(rect()).adjusted(16, 14, -10, -14);
    qreal y = box.top();
    const auto line = [&](const QFont &font, const QColor &ink, const QString &text) {
        painter.setFont(font);
        painter.setPen(ink);
        const qreal height = QFontMetricsF(font).height();
        paintElided(painter, QRectF(box.left(), y, box.width(), height), text);
        y += height;
    };
    line(m_theme.font(TypeFace::Caption), m_theme.color(Token::Muted), m_caption);
    y += 1;
    line(m_theme.font(TypeFace::Figure), m_theme.color(m_isRemarkMarked ? Token::Text : m_token), m_figure);
    y += 3;
    const qsizetype cut = m_isRemarkMarked ? m_remark.lastIndexOf(u'·') + 1 : m_remark.size();
    const QString quiet = m_remark.left(cut) + (cut < m_remark.size() ? QStringLiteral(" ") : QString());
    const qreal top = y;
    line(m_theme.font(TypeFace::Body), m_theme.color(Token::Muted), quiet);
    if (cut < m_remark.size()) {
        const qreal width = QFontMetricsF(m_theme.font(TypeFace::Body)).horizontalAdvance(quiet);
        painter.setPen(m_theme.color(m_token));
        paintElided(painter, QRectF(box.left() + width, top, box.width() - width, y - top), m_remark.mid(cut).trimmed());
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(Token::Accent), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 6, 6);
    }
}

} // namespace quarterdeck
