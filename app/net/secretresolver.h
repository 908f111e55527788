#pragma once

#include "app/core/async.h"
#include "app/core/endpoint.h"
#include "app/core/secret.h"

namespace quarterdeck {

/// Finds the secret behind a reference when a request needs it. Implemented over the SecretStore, files and the environment.
/// Thread: io.
class SecretResolver {
public:
    virtual ~SecretResolver() = default;
    /// Errors: Unauthorized, saying which reference is missing or locked and what to do.
    virtual Async<Secret> resolve(const SecretRef &reference) = 0;
};

} // namespace quarterdeck
