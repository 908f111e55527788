#pragma once

#include "app/domain/logline.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace quarterdeck {

/// Opens one log record whole, with every line of its text and every field, in a window of its own above `parent`. Esc closes it.
void showLogLine(const LogLine &line, const Theme &theme, QWidget *parent);

/// What that window says: time, source, host and service, the text as it came, then the fields. Safe to show.
QString logLineBlock(const LogLine &line);

} // namespace quarterdeck
