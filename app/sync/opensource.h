#pragma once

#include "app/sync/rulealerts.h"

#include <memory>

namespace quarterdeck {

class Poller;
class Prober;
class Rhythm;

/// One opened source with its faces and the rhythm it is asked in. Thread: io.
struct OpenSource {
    Endpoint endpoint;
    std::unique_ptr<Source> source;
    std::unique_ptr<RuleAlerts> rules; ///< Of a source that stands in for the source of alerts that the context lacks.
    Rhythm *rhythm = nullptr;
    Prober *prober = nullptr; ///< Null for sources of alerts alone. Beside a poller it has no rhythm of its own.
    Millis complainedAt {0};  ///< Monotonic time of the last probe that a failed use asked for.

    /// Its own alerts, or its rules.
    AlertFace *alerts() const { return rules != nullptr ? rules.get() : source->alerts(); }
    ActFace *acts() const { return rules != nullptr ? rules.get() : source->acts(); }
};

} // namespace quarterdeck
