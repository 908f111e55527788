#pragma once

#include "models/loadview.h"

#include <QLocale>

namespace quarterdeck {

/// A duration as the load page writes it: "3.5 min", "34 min", "3.1 h", "–" for none.
QString durationText(double seconds, bool isKnown = true);
/// A ratio 0..1 as "71 %".
QString percentText(double ratio);
/// The finding in one sentence.
QString findingText(const LoadFinding &finding, const QString &windowName);
/// "27 Oct – 23 Nov".
QString rangeText(TimeRange range);

} // namespace quarterdeck
