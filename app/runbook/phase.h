#pragma once

#include "app/runbook/runbook.h"

namespace quarterdeck {

/// The phase that a section heading announces.
Step::Phase phaseOfHeading(const QString &heading);

/// True for the phases that say what to do: check, act, verify.
bool isActionable(Step::Phase phase);
/// True for the phases that only explain: context, impact.
bool isBackground(Step::Phase phase);

} // namespace quarterdeck
