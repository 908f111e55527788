#pragma once

#include "app/domain/alert.h"
#include "app/domain/silence.h"

namespace quarterdeck {

/// Cuts and marks what is too long of what an alert says. What identifies it is left as it is: a label that is cut would be matched by no server.
void boundTexts(Alert &alert);
/// Why an alert or a silence is too large to be kept at all: empty where it is not.
QString tooLarge(const Alert &alert);
QString tooLarge(const Silence &silence);

} // namespace quarterdeck
