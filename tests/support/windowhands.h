#pragma once

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QWindow>

namespace quarterdeck {

/// A person in front of a window: presses keys and clicks where things are, and every one is counted. Everything goes through the
/// window system, so what does not have the focus or lies under something else is not reached.
class WindowHands {
public:
    explicit WindowHands(QWidget &window)
        : m_window(window)
    {
    }
    int actions() const { return m_actions; }
    void startOver() { m_actions = 0; }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        ++m_actions;
        QTest::keyClick(m_window.windowHandle(), key, modifiers);
    }
    /// Clicks into a widget, in its middle unless told. False when it cannot be seen there.
    bool click(QWidget *widget, QPoint at = {-1, -1})
    {
        if (!isReachable(widget, at)) {
            return false;
        }
        ++m_actions;
        const QPoint inside = at.x() < 0 ? widget->rect().center() : at;
        QTest::mouseClick(m_window.windowHandle(), Qt::LeftButton, {}, widget->mapTo(&m_window, inside));
        return true;
    }
    /// Opens the menu of a button and clicks a line of it: two actions. False when there is no such line.
    bool choose(QToolButton *button, QAction *action)
    {
        if (!isReachable(button, {-1, -1})) {
            return false;
        }
        bool isChosen = false;
        // The menu runs a loop of its own until something is chosen.
        QTimer::singleShot(400, &m_window, [this, action, &isChosen] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (menu == nullptr || !menu->actions().contains(action) || !action->isEnabled()) {
                if (menu != nullptr) {
                    menu->close();
                }
                return;
            }
            ++m_actions;
            isChosen = true;
            QTest::mouseClick(menu->windowHandle(), Qt::LeftButton, {}, menu->actionGeometry(action).center());
        });
        click(button);
        return QTest::qWaitFor([&isChosen] { return isChosen; }, 3000);
    }

private:
    bool isReachable(QWidget *widget, QPoint at) const
    {
        if (widget == nullptr || !widget->isVisible() || !widget->isEnabled()) {
            return false;
        }
        const QPoint inside = at.x() < 0 ? widget->rect().center() : at;
        const QWidget *there = m_window.childAt(widget->mapTo(&m_window, inside));
        return there != nullptr && (there == widget || widget->isAncestorOf(there));
    }

    QWidget &m_window;
    int m_actions = 0;
};

/// True where some of it is in sight: shown, and not scrolled away.
inline bool isInSight(const QWidget *widget)
{
    return widget != nullptr && widget->isVisible() && !widget->visibleRegion().isEmpty();
}

/// The words that can be read below a widget right now, one line for each label, control or row of a list.
inline QString wordsInSight(const QWidget &root)
{
    QStringList words;
    QList<QWidget *> all = root.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (!isInSight(widget)) {
            continue;
        }
        if (const auto *label = qobject_cast<QLabel *>(widget)) {
            words += label->text();
        } else if (const auto *view = qobject_cast<QAbstractItemView *>(widget); view != nullptr && view->model() != nullptr) {
            for (QModelIndex row = view->indexAt({4, 4}); row.isValid() && view->visualRect(row).top() < view->viewport()->height();
                 row = row.siblingAtRow(row.row() + 1)) {
                for (int column = 0; column < view->model()->columnCount(); ++column) {
                    const QModelIndex cell = row.siblingAtColumn(column);
                    words += cell.data(Qt::DisplayRole).toString() + u' ' + cell.data(Qt::AccessibleTextRole).toString();
                }
            }
        } else {
            words += widget->property("text").toString() + u' ' + widget->accessibleName() + u' ' + widget->accessibleDescription();
        }
    }
    return words.join(u'\n');
}

/// How many pixels of a picture of the widget have exactly this colour.
inline int pixelsOf(QWidget &widget, const QColor &colour)
{
    const QImage image = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            count += (line[x] & 0xffffffU) == (colour.rgb() & 0xffffffU) ? 1 : 0;
        }
    }
    return count;
}

} // namespace quarterdeck
