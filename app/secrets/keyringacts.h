#pragma once

#include "app/secrets/secretstore.h"

namespace quarterdeck {

/// A secret as it was typed, pasted or piped, without the line break that editors and echo add.
/// Errors: Rejected, in words: nothing, more than 64 KB, several lines, not UTF-8.
Result<Secret> secretFromText(QByteArray text);

/// Keeps a secret, and is done only when the store has given the same one back. Errors: of the store; Storage.
/// Thread: that of the store and of `guard`; the store outlives the answer.
Async<Done> storeSecret(SecretStore &store, QObject *guard, const QString &name, const Secret &secret);

/// Takes a secret out, and is done only when the store then says that there is none: a locked keyring takes a deletion and keeps the
/// secret. Errors: of the store, NotFound where there was none; Storage. Thread: as storeSecret().
Async<Done> removeSecret(SecretStore &store, QObject *guard, const QString &name);

} // namespace quarterdeck
