#pragma once

#include "app/core/httpconfig.h"
#include "app/core/result.h"

namespace quarterdeck {

/// Whether the files of a TLS configuration can be used: regular ones of bearable size that may be read, and a key without a pass phrase.
/// Cheap enough for every request; never waits on a device or a pipe.
/// Errors: Tls, naming the file and what to do.
Result<Done> checkTlsFiles(const TlsConfig &tls);

} // namespace quarterdeck
