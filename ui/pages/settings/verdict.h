#pragma once

#include "models/backendlistmodel.h"
#include "ui/theme/tokens.h"

namespace quarterdeck {

/// What came of a test of a connection, with why it failed and what it found, a sentence a line; empty before one.
QString verdictWords(ProbeState state, const QStringList &findings, const std::optional<Error> &error);
/// The colour of the verdict.
Token verdictToken(ProbeState state);

} // namespace quarterdeck
