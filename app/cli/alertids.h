#pragma once

#include "app/cli/clisession.h"

namespace quarterdeck {

/// The alerts that ids name: "source:fingerprint", or a fingerprint that only one source has. What names none ends in `problems`, with
/// `unread` behind it.
std::vector<Alert> findAlerts(
    const std::vector<Alert> &alerts, const std::vector<std::string> &ids, QStringList &problems, const QString &unread = {});

/// Names the sources that could not be read wholly and why, so that what is not known here may exist there; empty where all could.
QString unreadText(CliSession &session);

/// Every stored alert; the sources are asked once, for a few seconds, where one of the ids is not among them.
/// Errors: those of the store.
Result<std::vector<Alert>> alertsFor(CliSession &session, const std::vector<std::string> &ids);

} // namespace quarterdeck
