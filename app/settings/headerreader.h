#pragma once

#include "app/core/httpconfig.h"
#include "app/core/result.h"

namespace quarterdeck {

class ConfigReport;
struct YamlNode;

/// Reads the headers under `key`: `X-A: text`, `X-A: [one, two]`, or `X-A: {values: [...], files: [...], refs: [keychain:...]}`, in order.
/// Relative files resolve against `folder`.
/// Errors: Rejected with a sentence for the person; `where` is the line. A secret in the file itself is refused, also one that only looks so.
Result<std::vector<ConfiguredHeader>> readHeaders(const YamlNode &map, QStringView key, const QString &folder, ConfigReport &report);

} // namespace quarterdeck
