#pragma once

#include "app/domain/logline.h"

#include <QByteArrayView>

namespace quarterdeck::logformat {

/// The level that a word or a letter of a log stands for, in any case and in the languages that Java writes: "SEVERE", "Note", "W",
/// "AVERTISSEMENT". Nothing for any other word.
std::optional<LogLevel> levelOfWord(QByteArrayView word);

/// The level word of a line that tells it near its start, after the time: "[error]", "core:notice", "INFO", "info:", "W |".
/// Empty where none is told there. The view is one into `text`.
QByteArrayView levelNearStart(QByteArrayView text);

} // namespace quarterdeck::logformat
