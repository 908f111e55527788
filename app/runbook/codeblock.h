#pragma once

#include "app/runbook/runbook.h"

namespace quarterdeck {

/// Reads one block of code: kind by declared language and content, prompts, sessions, expected output, placeholders and whether it
/// changes something. `info` is the text after the opening fence; empty for indented code.
CodeBlock readCodeBlock(const QString &info, const QString &text);

} // namespace quarterdeck
