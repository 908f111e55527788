#pragma once

#include "ui/theme/theme.h"

namespace quarterdeck {

/// The one small style sheet of the application: hairlines instead of bevels, a visible focus, nothing blue by default.
QString styleSheet(const Theme &theme);

} // namespace quarterdeck
