#pragma once

#include "app/logformat/stamp.h"

#include <functional>
#include <optional>

namespace quarterdeck::logformat {

/// What a line that is one JSON object says of its time and level.
struct TimedMembers {
    Stamp stamp;
    QByteArrayView level; ///< As written, without quotes.
};

/// Reads the members of the outermost object that tell time and level, under the names that log libraries give them. Nothing for a line
/// that is no object: it does not check what it need not read. Pure.
std::optional<TimedMembers> readMembers(QByteArrayView line);

/// Takes a member: its name as it stands in the text, and its value, text in quotes.
using MemberSink = std::function<void(QByteArrayView name, QByteArrayView value)>;
/// Walks the members of the outermost object. False where the line is none, or not whole.
bool walkMembers(QByteArrayView line, const MemberSink &sink);

} // namespace quarterdeck::logformat
