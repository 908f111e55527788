#pragma once

#include "app/secrets/secretstore.h"

namespace quarterdeck {

/// Asks the session bus for the secret service and whether its default collection is locked. Absent at once where there is no bus.
Async<SecretStore::State> keyringState();
/// True where a session bus can be reached without starting one.
bool hasSessionBus();

} // namespace quarterdeck
