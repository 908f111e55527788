#pragma once

#include "app/sources/api/connector.h"

namespace quarterdeck {

/// Connects to accounts of PagerDuty.
std::unique_ptr<Connector> makePagerdutyConnector();

} // namespace quarterdeck
