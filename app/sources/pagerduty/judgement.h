#pragma once

#include "app/sources/pagerduty/preflight.h"

namespace quarterdeck::pagerduty {

/// What came of an action that PagerDuty has said yes to, by a read after it; without the note that is left beside it.
Outcome afterYes(const AlertAction &action, const Present &present, UtcTime now);
/// What came of an action that PagerDuty has said no to, by a read after it: somebody else was faster, the incident is over, or the no stands.
Outcome afterNo(const AlertAction &action, const Present &present, UtcTime now, const Error &refusal, int code);
/// The no itself; `code`: PagerDuty's own.
Outcome refusedBy(const Error &refusal, int code);

} // namespace quarterdeck::pagerduty
