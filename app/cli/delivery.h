#pragma once

#include "app/cli/report.h"

namespace quarterdeck {

/// Stores the actions durably, through the running window where there is one, tries to deliver them for a few seconds, and says
/// truthfully how far each got. Returns the exit code. `problems` are things that could not even be asked for.
int carryOut(CliSession &session, std::vector<AlertAction> actions, const QStringList &problems);

/// Delivers for a few seconds, or watches the running window do it, until these entries are settled; where each stands then.
std::vector<OutboxEntry> followDelivery(CliSession &session, const std::vector<QUuid> &ids);

/// True where a wish may have been stored although nothing was answered.
bool mayHaveBeenDone(const Error &error);
/// Where one action stands, and why: "queued, not sent yet: acknowledge HighLatency. It is stored and ...". Plain.
QString deliverySentence(const OutboxEntry &entry);

/// An action of the person who typed the command, still without its verb's own parts.
AlertAction newAction(const CliSession &session, Verb verb, const SourceId &source);

} // namespace quarterdeck
