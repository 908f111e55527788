#pragma once

#include "app/core/reason.h"
#include "app/json/jsonreader.h"

namespace quarterdeck {

/// Writes {"code": "fires-again", "args": {"since": "2026-11-21T14:36:02Z"}}: times by RFC 3339, a reason within a reason likewise; null for None.
void writeReason(JsonWriter &json, const Reason &reason);
/// The same as text; empty for None.
QByteArray encodeReason(const Reason &reason);
/// Reads a value as writeReason() writes it. What cannot be understood (a code of a later version, another type) is ReasonCode::Text with what is
/// there; null is None.
Reason readReason(const JsonValue &value);
/// Inverse of encodeReason(). What is no JSON is ReasonCode::Text, as it is.
Reason decodeReason(const QString &text);

} // namespace quarterdeck
