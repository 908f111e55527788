#include "ui/widgets/stattile.h"

#include "app/core/text.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/paint.h"

#include <cmath>

namespace quarterdeck {

namespace {

// Pixels round the texts, and between them.
constexpr int Left = 16;
constexpr int Right = 10;
constexpr int Top = 14;
constexpr int Gaps = 4;

} // namespace

StatTile::StatTile(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
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
    updateGeometry();
    update();
}

QSize StatTile::sizeHint() const
{
    return {200, heightForWidth(200)};
}

QSize StatTile::minimumSizeHint() const
{
    return {120, heightForWidth(120)};
}

int StatTile::heightForWidth(int width) const
{
    const qreal room = width - Left - Right;
    const qreal figure = QFontMetricsF(m_theme.font(TypeFace::Figure)).height();
    return int(std::ceil(lines(TypeFace::Caption, m_caption, room) + figure + lines(TypeFace::Body, m_remark, room))) + 2 * Top + Gaps;
}

// How high a text is in that width: of two lines at most.
qreal StatTile::lines(TypeFace face, const QString &text, qreal width) const
{
    const QFontMetricsF metrics(m_theme.font(face));
    return metrics.horizontalAdvance(text) <= width ? metrics.height() : 2 * metrics.height();
}

QString StatTile::quietRemark() const
{
    const qsizetype cut = m_isRemarkMarked ? m_remark.lastIndexOf(u'·') + 1 : m_remark.size();
    return m_remark.left(cut) + (cut < m_remark.size() ? QStringLiteral(" ") : QString());
}

void StatTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (underMouse()) {
        painter.fillRect(rect().adjusted(1, 1, -1, -1), m_theme.color(Token::Raised));
    }
    const QRectF box = QRectF(rect()).adjusted(Left, Top, -Right, -Top);
    qreal y = box.top();
    const auto block = [&](TypeFace face, Token ink, const QString &text) {
        const QFont font = m_theme.font(face);
        painter.setFont(font);
        painter.setPen(m_theme.color(ink));
        const QRectF room(box.left(), y, box.width(), lines(face, text, box.width()));
        if (room.height() > QFontMetricsF(font).height() * 1.5) {
            painter.drawText(room, wrapFlags(QFontMetrics(font), text, int(room.width())), text);
        } else {
            paintElided(painter, room, text);
        }
        y += room.height();
    };
    block(TypeFace::Caption, Token::Muted, m_caption);
    y += 1;
    painter.setFont(m_theme.font(TypeFace::Figure));
    painter.setPen(m_theme.color(m_isRemarkMarked ? Token::Text : m_token));
    const qreal figure = QFontMetricsF(painter.font()).height();
    paintElided(painter, QRectF(box.left(), y, box.width(), figure), m_figure);
    y += figure + 3;
    const QString quiet = quietRemark();
    const QString marked = m_remark.mid(quiet.trimmed().size()).trimmed();
    if (marked.isEmpty()) {
        block(TypeFace::Body, Token::Muted, m_remark);
    } else {
        const QFontMetricsF metrics(m_theme.font(TypeFace::Body));
        const bool isOneLine = metrics.horizontalAdvance(m_remark) <= box.width();
        painter.setFont(m_theme.font(TypeFace::Body));
        painter.setPen(m_theme.color(Token::Muted));
        paintElided(painter, QRectF(box.left(), y, box.width(), metrics.height()), isOneLine ? quiet : quiet.trimmed().chopped(1).trimmed());
        const QPointF at = isOneLine ? QPointF(box.left() + metrics.horizontalAdvance(quiet), y) : QPointF(box.left(), y + metrics.height());
        painter.setPen(m_theme.color(m_token));
        paintElided(painter, QRectF(at, QSizeF(box.right() - at.x(), metrics.height())), marked);
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(Token::Accent), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 6, 6);
    }
}

} // namespace quarterdeck
