#pragma once

#include "app/core/async.h"
#include "app/core/secret.h"

#include <memory>

namespace quarterdeck {

/// Keeps secrets for the person who runs the program. Never a plain file. Locked and absent are normal states.
/// Thread: the one it was made on.
class SecretStore {
public:
    enum class State : quint8 { Ok, Locked, Absent };
    virtual ~SecretStore() = default;
    /// Name of the back end, for messages: "desktop keyring", "memory".
    virtual QString name() const = 0;
    /// What the last look at the back end found; Absent until the first one has finished.
    virtual State state() const = 0;
    /// Looks again: for the settings page, and after a person unlocked the keyring.
    virtual Async<State> refresh() { return ready<State>(state()); }
    /// Errors: NotFound, Unauthorized (locked), Unsupported (absent), Timeout (10 s).
    virtual Async<Secret> read(QString key) = 0;
    virtual Async<Done> write(QString key, Secret secret) = 0;
    virtual Async<Done> remove(QString key) = 0;
};

/// The desktop keyring by QtKeychain; no plaintext fallback. Absent where the build or the desktop has none.
/// Reading from a locked keyring lets the desktop ask for its password; what is not answered within 10 s fails.
/// Thread: main, whose event loop the keyring's library needs.
std::unique_ptr<SecretStore> makeKeychainStore();
/// Forgets everything at exit: for tests, and for a session without a keyring.
std::unique_ptr<SecretStore> makeMemoryStore();

} // namespace quarterdeck
