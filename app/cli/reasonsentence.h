#pragma once

#include "app/core/reason.h"

namespace quarterdeck {

/// A reason of the outbox in English, its times by RFC 3339; empty for none. Foreign parts are as they came: see text::plain().
QString reasonSentence(const Reason &reason);

} // namespace quarterdeck
