#pragma once

#include "app/domain/alert.h"
#include "app/domain/logline.h"
#include "app/domain/series.h"

namespace quarterdeck {

/// The values that are shown of an alert: twenty minutes on both sides of its onset, up to now. `series`: what is drawn of its rule.
MetricQuery valuesAroundOnset(const Alert &alert, const QString &series, UtcTime now);

/// Lines of one side of an onset that are read at once, and the stretch they are looked for in.
constexpr int LinesOfASide = 250;
constexpr Millis LogSpan {300'000};

/// The lines of a service in a range, nearest first to the end that it touches the onset with. `fields` that are configured for the
/// service say more than its name.
LogQuery linesOfService(const QString &service, const std::vector<Label> &fields, TimeRange range, bool isAfterOnset);

} // namespace quarterdeck
