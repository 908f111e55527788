#pragma once

#include "app/core/time.h"
#include "app/demo/pagerjson.h"

namespace quarterdeck::demo {

// Who is on call in the company: two schedules that change at eight o'clock (UTC), and Ana behind them, always.

/// {"oncalls":[...]}: every shift that reaches into the range; `isFull`: with the people in full.
QByteArray onCallsJson(TimeRange range, const PagerPage &page, bool isFull);
/// {"escalation_policies":[...]}: the one that every service has.
QByteArray policiesJson(const PagerPage &page);

} // namespace quarterdeck::demo
