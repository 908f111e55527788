#pragma once

#include "app/demo/pagerjson.h"

namespace quarterdeck::demo {

/// {"maintenance_windows":[...]}: those that are under way or to come.
QByteArray windowsJson(const PagerAccount &account, UtcTime now, const PagerPage &page);
/// {"maintenance_window":{...}}
QByteArray windowJson(const PagerWindow &window);
/// {"change_events":[...]} within the range, the newest first.
QByteArray changesJson(const PagerAccount &account, TimeRange range, const PagerPage &page);
/// What POST of a maintenance window says, for services that have had an incident; nothing where it is no such request.
std::optional<PagerWindow> windowIn(QByteArrayView body, const PagerAccount &account);

} // namespace quarterdeck::demo
