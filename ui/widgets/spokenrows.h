#pragma once

#include <QAccessible>

#include <functional>

namespace quarterdeck {

/// The rows of a widget that paints them itself, for a screen reader. A row is known by its number, which stays while it is scrolled.
struct SpokenRows {
    std::function<int()> first;       ///< Number of the first row in sight.
    std::function<int()> count;       ///< Rows in sight.
    std::function<int()> current;     ///< The row under the keyboard; -1: none.
    std::function<QString(int)> text; ///< All that the eye sees of a row.
    std::function<QRect(int)> place;  ///< Where a row is. Units: pixels of the widget.
};

/// The widget has this role from now on and these rows for children. To be called once, and while the widget is made.
void setSpokenRows(QWidget *widget, QAccessible::Role role, SpokenRows rows);
/// The keyboard came to the current row: it is said where the widget has the focus.
void tellCurrentRow(QWidget *widget);

} // namespace quarterdeck
