#pragma once

#include "app/core/endpoint.h"
#include "app/core/result.h"

#include <QSet>

namespace quarterdeck {

class ConfigReport;
struct YamlNode;

/// The keys of Prometheus' http_config that a backend may carry, known or knowingly ignored.
const QSet<QString> &httpConfigKeys();

/// Reads the http_config keys out of a backend. Relative files resolve against `folder`.
/// Errors: Rejected with a sentence for the person; `where` is the line. A backend with such an error must not be contacted:
/// half-understood authentication or TLS is worse than none.
Result<HttpConfig> readHttpConfig(const YamlNode &backend, const QString &folder, ConfigReport &report);

} // namespace quarterdeck
