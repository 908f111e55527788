#pragma once

#include "app/core/httpconfig.h"
#include "app/core/result.h"

namespace quarterdeck {

class ConfigReport;
struct YamlNode;

/// Reads an `oauth2` map. Where a person signs in, its addresses may be missing: some kinds know theirs. Relative files resolve against `folder`.
/// Errors: Rejected with a sentence for the person; `where` is the line.
Result<OAuth2Config> readOAuth2(const YamlNode &map, const QString &folder, ConfigReport &report);

} // namespace quarterdeck
