#pragma once

#include "app/core/time.h"
#include "app/net/httpclient.h"

#include <optional>

namespace quarterdeck {

/// How long the server asks to be left alone: Retry-After in seconds or as a date (counted from the server's own Date), else a
/// rate limit's reset. Nothing for absent, negative or senseless values; at most a day.
std::optional<Millis> retryAfterOf(const HttpResponse &response, UtcTime now);

} // namespace quarterdeck
