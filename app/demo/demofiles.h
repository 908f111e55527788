#pragma once

#include "app/core/result.h"

#include <QString>

namespace quarterdeck::demo {

/// Where the demo's servers listen.
struct DemoPorts {
    quint16 exporter = 0;
    quint16 prometheus = 0;
    quint16 alertmanager = 0;
    quint16 journal = 0;
};

/// Writes everything the servers and the window read into `folder`: prometheus.yml, rules.yml, alertmanager.yml, catalog-info.yaml,
/// runbooks/ and config.yaml. Errors: Storage.
Result<Done> writeDemoFiles(const QString &folder, const DemoPorts &ports);

} // namespace quarterdeck::demo
