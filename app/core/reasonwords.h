#pragma once

#include "app/core/reason.h"

#include <array>
#include <functional>
#include <span>

namespace quarterdeck {

/// One line of a table of words.
struct ReasonSentence {
    ReasonCode code;
    const char *words;                         ///< English, with %1 to %3 for the parts.
    std::array<QLatin1StringView, 3> parts {}; ///< Of reasonpart, in the order of the placeholders. Somebody unknown stands for `by`.
};

/// A table of words and how its parts are told.
struct ReasonTable {
    std::span<const ReasonSentence> sentences; ///< Of several for one code, the first counts whose parts are all there.
    std::function<QString(const char *)> say;  ///< Words of the table as they are shown.
    std::function<QString(UtcTime)> time;
    const char *somebody = nullptr; ///< Stands for `by` where nobody is named.
};

/// The words of a reason; empty for None. Foreign parts are as they came: see text::plain().
QString reasonWords(const Reason &reason, const ReasonTable &table);

} // namespace quarterdeck
