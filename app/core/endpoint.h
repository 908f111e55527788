#pragma once

#include "app/core/httpconfig.h"
#include "app/core/time.h"

#include <QMap>
#include <QString>
#include <QUrl>

#include <vector>

namespace quarterdeck {

/// Name of a configured backend ("eu-am"): unique in one configuration, stable over restarts.
using SourceId = QString;

/// One configured backend.
struct Endpoint {
    SourceId id;
    QString kind;           ///< "prometheus", "alertmanager", "journal".
    std::vector<QUrl> urls; ///< Members of one cluster; at least one once its Connector has completed it.
    HttpConfig http;
    QMap<QString, QString> options; ///< Keys that only this kind knows, checked by its Connector.
    Millis pollEvery {15'000};

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

} // namespace quarterdeck
