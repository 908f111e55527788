#pragma once

#include "app/json/jsonreader.h"
#include "app/sources/pagerduty/incident.h"

namespace quarterdeck::pagerduty {

/// What opened an incident: of its first log entry, where that was included, and of its body. Phone numbers, addresses and keys of
/// integrations stay behind.
Trigger triggerOf(const JsonValue &logEntry, const JsonValue &body);
/// The fields that an account has given its incidents, by name. One without a value is left out.
QList<Label> customFieldsOf(const JsonValue &fields);

} // namespace quarterdeck::pagerduty
