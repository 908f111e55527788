#pragma once

#include "app/core/async.h"
#include "app/net/secretresolver.h"

#include <QMap>

namespace quarterdeck {

/// Resolves "keychain" references from a map; anything else is Unauthorized.
class FixedSecrets final : public SecretResolver {
public:
    QMap<QString, QByteArray> secrets;

    Async<Secret> resolve(const SecretRef &reference) override
    {
        if (!secrets.contains(reference.keychain)) {
            return ready<Secret>(fail(ErrorKind::Unauthorized, QStringLiteral("There is no secret %1.").arg(reference.keychain)));
        }
        return ready<Secret>(Secret(secrets.value(reference.keychain)));
    }
};

} // namespace quarterdeck
