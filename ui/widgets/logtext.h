#pragma once

#include "app/domain/logline.h"
#include "ui/theme/tokens.h"

namespace quarterdeck {

/// The bytes of a line as shown: UTF-8 with replacements, text::plain(), cut at 4 kB.
QString logText(const LogLine &line);
/// "ERROR", "WARN", "INFO", "DEBUG" or empty: the words of log files, not translated.
QString logLevelWord(LogLevel level);
Token logLevelToken(LogLevel level);
/// "14:41:58.201" in local time.
QString localLogTime(qint64 nanos);

} // namespace quarterdeck
