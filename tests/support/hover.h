#pragma once

#include <QApplication>
#include <QHelpEvent>
#include <QToolTip>
#include <QWidget>

namespace quarterdeck {

/// What hovering over the middle of a shown widget says.
inline QString hoverText(QWidget &widget)
{
    const QPoint middle = widget.rect().center();
    QHelpEvent event(QEvent::ToolTip, middle, widget.mapToGlobal(middle));
    QApplication::sendEvent(&widget, &event);
    return QToolTip::text();
}

} // namespace quarterdeck
