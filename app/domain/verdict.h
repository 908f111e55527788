#pragma once

#include "app/domain/freshness.h"

namespace quarterdeck {

/// What the sources of a context allow to be said where no alert is known. The one rule behind every "all clear", "well" and "0 open".
struct Verdict {
    enum class Kind : quint8 {
        Clear,       ///< Somebody tells of alerts, and every source is wholly live: what is not listed does not fire.
        NotLive,     ///< Somebody tells of alerts, but not every source can be believed right now.
        NothingKnown ///< No source tells of all open alerts: that none is known says nothing.
    };
    Kind kind = Kind::NothingKnown;
    bool hasSources = false;           ///< Of NothingKnown: something is connected, but nothing that tells of alerts.
    std::vector<SourceStatus> notLive; ///< Those that cannot be believed, lately started ones included, in their order.

    bool isClear() const { return kind == Kind::Clear; }
    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// True when every member of the source answers and it has nothing to remark: only then does what it does not say mean anything.
bool isBelieved(const SourceStatus &status);

/// The verdict over all sources of a context. Pure.
Verdict verdictOf(const std::vector<SourceStatus> &statuses);

} // namespace quarterdeck
