#pragma once

#include "app/ports/library.h"

namespace quarterdeck {

/// The id of the runbook for an alert, in this order: the file that `runbookUrl` points at, the file called like the alert, front matter
/// `alerts` (exact names before globs), front matter `service` of a runbook that names no alerts. Empty where nothing fits.
/// Files with a problem are never chosen.
QString matchRunbook(const std::vector<RunbookFile> &files, const QString &alertname, const QString &runbookUrl, const QString &service);

} // namespace quarterdeck
