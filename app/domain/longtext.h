#pragma once

#include "app/domain/labels.h"
#include "app/domain/logline.h"

namespace quarterdeck {

/// Longest text of an annotation or a field that is kept, in UTF-16 units.
inline constexpr qsizetype LongestText = 65'536;

/// At most so much of a text, with a mark that says how long it was: "... [cut, 9 MB]". Units: UTF-16.
QString cutText(const QString &text, qsizetype most);
/// The same names; values that are longer than LongestText, or too long together, are cut and marked.
Labels boundValues(const Labels &labels);
/// Cuts and marks what is too long of what a line says, so that one line keeps no other from being shown and stored.
void boundLine(LogLine &line);

} // namespace quarterdeck
