#pragma once

#include "app/settings/config.h"

namespace quarterdeck {

class ConfigReport;
struct YamlNode;

/// Reads `catalog:`, files and globs below `folder`: text where a file says by itself what it is, a map with `file` and its columns for a list of
/// one's own.
void readCatalog(const YamlNode &root, const QString &folder, Config &config, ConfigReport &report);

} // namespace quarterdeck
