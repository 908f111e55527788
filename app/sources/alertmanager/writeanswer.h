#pragma once

#include "app/net/httpclient.h"

namespace quarterdeck::alertmanager {

/// What an answer to a write says. Only a good answer is one; the errors are of three sorts:
/// - Sent::Maybe: whoever answered, it is open whether the write took effect. It must be read back;
/// - Sent::Yes: a plain no (Alertmanager's own JSON, 401, 403, 407, 429, 511, a sign-in page): to be believed where the list of silences
///   agrees, since a gateway may say so after it has passed the write on;
/// - Sent::No: nothing was sent.
Result<HttpResponse> checkedWrite(const Result<HttpResponse> &reply, QByteArrayView expected);

/// An error of the first sort.
Error unknownOutcome(const QString &why, int status, std::optional<Millis> retryAfter = {});

} // namespace quarterdeck::alertmanager
