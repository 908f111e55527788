#pragma once

#include "app/sources/api/source.h"

#include <memory>

namespace quarterdeck {

class Poller;
class Prober;
class Rhythm;

/// One opened source with its faces and the rhythm it is asked in. Thread: io.
struct OpenSource {
    Endpoint endpoint;
    std::unique_ptr<Source> source;
    PagingSource *paging = nullptr;
    MetricSource *metrics = nullptr;
    LogSource *logs = nullptr;
    Rhythm *rhythm = nullptr;
    Prober *prober = nullptr; ///< Null for paging sources.
    Millis complainedAt {0};  ///< Monotonic time of the last probe that a failed use asked for.
};

} // namespace quarterdeck
