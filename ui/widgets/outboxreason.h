#pragma once

#include "app/core/reason.h"

#include <QString>

#include <functional>

namespace quarterdeck {

/// A reason of the outbox in the language of the window; empty for none. Foreign parts are as they came: see text::plain().
/// `time`: how an instant is told.
QString outboxReason(const Reason &reason, const std::function<QString(UtcTime)> &time);

} // namespace quarterdeck
