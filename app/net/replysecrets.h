#pragma once

#include "app/net/httpclient.h"
#include "app/net/secretmask.h"

namespace quarterdeck {

/// Blanks secrets in what came of a request: what a server says of a refusal ends up on the screen, in the log and in the cache, and some say back
/// what they were sent. `keepsGood`: the body of a good answer stays as it is.
void forgetSecrets(Result<HttpResponse> &result, const SecretMask &mask, bool keepsGood);

} // namespace quarterdeck
