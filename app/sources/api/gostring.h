#pragma once

#include <QString>

namespace quarterdeck {

/// A string as Go's languages write it, quotes included: whatever the text holds, it is that text and nothing else.
QString goString(QStringView text);
/// A regular expression (RE2) that matches that text alone.
QString literalPattern(QStringView text);

} // namespace quarterdeck
