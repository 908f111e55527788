#pragma once

#include "app/core/async.h"
#include "app/net/secretresolver.h"

#include <QMap>

namespace quarterdeck {

/// Resolves "keychain" references from a map; anything else is Unauthorized. Keeps sign-ins in another one.
class FixedSecrets final : public SecretResolver {
public:
    QMap<QString, QByteArray> secrets;
    QMap<QString, QByteArray> signIns;
    std::optional<Error> keyring; ///< What is wrong with all of it.
    std::optional<Error> refusal; ///< Why it takes nothing.

    Async<Secret> resolve(const SecretRef &reference) override
    {
        if (!secrets.contains(reference.keychain)) {
            return ready<Secret>(fail(ErrorKind::Unauthorized, QStringLiteral("There is no secret %1.").arg(reference.keychain)));
        }
        return ready<Secret>(Secret(secrets.value(reference.keychain)));
    }
    Async<Secret> signIn(const QString &name) override
    {
        return keyring ? ready<Secret>(tl::unexpected(*keyring)) : ready<Secret>(Secret(signIns.value(name)));
    }
    Async<Done> keepSignIn(const QString &name, const Secret &token) override
    {
        if (keyring || refusal) {
            return ready<Done>(tl::unexpected(keyring ? *keyring : *refusal));
        }
        signIns.insert(name, token.reveal());
        return ready<Done>(Done {});
    }
};

} // namespace quarterdeck
