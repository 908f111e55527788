#pragma once

#include "app/net/httpclient.h"

namespace quarterdeck::alertmanager {

/// What an answer to a write says. Only a good answer is one; the errors are of three sorts:
/// - `where` == "after-send": whoever answered, it is open whether the write took effect. It must be read back;
/// - `where` == "refused": a plain no (Alertmanager's own JSON, 401, 403, 407, 429, 511, a sign-in page): to be believed where the list of
///   silences agrees, since a gateway may say so after it has passed the write on;
/// - any other: nothing was sent.
Result<HttpResponse> checkedWrite(const Result<HttpResponse> &reply, QByteArrayView expected);

/// An error of the first sort, with its words.
Error unknownOutcome(const QString &why, int status, std::optional<Millis> retryAfter = {});

/// True for an error of the first sort.
bool isOutcomeUnknown(const Error &error);
/// True for an error of the second sort.
bool isRefusal(const Error &error);

} // namespace quarterdeck::alertmanager
