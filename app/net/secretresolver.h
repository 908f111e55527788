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
    /// What renews the access tokens of a person who has signed in, by the name it is kept under; empty where nobody has.
    /// Errors: Unauthorized, in words: there is no keyring, or it is locked.
    virtual Async<Secret> signIn(const QString &name) = 0;
    /// Puts it in the place of the one before, and is done only when it is kept. Errors: Unauthorized, in words.
    virtual Async<Done> keepSignIn(const QString &name, const Secret &token) = 0;
};

} // namespace quarterdeck
