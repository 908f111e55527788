#include "ui/shell/palettebutton.h"

#include "ui/widgets/keyhint.h"
#include "ui/widgets/paint.h"

namespace quarterdeck {

PaletteButton::PaletteButton(const Theme &theme, const QString &hint, const QString &key, QWidget *parent)
    : QPushButton(hint, parent)
    , m_theme(theme)
    , m_key(key)
{
    setAccessibleName(hint);
    setAccessibleDescription(tr("Shortcut: %1").arg(key));
    setAutoDefault(false);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaximumWidth(440);
    setMinimumWidth(140);
}

QSize PaletteButton::sizeHint() const
{
    return {440, m_theme.controlHeight()};
}

void PaletteButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(hasFocus() ? Token::Accent : Token::Border), hasFocus() ? 2 : 1));
    painter.setBrush(m_theme.color(underMouse() ? Token::Raised : Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    QRectF line = QRectF(rect()).adjusted(12, 0, -10, 0);
    line.setRight(line.right() - paintKeyBox(painter, line, m_key, m_theme) - 8);
    painter.setFont(m_theme.font(TypeFace::Body));
    painter.setPen(m_theme.color(Token::Faint));
    paintElided(painter, line, text());
}

} // namespace quarterdeck
