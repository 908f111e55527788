#pragma once

#include "ui/theme/theme.h"

class QPalette;

namespace quarterdeck {

/// The value of a token in a scheme.
QColor tokenColor(Theme::Scheme scheme, Token token);
/// Qt's own palette made of the tokens of a scheme.
QPalette schemePalette(Theme::Scheme scheme);

} // namespace quarterdeck
