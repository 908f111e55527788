#include "ui/widgets/plainlabel.h"

#include "app/core/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QEvent>
#include <QPainter>

namespace quarterdeck {

PlainLabel::PlainLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

PlainLabel::PlainLabel(const QString &foreign, QWidget *parent)
    : PlainLabel(parent)
{
    setPlain(foreign);
}

void PlainLabel::setPlain(const QString &foreign)
{
    const QString clean = text::plain(foreign);
    if (clean == QLabel::text()) {
        return;
    }
    setText(clean);
    if (m_eliding) {
        setToolTip(text::tooltip(clean));
    }
}

void PlainLabel::setPlainBlock(const QString &foreign)
{
    setText(text::plainBlock(foreign));
}

void PlainLabel::setLook(const Theme &theme, TypeFace face, Token token, bool strong)
{
    if (m_theme == nullptr) {
        connect(&theme, &Theme::changed, this, &PlainLabel::refreshLook);
    }
    m_theme = &theme;
    m_face = face;
    m_token = token;
    m_strong = strong;
    refreshLook();
}

void PlainLabel::refreshLook()
{
    setFont(m_strong ? m_theme->strongFont(m_face) : m_theme->font(m_face));
    refreshInk();
}

void PlainLabel::refreshInk()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, m_theme->color(m_token));
    setPalette(colours);
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    // QFrame sets its margins anew from the style.
    if (!m_padding.isNull() && contentsMargins() != m_padding) {
        setContentsMargins(m_padding);
    }
    // Under a style sheet, polishing puts back the palette of an earlier theme.
    const bool isConcerned = event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange;
    if (isConcerned && m_theme != nullptr && palette().color(QPalette::WindowText) != m_theme->color(m_token)) {
        refreshInk();
    }
}

void PlainLabel::setPadding(const QMargins &padding)
{
    m_padding = padding;
    setContentsMargins(padding);
}

void PlainLabel::setEliding(bool eliding)
{
    m_eliding = eliding;
    setToolTip(eliding ? text::tooltip(QLabel::text()) : QString());
    updateGeometry();
    update();
}

QSize PlainLabel::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    return m_eliding ? QSize(std::min(hint.width(), 24), hint.height()) : hint;
}

void PlainLabel::paintEvent(QPaintEvent *event)
{
    if (!m_eliding) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    painter.setFont(font());
    paintElided(painter, contentsRect(), QLabel::text(), alignment());
}

} // namespace quarterdeck
