#pragma once

#include "app/domain/action.h"
#include "app/domain/freshness.h"
#include "app/domain/service.h"
#include "app/json/jsonreader.h"

namespace quarterdeck {

/// Values of the domain as items of an envelope: a contract; members may be added, none goes.
void writeAlert(JsonWriter &json, const Alert &alert);
void writeOutboxEntry(JsonWriter &json, const OutboxEntry &entry);
void writeStatus(JsonWriter &json, const SourceStatus &status);
void writeService(JsonWriter &json, const Service &service, const std::vector<Alert> &openAlerts);
void writeLabels(JsonWriter &json, const Labels &labels);
void writeTime(JsonWriter &json, UtcTime time);
void writeStrings(JsonWriter &json, const QStringList &values);

} // namespace quarterdeck
