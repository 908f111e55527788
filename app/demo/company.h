#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace quarterdeck::demo {

/// One service of the simulated company, and its calm numbers.
struct DemoService {
    QString name;
    double requestsPerSecond = 0; ///< 0: it serves no requests.
    double errorRatio = 0;        ///< Ratio 0..1.
    double medianSeconds = 0;
    double tailSeconds = 0; ///< 99th percentile.
    double poolInUse = 0;   ///< Database connections; 0: it has no pool.
    double poolMax = 0;
    double queueDepth = 0;
    QString version;
};

/// The twelve services, in an order that never changes.
const std::vector<DemoService> &company();

} // namespace quarterdeck::demo
