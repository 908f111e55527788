#pragma once

#include "app/sources/api/polltail.h"
#include "app/sources/loki/linereader.h"

namespace quarterdeck::loki {

/// What was read of one question, as the page of a query: cut to its limit, and complete for what is known to be whole. Pure.
LogPage pageOf(ReadLines read, const LogQuery &query, UtcTime now);

/// What was read of several questions, as one reading of a tail: it goes on where the first that is not whole ends. Pure.
TailReading readingOf(std::vector<ReadLines> reads);

} // namespace quarterdeck::loki
