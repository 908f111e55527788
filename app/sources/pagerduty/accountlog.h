#pragma once

#include "app/domain/sourceevent.h"
#include "app/sources/pagerduty/parse.h"

namespace quarterdeck::pagerduty {

/// The answer to accountLogRequest(): what happened to incidents, by whom. An entry of a type that nobody knows is told in its own words; one
/// about no incident is left out. Errors: as in parse.h.
Result<Page<SourceEvent>> parseAccountLog(QByteArrayView body, const SourceId &source);

} // namespace quarterdeck::pagerduty
