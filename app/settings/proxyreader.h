#pragma once

#include "app/core/httpconfig.h"
#include "app/core/result.h"

#include <QSet>

namespace quarterdeck {

class ConfigReport;
struct YamlNode;

/// The keys that readProxy() reads.
const QSet<QString> &proxyKeys();
/// Reads how a server is reached through a proxy. Relative files resolve against `folder`.
/// Errors: Rejected with a sentence for the person; `where` is the line.
Result<ProxyConfig> readProxy(const YamlNode &map, const QString &folder, ConfigReport &report);

} // namespace quarterdeck
