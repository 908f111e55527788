#pragma once

#include "app/logformat/jsonmembers.h"

namespace quarterdeck::logformat {

// Lines of key=value, as Go programs write them. Pure.

/// Walks the pairs; a word without "=" has an empty value. A value in quotes comes with them. False where the line does not begin with a pair.
bool walkPairs(QByteArrayView line, const MemberSink &sink);
/// Time and level of such a line. Nothing for a line that does not begin with a pair.
std::optional<TimedMembers> readPairs(QByteArrayView line);

} // namespace quarterdeck::logformat
