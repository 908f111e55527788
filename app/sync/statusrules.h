#pragma once

#include "app/domain/freshness.h"
#include "app/domain/sourceinfo.h"

namespace quarterdeck {

/// How an answered poll or probe went.
struct Answer {
    bool isComplete = true; ///< Every member answered completely.
    int membersLive = 1;
    int members = 1;
    std::optional<Error> memberError; ///< Of the first member that failed; where none did, what there is to know all the same.
};

/// The status of a source that was just opened: never seen. `isReadOnly`: the context is.
SourceStatus statusOf(const SourceInfo &info, bool isReadOnly);
/// The status after a source answered: Live when complete, with what there is to know all the same; Stale with the member's error when not.
SourceStatus afterAnswer(SourceStatus status, const Answer &answer, UtcTime now);
/// The status after a source failed as a whole.
SourceStatus afterFailure(SourceStatus status, const Error &error, UtcTime now);
/// The status when time has passed without an answer: a Live one becomes Stale once its last success is older than `staleAfter`, by
/// the wall clock or by `sinceSuccess` of the monotonic one.
SourceStatus aged(SourceStatus status, UtcTime now, Millis sinceSuccess, Millis staleAfter);
/// What a status stored by an earlier run is worth now: never Live.
SourceStatus restored(SourceStatus status);

} // namespace quarterdeck
