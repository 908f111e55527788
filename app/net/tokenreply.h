#pragma once

#include "app/core/secret.h"
#include "app/net/httpclient.h"
#include "app/net/secretmask.h"

#include <QStringList>

namespace quarterdeck {

/// What a token endpoint grants.
struct GrantedToken {
    Secret token;
    Millis lifetime {0};               ///< 0: the server does not say.
    Secret refreshToken;               ///< Empty: none, or the one before still counts.
    std::optional<QStringList> scopes; ///< Nothing: those that were asked for.
    /// Set where the server no longer takes the grant itself, a sign-in or its code (invalid_grant), in words: then there is no token.
    std::optional<Error> refusal;
};

/// Reads the answer of a token endpoint, RFC 6749 sections 5.1 and 5.2. What `secrets` knows never appears in a sentence.
/// Errors: Unauthorized where the server refuses the client or answers with something else than a token; else what the transport or status
/// says; `where` is the path of the token endpoint. Sent::No: nothing was done to a backend yet.
Result<GrantedToken> readTokenReply(const Result<HttpResponse> &response, const OAuth2Config &oauth2, const SecretMask &secrets);
/// True where the server says that the grant is no good, and so that it knows the client.
bool isInvalidGrant(const Result<HttpResponse> &response);
/// What to type to sign in to a backend.
QString signInCommand(const QString &name);

} // namespace quarterdeck
