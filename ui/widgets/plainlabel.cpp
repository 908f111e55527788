#include "ui/widgets/plainlabel.h"

#include "app/core/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/wrappedtext.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextDocument>
#include <QToolTip>

namespace quarterdeck {

namespace {

// In characters: words longer than the least may be broken where there is no room, and no label asks for more than the most.
constexpr int LeastWrapped = 24;
constexpr int MostWrapped = 80;

} // namespace

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

void PlainLabel::setEliding(bool eliding, Qt::TextElideMode mode)
{
    m_eliding = eliding;
    m_elideMode = mode;
    updateGeometry();
    update();
}

QSize PlainLabel::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    const int most = m_eliding ? 24 : wordWrap() ? fontMetrics().averageCharWidth() * LeastWrapped : hint.width();
    return {std::min(hint.width(), most), hint.height()};
}

QSize PlainLabel::sizeHint() const
{
    const int most = fontMetrics().averageCharWidth() * MostWrapped;
    return !wordWrap() || !mustBreak(most) ? QLabel::sizeHint() : QSize(most, heightForWidth(most));
}

bool PlainLabel::mustBreak(int width) const
{
    // For a label that wraps, the least width is that of its longest word.
    return wordWrap() && !m_eliding && QLabel::minimumSizeHint().width() > width;
}

// What can be selected is laid out by a document of QLabel's own, which is set back with each new layout: that is forced first.
bool PlainLabel::breakInDocument(int width) const
{
    (void)QLabel::heightForWidth(width);
    auto *document = findChild<QTextDocument *>();
    if (document == nullptr) {
        return false;
    }
    QTextOption option = document->defaultTextOption();
    if (option.wrapMode() != QTextOption::WrapAtWordBoundaryOrAnywhere) {
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        document->setDefaultTextOption(option);
    }
    return true;
}

int PlainLabel::heightForWidth(int width) const
{
    if (!mustBreak(width) || breakInDocument(width)) {
        return QLabel::heightForWidth(width);
    }
    const QMargins around = contentsMargins();
    return wrappedHeight(QLabel::text(), font(), width - around.left() - around.right()) + around.top() + around.bottom();
}

bool PlainLabel::event(QEvent *event)
{
    // Not as its tooltip: that would be a description for a screen reader, markup and all, of what it has said already.
    if (event->type() == QEvent::ToolTip && m_eliding && toolTip().isEmpty()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), QLabel::text().isEmpty() ? QString() : text::tooltip(QLabel::text()), this);
        return true;
    }
    return QLabel::event(event);
}

void PlainLabel::paintEvent(QPaintEvent *event)
{
    const bool isBroken = mustBreak(width());
    if (!m_eliding && (!isBroken || breakInDocument(width()))) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    if (isBroken) {
        painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
        painter.setFont(font());
        paintWrapped(painter, contentsRect(), QLabel::text(), alignment());
        return;
    }
    const QPalette::ColorGroup group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    if (hasSelectedText()) {
        painter.fillRect(contentsRect(), palette().color(group, QPalette::Highlight));
    }
    if (hasFocus() && m_theme != nullptr) {
        painter.fillRect(QRect(0, height() - 2, width(), 2), m_theme->color(Token::Accent));
    }
    painter.setPen(palette().color(group, hasSelectedText() ? QPalette::HighlightedText : QPalette::WindowText));
    painter.setFont(font());
    paintElided(painter, contentsRect(), QLabel::text(), alignment(), m_elideMode);
}

bool PlainLabel::selectWhole(const QMouseEvent &event)
{
    if (!m_eliding || event.button() != Qt::LeftButton || !textInteractionFlags().testFlag(Qt::TextSelectableByMouse)) {
        return false;
    }
    setSelection(0, int(QLabel::text().size()));
    update();
    return true;
}

void PlainLabel::focusInEvent(QFocusEvent *event)
{
    QLabel::focusInEvent(event);
    if (m_eliding && textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard)) {
        setSelection(0, int(QLabel::text().size()));
        update();
    }
}

void PlainLabel::mousePressEvent(QMouseEvent *event)
{
    if (!selectWhole(*event)) {
        QLabel::mousePressEvent(event);
    }
}

void PlainLabel::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!selectWhole(*event)) {
        QLabel::mouseDoubleClickEvent(event);
    }
}

} // namespace quarterdeck
