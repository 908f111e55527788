#pragma once

#include <QtGlobal>

namespace quarterdeck {

/// So much of a foreign name is told in a message. Units: characters.
constexpr qsizetype LongestName = 80;

} // namespace quarterdeck
