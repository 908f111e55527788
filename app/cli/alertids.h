#pragma once

#include "app/cli/clisession.h"

namespace quarterdeck {

/// The alerts that ids name: "source:fingerprint", or a fingerprint that only one source has. What names none ends in `problems`.
std::vector<Alert> findAlerts(const std::vector<Alert> &alerts, const std::vector<std::string> &ids, QStringList &problems);

/// Every stored alert; the sources are asked once, for a few seconds, where one of the ids is not among them.
/// Errors: those of the store.
Result<std::vector<Alert>> alertsFor(CliSession &session, const std::vector<std::string> &ids);

} // namespace quarterdeck
