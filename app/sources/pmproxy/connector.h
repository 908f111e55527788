#pragma once

#include "app/sources/api/connector.h"

namespace quarterdeck {

/// The connector of this folder's backend.
std::unique_ptr<Connector> makePmproxyConnector();

} // namespace quarterdeck
