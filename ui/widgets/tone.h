#pragma once

#include <QString>

class QToolButton;

namespace quarterdeck {

/// Colours the words of a tool button by the style sheet, so that it follows the theme: "ok", "warning", "critical", or empty for none.
void setTone(QToolButton &button, const QString &tone);

} // namespace quarterdeck
