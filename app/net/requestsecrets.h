#pragma once

#include "app/core/async.h"
#include "app/core/httpconfig.h"
#include "app/core/secret.h"
#include "app/net/secretmask.h"

#include <memory>
#include <utility>
#include <vector>

namespace quarterdeck {

class SecretResolver;

/// The secrets that one request carries.
struct RequestSecrets {
    Secret signIn; ///< The password, the credentials, or the access token.
    std::vector<std::pair<SecretRef, Secret>> ofHeaders;
    std::vector<Secret> ofBody; ///< What is sent in the body, or what was the password before it was encoded.
    bool areAnswered = false;   ///< A good answer consists of secrets, the same ones perhaps: it is left as it is.

    /// What a header says: its text, or the secret behind its reference.
    QByteArray valueOf(const ConfiguredHeader &header) const;
    /// Takes them out of what is shown.
    SecretMask mask(const HttpConfig &config) const;
};

/// True where a request by this configuration carries a secret that has to be found first.
bool hasSecrets(const HttpConfig &config);

/// Finds them, one after the other; with OAuth 2.0, `signIn` is the client's secret, to be exchanged for a token.
/// Errors: those of the resolver, the first one.
/// Thread: the guard's own.
Async<RequestSecrets> findSecrets(const std::shared_ptr<SecretResolver> &resolver, const HttpConfig &config, QObject *guard);

} // namespace quarterdeck
