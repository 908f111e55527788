#pragma once

#include "app/json/jsonreader.h"

class QIODevice;

namespace quarterdeck {

/// One piece of a long JSON object: a whole member, or one element of a member that is an array.
struct JsonPart {
    QString member;
    qint64 index = -1; ///< Of the element; -1 for a whole member.
    JsonDocument document;

    /// RFC 6901 pointer of a place inside it, from the root of the file.
    QString pointer(const JsonValue &value) const;
};

/// Reads a JSON object of any length piece by piece, in the order of the file, without holding more than one: what it takes grows with the
/// largest piece, not with the file. Each piece is read by JsonDocument, with its limits; none may be longer than 16 MB. Ends early with the error
/// that `part` answers. Thread: any.
/// Errors: BadPayload; `where` is "byte N" of the file.
Result<Done> readJsonParts(QIODevice &device, const std::function<Result<Done>(const JsonPart &)> &part);

} // namespace quarterdeck
