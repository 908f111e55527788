#pragma once

#include "app/core/async.h"
#include "app/core/endpoint.h"
#include "app/core/secret.h"

#include <QStringList>

namespace quarterdeck {

/// What is known of a secret that the configuration wants from the keyring.
enum class SecretState : quint8 { Stored, Missing, Locked, NoKeyring };

/// The secrets of the keyring that the configured sources refer to; none of them can be had from here. Thread: main.
class SecretBook {
public:
    virtual ~SecretBook() = default;
    /// The names by which a source refers to the keyring (keychain:NAME), each once; empty where it needs nothing from there.
    virtual QStringList names(const SourceId &source) const = 0;
    /// Looks for a secret; never has the desktop ask for the password of the keyring. Errors: Timeout, Storage.
    virtual Async<SecretState> state(QString name) = 0;
    /// Keeps a secret in place of the one before; done when the keyring has given it back. A locked keyring may ask for its password.
    /// Errors: Rejected (not one line of text), Unauthorized (locked), Unsupported (no keyring), Timeout, Storage.
    virtual Async<Done> store(QString name, Secret secret) = 0;
    /// Takes a secret out; done when the unlocked keyring has said that it is gone. Errors: as store(); NotFound.
    virtual Async<Done> remove(QString name) = 0;
};

} // namespace quarterdeck
