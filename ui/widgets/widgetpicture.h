#pragma once

#include <QByteArray>
#include <QString>

class QWidget;

namespace quarterdeck {

/// The widget as it is shown, as PNG in the resolution of its screen.
QByteArray widgetPng(QWidget &widget);
/// The widget as SVG: lines and text, no pixels. `title` is foreign.
QByteArray widgetSvg(QWidget &widget, const QString &title);

} // namespace quarterdeck
