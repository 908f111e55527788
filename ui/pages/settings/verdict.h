#pragma once

#include "models/backendlistmodel.h"
#include "ui/theme/tokens.h"

namespace quarterdeck {

/// What came of a test of a connection, with what it found, a sentence a line; empty before one.
QString verdictWords(ProbeState state, const QStringList &findings);
/// The colour of the verdict.
Token verdictToken(ProbeState state);

} // namespace quarterdeck
