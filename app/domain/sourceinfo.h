#pragma once

#include "app/core/endpoint.h"
#include "app/domain/face.h"
#include "app/domain/verb.h"

#include <QString>

namespace quarterdeck {

/// The language of Prometheus and what imitates it: each sample is of an instant, whatever the step.
inline constexpr QLatin1StringView PromQl("PromQL");

/// What one opened source is and can do. Pages and commands ask this, never which kind it is of.
struct SourceInfo {
    SourceId id;
    QString kind; ///< For people to read.
    Faces faces;
    VerbSet verbs;                   ///< What its ActFace takes; empty where it has none.
    bool silencesByMatchers = false; ///< A silence there can hide whatever matches; else it is about one alert.
    QString metricLanguage;          ///< What expressions about its metrics are in: PromQl, "InfluxQL"; empty where it has no metrics.
    int members = 1;
    bool isInsecure = false; ///< tls_config.insecure_skip_verify is on.
};

} // namespace quarterdeck
