#pragma once

#include "app/core/secret.h"
#include "app/net/httpclient.h"

namespace quarterdeck {

/// What a token endpoint grants.
struct GrantedToken {
    Secret token;
    Millis lifetime {0}; ///< 0: the server does not say.
};

/// Reads the answer of a token endpoint, RFC 6749 sections 5.1 and 5.2. `clientId` is for the sentences; `secret` never appears in them.
/// Errors: Unauthorized where the server refuses the client or answers with something else than a token; else what the transport or status
/// says. `where` is the path of the token endpoint. Sent::No: nothing was done to a backend yet.
Result<GrantedToken> readTokenReply(const Result<HttpResponse> &response, const QUrl &tokenUrl, const QString &clientId, const Secret &secret);

} // namespace quarterdeck
