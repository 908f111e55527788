#pragma once

#include "app/core/error.h"

#include <QString>

namespace quarterdeck {

/// What went wrong, in the language of the window: what an error of its kind means, and what was found in quotes, as the engine or the server
/// says it. In English what was found says it all. At most `most` characters of what was found; plain. Empty where nothing was found.
QString errorWords(const Error &error, qsizetype most = 300);

} // namespace quarterdeck
