#pragma once

#include "app/core/error.h"

#include <QByteArrayView>

#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace quarterdeck {

/// What a value of the tape is.
enum class JsonKind : quint8 { Null, Boolean, Integer, Number, BigInteger, String, Array, Object };

/// One value. The children of a container stand side by side, so an element is found in constant time and nothing is recursive.
struct JsonNode {
    struct Span {
        quint32 first;
        quint32 count;
    };
    quint32 parent = std::numeric_limits<quint32>::max();
    quint32 nameAt = 0; ///< Of an object's member: into JsonTape::text.
    quint32 nameSize = 0;
    JsonKind kind = JsonKind::Null;
    union {
        Span span {0, 0}; ///< Containers: children. Strings and big integers: into JsonTape::text.
        qint64 integer;
        double number;
        bool boolean;
    };
};

/// A parsed document: flat, so that it is freed and walked without recursion whatever came in.
struct JsonTape {
    static constexpr quint32 NoNode = std::numeric_limits<quint32>::max();

    std::vector<JsonNode> nodes;
    std::string text;
    quint32 root = 0;
    std::optional<Error> bad;

    QByteArrayView slice(quint32 at, quint32 size) const { return {text.data() + at, qsizetype(size)}; }
    QByteArrayView name(const JsonNode &node) const { return slice(node.nameAt, node.nameSize); }
    QByteArrayView string(const JsonNode &node) const { return slice(node.span.first, node.span.count); }
};

} // namespace quarterdeck
