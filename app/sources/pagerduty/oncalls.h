#pragma once

#include "app/domain/oncall.h"
#include "app/sources/pagerduty/parse.h"

namespace quarterdeck::pagerduty {

/// One entry of the list of on-calls, of a schedule of either generation or of none.
struct OnCallEntry {
    Shift shift;
    QString policyName;
};

/// The answer to onCallsRequest(). Errors: as in parse.h.
Result<Page<OnCallEntry>> parseOnCalls(QByteArrayView body);
/// The answer to policiesRequest(). Errors: as in parse.h.
Result<Page<OnCallPolicy>> parsePolicies(QByteArrayView body);

} // namespace quarterdeck::pagerduty
