#pragma once

#include "app/domain/alert.h"
#include "app/sources/icinga2/objects.h"

namespace quarterdeck::icinga2 {

/// The labels that find one object again: `host`, and for a service `check`. Icinga2's own word for the second, service, means here what
/// catalogs and rules call one.
inline constexpr QLatin1StringView HostLabel("host");
inline constexpr QLatin1StringView CheckLabel("check");

/// The alert that a problem is, without what keeps it quiet: state is Triggered. `remarks`: what people wrote about it.
Alert alertOf(const Checkable &problem, const SourceId &source, UtcTime startsAt, const QStringList &remarks = {});

/// The addresses in a notes_url or action_url: one as it is, or several in single quotes, as Icinga Web takes them.
QStringList addressesIn(const QString &text);

/// "CRITICAL", "DOWN (soft)", "UNREACHABLE": as Icinga2 shows a state.
QString stateWord(const Checkable &problem);

/// Labels by which matchers name one object.
Labels identityLabels(const ObjectRef &ref);

} // namespace quarterdeck::icinga2
