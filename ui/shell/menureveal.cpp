#include "ui/shell/menureveal.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenuBar>

namespace quarterdeck {

MenuReveal::MenuReveal(QMainWindow &window)
    : m_window(window)
{
    if (!window.menuBar()->isNativeMenuBar()) {
        window.menuBar()->hide();
    }
    qApp->installEventFilter(this);
}

MenuReveal::~MenuReveal()
{
    qApp->removeEventFilter(this);
}

bool MenuReveal::eventFilter(QObject *watched, QEvent *event)
{
    QMenuBar *bar = m_window.menuBar();
    if (watched == bar && event->type() == QEvent::FocusOut && QApplication::activePopupWidget() == nullptr) {
        bar->hide();
    }
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (!isKey || widget == nullptr || widget->window() != &m_window) {
        return false;
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    if (event->type() == QEvent::KeyPress) {
        m_isAltAlone = key->key() == Qt::Key_Alt && key->modifiers() == Qt::AltModifier;
    } else if (key->key() == Qt::Key_Alt && m_isAltAlone) {
        m_isAltAlone = false;
        const bool isShown = bar->isVisible();
        bar->setVisible(!isShown);
        if (!isShown) {
            bar->setFocus(Qt::MenuBarFocusReason);
        }
    }
    return false;
}

} // namespace quarterdeck
