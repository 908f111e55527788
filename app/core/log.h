#pragma once

#include <QLoggingCategory>

namespace quarterdeck {

Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logUi)
Q_DECLARE_LOGGING_CATEGORY(logDemo)

/// Sends every log message through redacted() to stderr and, when `file` is not empty, to that file (rotated at 4 MB, one old one kept).
/// `program`: whose sentences the messages are on stderr, "qdeck: ...", for a person who reads them as they come; empty: they are dated there, too.
void installLogSink(const QString &file, const QString &program = {});

} // namespace quarterdeck
