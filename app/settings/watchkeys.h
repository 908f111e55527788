#pragma once

#include <QString>
#include <QStringList>

namespace quarterdeck {

struct YamlNode;

/// The keys of a configuration that decide what is watched: where one of them is not read, a backend may be missing.
const QStringList &watchKeys();
/// The keys that may stand at the beginning of a line of a configuration.
const QStringList &rootKeys();
/// Whether a value holds items with a URL: backends, whatever its key says.
bool looksLikeBackends(const YamlNode &value);
/// Whether one of watchKeys() or a list of backends stands anywhere below.
bool holdsWatchKey(const YamlNode &node);

} // namespace quarterdeck
