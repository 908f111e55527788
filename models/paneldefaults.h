#pragma once

#include "app/domain/service.h"

#include <vector>

namespace quarterdeck {

/// The four panels of a service that configures none: requests, errors, latency and saturation, by the label `service`, `job` or `app`
/// and metric names in common use. Each is one expression that takes the first of these that has data. The titles are keys, to be put
/// into words where they are shown: "requests", "errors", "latency", "saturation".
std::vector<Panel> defaultPanels(const QString &service);

/// A PromQL string literal, quotes included.
QString promqlString(const QString &value);

} // namespace quarterdeck
