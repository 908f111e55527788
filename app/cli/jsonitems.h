#pragma once

#include "app/cli/incidentbook.h"
#include "app/domain/action.h"
#include "app/domain/quiet.h"
#include "app/domain/service.h"
#include "app/domain/verdict.h"
#include "app/json/jsonreader.h"

namespace quarterdeck {

/// One alert. These items of envelopes are a contract: members may be added, none goes.
/// `lastSeenAt`: when its source was last known to list it. `quiet`: everything that keeps it from paging.
void writeAlert(JsonWriter &json, const Alert &alert, UtcTime lastSeenAt, const std::vector<QuietReason> &quiet, const IncidentBook &incidents);
/// One row of the outbox.
void writeOutboxEntry(JsonWriter &json, const OutboxEntry &entry);
/// One source.
void writeStatus(JsonWriter &json, const SourceStatus &status);
/// One service with its open alerts.
void writeService(JsonWriter &json, const Service &service, const std::vector<Alert> &openAlerts, const Verdict &verdict);
/// An object of names and values.
void writeLabels(JsonWriter &json, const Labels &labels);
/// RFC 3339, or null for an invalid time.
void writeTime(JsonWriter &json, UtcTime time);
/// A list of strings.
void writeStrings(JsonWriter &json, const QStringList &values);

} // namespace quarterdeck
