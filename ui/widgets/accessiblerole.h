#pragma once

#include <QAccessible>

class QAbstractButton;
class QWidget;

namespace quarterdeck {

/// A screen reader hears this role instead of the one that Qt guesses from the class; name and states stay those of the widget. Not to be
/// called in the constructor of a class that others derive from.
void setAccessibleRole(QWidget *widget, QAccessible::Role role);

/// The button is one choice of several: a radio button that says whether it is the chosen one.
void setRadioRole(QAbstractButton *button);

/// What hovering says, for a screen reader too: there as plain words, for it would read the markup of a tooltip aloud. Empty removes both.
void setHint(QWidget *widget, const QString &foreign);

} // namespace quarterdeck
