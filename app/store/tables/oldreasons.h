#pragma once

#include "app/core/reason.h"

namespace quarterdeck {

/// The reason that a sentence stands for which a version up to the third of the schema stored in its place. What is not known is ReasonCode::Text.
Reason reasonOfSentence(const QString &sentence);

} // namespace quarterdeck
