#pragma once

#include "app/core/time.h"

#include <QByteArray>

#include <optional>

namespace quarterdeck::loki {

/// What a server allows of one question, as far as it has said so.
struct Limits {
    int entries = 5'000;         ///< Lines.
    std::optional<Millis> range; ///< Length of time.
};

/// A limit that a question went beyond.
struct Refusal {
    std::optional<int> entries;
    std::optional<Millis> range;
};

/// The limit that the body of a refusal names; nothing for any other error. Pure.
std::optional<Refusal> refusalIn(QByteArrayView body);

} // namespace quarterdeck::loki
