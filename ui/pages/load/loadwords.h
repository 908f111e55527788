#pragma once

#include "models/loadview.h"

#include <QLocale>

namespace quarterdeck {

/// A duration as the load page writes it: "3.5 min", "34 min", "3.1 h", "–" for none.
QString durationText(double seconds, bool isKnown = true);
/// A ratio 0..1 as "71 %", "–" for none.
QString percentText(std::optional<double> ratio);
/// The finding in one sentence.
QString findingText(const LoadFinding &finding, const QString &windowName);
/// The team and the service of a scope, as far as it is narrowed to them.
QString scopeText(const LoadScope &scope);
/// What the reader must know of the figures: sources that are not live, a history that is too short, estimates; empty when nothing.
QString noticeText(const LoadView &view, const QStringList &notLive);
/// "27 Oct – 23 Nov".
QString rangeText(TimeRange range);

} // namespace quarterdeck
