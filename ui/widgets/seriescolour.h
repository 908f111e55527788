#pragma once

#include "ui/theme/theme.h"

#include <vector>

namespace quarterdeck {

/// The colour of the series at a place: the tokens in turn, and in each further turn a lighter or darker shade, so that a dozen can be told
/// apart. Beyond that colours come again.
QColor seriesColour(const Theme &theme, const std::vector<Token> &tokens, int place);
/// The place of series `i`: as given, else in order.
int seriesPlace(const std::vector<int> &places, std::size_t i);

} // namespace quarterdeck
