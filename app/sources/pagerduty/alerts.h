#pragma once

#include "app/sources/pagerduty/incident.h"

namespace quarterdeck::pagerduty {

/// The alert that an open incident is. `isSnoozed` counts for an acknowledged one only: its log alone tells a snooze from an
/// acknowledgement that times out.
Alert alertOf(const Incident &incident, bool isSnoozed, const SourceId &source);

/// The names of these, with commas between; ids where one has no name.
QString namesOf(const std::vector<Named> &all);
/// The names of those who have acknowledged it, each once.
QString acknowledgersOf(const Incident &incident);

} // namespace quarterdeck::pagerduty
