#pragma once

#include "app/core/result.h"

class QFile;

namespace quarterdeck::files {

/// Where the text of a file begins that is not packed: one that was emptied under a program that goes on writing at its old place begins
/// with NULs, mostly a hole. Leaves the place of the file as it was. Units: bytes.
/// Errors: BadPayload, when it is not text.
Result<qint64> textStart(const QFile &file);

} // namespace quarterdeck::files
