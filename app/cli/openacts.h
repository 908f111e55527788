#pragma once

#include "app/cli/report.h"

namespace quarterdeck {

/// What was asked for and has not come about.
struct OpenActs {
    std::vector<OutboxEntry> conflicts; ///< Not sent, because the alert has changed since: a person decides.
    std::vector<OutboxEntry> failed;    ///< Refused by the source, or too old to be sent, in the last day.
    std::vector<OutboxEntry> waiting;   ///< Queued, being sent, or sent and not confirmed.
};

/// Sorts the entries of these sources; of all where none is named.
OpenActs openActs(const std::vector<OutboxEntry> &entries, const QStringList &sources);

/// Tells of them in words and in members of the envelope. The exit code is Partial while a conflict is undecided, where something failed
/// after `since`, and where something waits although its source answers.
void tellOpenActs(Report &report, const OpenActs &acts, const std::vector<SourceStatus> &statuses, UtcTime since);

/// "1a2b3c4d  conflict: acknowledge HighLatency (You saw it firing ...)", for the terminal.
QString actLine(const OutboxEntry &entry);

} // namespace quarterdeck
