#pragma once

#include "app/core/result.h"

#include <QUrl>

namespace quarterdeck {

/// Whether this can be the address of a server whose requests we make ourselves: http or https, with a host and without parameters, which would
/// be left out of each request. Errors: Rejected, about "urls".
Result<Done> checkAddress(const QUrl &url);

} // namespace quarterdeck
