#pragma once

#include "app/domain/action.h"
#include "app/domain/freshness.h"
#include "app/domain/service.h"
#include "app/json/jsonreader.h"

namespace quarterdeck {

/// One alert. These items of envelopes are a contract: members may be added, none goes.
void writeAlert(JsonWriter &json, const Alert &alert);
/// One row of the outbox.
void writeOutboxEntry(JsonWriter &json, const OutboxEntry &entry);
/// One source.
void writeStatus(JsonWriter &json, const SourceStatus &status);
/// One service with its open alerts.
void writeService(JsonWriter &json, const Service &service, const std::vector<Alert> &openAlerts);
/// An object of names and values.
void writeLabels(JsonWriter &json, const Labels &labels);
/// RFC 3339, or null for an invalid time.
void writeTime(JsonWriter &json, UtcTime time);
/// A list of strings.
void writeStrings(JsonWriter &json, const QStringList &values);

} // namespace quarterdeck
