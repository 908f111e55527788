#pragma once

#include "app/core/httpconfig.h"
#include "app/core/result.h"

namespace quarterdeck {

class ConfigReport;
struct YamlNode;

/// Reads the `tls_config` of a map, where it has one. Relative files resolve against `folder`.
/// Errors: Rejected with a sentence for the person; `where` is the line.
Result<TlsConfig> readTls(const YamlNode &map, const QString &folder, ConfigReport &report);

} // namespace quarterdeck
