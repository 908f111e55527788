#include "ui/shell/overlay.h"

#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/card.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace quarterdeck {

Overlay::Overlay(const Theme &theme, QWidget *window)
    : QWidget(window)
    , m_theme(theme)
{
    auto *card = new Card(theme, this);
    m_sheet = card;
    m_content = card->content();
    m_content->setContentsMargins(12, 12, 12, 12);
    window->installEventFilter(this);
    hide();
}

void Overlay::setSheet(int width, int top)
{
    m_width = width;
    m_top = top;
}

void Overlay::open(QWidget *first)
{
    if (!isVisible()) {
        m_before = QApplication::focusWidget();
    }
    // Not in the constructor: what is said of a class is forgotten once it is another's base.
    if (QAccessible::queryAccessibleInterface(this)->role() != QAccessible::Dialog) {
        setAccessibleRole(this, QAccessible::Dialog);
    }
    place();
    show();
    raise();
    first->setFocus(Qt::OtherFocusReason);
}

void Overlay::dismiss()
{
    if (!isVisible()) {
        return;
    }
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_before) {
        m_before->setFocus(Qt::OtherFocusReason);
    }
    emit closed();
}

void Overlay::place()
{
    setGeometry(parentWidget()->rect());
    const int width = std::min(m_width, this->width() - 40);
    const int wanted = m_sheet->hasHeightForWidth() ? m_sheet->heightForWidth(width) : m_sheet->sizeHint().height();
    const int top = std::min(m_top, height() / 8);
    m_sheet->setGeometry((this->width() - width) / 2, top, width, std::min(wanted, height() - top - 24));
}

void Overlay::paintEvent(QPaintEvent *)
{
    QColor shade = m_theme.color(Token::Window);
    shade.setAlpha(m_theme.isDark() ? 150 : 140);
    QPainter(this).fillRect(rect(), shade);
}

void Overlay::mousePressEvent(QMouseEvent *event)
{
    if (!m_sheet->geometry().contains(event->pos())) {
        dismiss();
    }
}

void Overlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        dismiss();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool Overlay::focusNextPrevChild(bool next)
{
    // Tab goes round within the sheet; Escape leaves it.
    QWidget *start = QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : this;
    QWidget *candidate = start;
    do {
        candidate = next ? candidate->nextInFocusChain() : candidate->previousInFocusChain();
        const bool isOurs = isAncestorOf(candidate) && candidate->isVisible() && candidate->isEnabled();
        if (isOurs && (candidate->focusPolicy() & Qt::TabFocus) == Qt::TabFocus) {
            candidate->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (candidate != start);
    return true;
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    if (watched == parentWidget() && event->type() == QEvent::LayoutRequest && isVisible()) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace quarterdeck
