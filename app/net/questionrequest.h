#pragma once

#include "app/net/httpclient.h"

namespace quarterdeck {

/// Names and values, in order; a name may come again.
using QuestionParameters = std::vector<std::pair<QByteArray, QString>>;

/// A request for `path` below an address, which may have a path and no parameters of its own: GET, or a form that is posted where the URL would be
/// longer than servers take. `path` is percent-encoded.
HttpRequest questionRequest(const QUrl &base, const QString &path, const QuestionParameters &parameters);

} // namespace quarterdeck
