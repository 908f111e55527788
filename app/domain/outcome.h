#pragma once

#include "app/core/error.h"
#include "app/core/reason.h"

namespace quarterdeck {

/// What came of one attempt to carry out a wish, or of a look for what an attempt has left, as its source says.
struct Outcome {
    enum class Is : quint8 {
        Done,      ///< It is in force as wished.
        AlreadySo, ///< Nothing was sent: somebody else's state already is what was wished.
        Conflict,  ///< The world moved on: `reason` names both states.
        Refused,   ///< A plain no, to be believed: nothing took effect, and asking again is no use.
        NotSent,   ///< Nothing took effect, and it may be tried again once what hinders it is over.
        Unknown,   ///< Whether it took effect is open: it must be read back, never sent again blindly.
    };
    /// What hinders what was NotSent.
    enum class Hindrance : quint8 {
        Target, ///< What it is about cannot be told of now: nothing else needs to wait.
        Source, ///< The source cannot be reached or read.
        Access, ///< The source wants a sign-in or a pause from everybody.
    };

    Is is = Is::Done;
    Reason reason {};
    QString madeId {}; ///< What holds it at the source: a silence. Of the outcomes that know one.
    Hindrance hindrance = Hindrance::Source;
    std::optional<Millis> retryAfter = std::nullopt; ///< The source asked to wait for so long.

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

/// "done", "already-so", "conflict", "refused", "not-sent", "unknown": for logs and tests.
QLatin1StringView outcomeName(Outcome::Is is);

/// What an attempt came to that ended with an error, by its kind and by `sent`; never Done or AlreadySo. Its sentence is the reason.
/// Not for Cancelled.
Outcome outcomeOf(const Error &error);

} // namespace quarterdeck
