#pragma once

#include "app/sources/icinga2/requests.h"
#include "app/sources/icinga2/rights.h"

namespace quarterdeck::icinga2 {

/// The types of events that a change of what is open, or of what keeps it quiet, comes with. The server takes a name that it does not know
/// and never sends anything of it: these are the ones that it has.
QStringList eventTypes();
/// Those of them that this user may be told of. To ask for one more is refused whole.
QStringList allowedEvents(const Rights &rights);
/// POST /v1/events: a stream without an end. `queue`: a name that nobody else uses; servers before 2.16 want one.
HttpRequest eventsRequest(const QUrl &root, const QStringList &types, const QString &queue);

} // namespace quarterdeck::icinga2
