#pragma once

#include "app/demo/pagerjson.h"

namespace quarterdeck::demo {

/// {"log_entries":[...]} of one incident, the newest first.
QByteArray logJson(const PagerIncident &incident, const PagerPage &page);
/// The same of all incidents, of what happened within the range; `isFull`: with what a note says and how somebody was called.
QByteArray accountLogJson(const PagerAccount &account, TimeRange range, const PagerPage &page, bool isFull);

} // namespace quarterdeck::demo
