#pragma once

#include "app/domain/history.h"
#include "app/domain/sourceevent.h"

#include <optional>
#include <vector>

namespace quarterdeck {

/// The state that an alert is in from an event on; nothing where the event does not say.
std::optional<AlertState> stateAfter(const HistoryEvent &event);

/// What was observed of an alert and what its source tells of it as one story, oldest first. What is in both is there once, as the source tells
/// it: by whom and when. A note that is the comment of an action of ours stays with the action.
std::vector<HistoryEvent> oneStory(std::vector<HistoryEvent> observed, std::vector<HistoryEvent> told);

/// Notes in the story where what the source tells ends, unless all there is to know was read by then. `now` as the cursor's clock.
void noteUnread(std::vector<HistoryEvent> &story, const AlertKey &alert, const TimelineCursor &cursor, UtcTime now);

} // namespace quarterdeck
