#include "ui/widgets/keyhint.h"

#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/paint.h"

namespace quarterdeck {

namespace {

QFont keyFont(const Theme &theme)
{
    QFont font = theme.font(TypeFace::Mono);
    font.setPixelSize(theme.font(TypeFace::Caption).pixelSize());
    return font;
}

} // namespace

qreal paintKeyBox(QPainter &painter, const QRectF &rect, const QString &key, const Theme &theme)
{
    const QFont font = keyFont(theme);
    const QFontMetricsF metrics(font);
    const qreal width = std::max<qreal>(18, metrics.horizontalAdvance(key) + 10);
    const qreal height = metrics.height() + 2;
    const QRectF box(rect.right() - width, rect.center().y() - height / 2, width, height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::Hairline), 1));
    painter.setBrush(theme.color(Token::Raised));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(font);
    painter.setPen(theme.color(Token::Muted));
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, key);
    painter.restore();
    return width;
}

KeyHint::KeyHint(const Theme &theme, const QString &key, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_key(key)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::StaticText);
    setAccessibleName(key);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

QSize KeyHint::sizeHint() const
{
    const QFontMetrics metrics(keyFont(m_theme));
    return {std::max(18, metrics.horizontalAdvance(m_key) + 11), metrics.height() + 3};
}

void KeyHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintKeyBox(painter, rect(), m_key, m_theme);
}

} // namespace quarterdeck
