#pragma once

#include <QString>

namespace quarterdeck {

/// How bad, as the monitor says; ordered, worst first.
enum class Severity : quint8 { Critical, Error, Warning, Info, Unknown };

/// Stable name: "critical", "error", "warning", "info", "unknown".
QLatin1StringView severityName(Severity severity);
/// From a `severity` label, by the words in use (page, critical, fatal, high, warn, info, none, ...); Unknown for others.
Severity severityFromLabel(QStringView label);

} // namespace quarterdeck
