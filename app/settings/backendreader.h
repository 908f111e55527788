#pragma once

#include "app/core/endpoint.h"
#include "app/core/result.h"

namespace quarterdeck {

class ConfigReport;
struct YamlNode;

/// Reads one item of `backends:`. Scalars under keys that are not common to all kinds become Endpoint::options.
/// One without a URL is read: some kinds know theirs by an option.
/// Errors: Rejected with a sentence; `where` is the line.
Result<Endpoint> readBackend(const YamlNode &item, const QString &folder, ConfigReport &report);

} // namespace quarterdeck
