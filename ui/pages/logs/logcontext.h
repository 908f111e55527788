#pragma once

#include "app/domain/logline.h"
#include "ui/pages/api/page.h"

namespace quarterdeck {

/// Opens a window with what stands around a line in its own log, whatever is searched for: the lines before and after of the same source,
/// of its service where it has one. Esc closes it. Thread: main.
void showLogContext(const LogLine &line, const PageContext &context, QWidget *parent);

} // namespace quarterdeck
