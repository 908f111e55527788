#pragma once

#include "app/domain/run.h"
#include "app/runbook/runbook.h"

namespace quarterdeck {

/// A run as Markdown for the review afterwards: what was done, skipped and left, then the timeline of every mark ever made. The same
/// input gives the same bytes; times are UTC. Untranslated: it is a document for the team. Pure.
QByteArray exportRun(const RunbookRun &run, const Runbook &runbook, const std::vector<StepMark> &audit);

} // namespace quarterdeck
