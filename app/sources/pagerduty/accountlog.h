#pragma once

#include "app/domain/sourceevent.h"
#include "app/sources/pagerduty/parse.h"

namespace quarterdeck::pagerduty {

/// An incident that was opened, as the log tells it.
struct Opening {
    QString incident; ///< Id.
    QString service;  ///< Id; empty where the log does not say.
    UtcTime at;
};

/// A page of the log of the account.
struct AccountLogPage : Page<SourceEvent> {
    std::vector<Opening> openings;
};

/// The answer to accountLogRequest(): what happened to incidents, by whom. An entry of a type that nobody knows is told in its own words; one
/// about no incident is left out. Errors: as in parse.h.
Result<AccountLogPage> parseAccountLog(QByteArrayView body, const SourceId &source);

} // namespace quarterdeck::pagerduty
