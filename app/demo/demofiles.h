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
    quint16 pager = 0;
    quint16 icinga = 0; ///< 0: there is none.
};

/// What the window signs in with, made anew for each run.
struct DemoKeys {
    QByteArray pager;
    QByteArray icinga; ///< The password of the ApiUser "quarterdeck".

    static DemoKeys random();
};

/// Writes everything the servers and the window read into `folder`: prometheus.yml, rules.yml, alertmanager.yml, catalog-info.yaml,
/// runbooks/, the keys and config.yaml, which knows of no Icinga2 where there is none. Errors: Storage.
Result<Done> writeDemoFiles(const QString &folder, const DemoPorts &ports, const DemoKeys &keys);

} // namespace quarterdeck::demo
