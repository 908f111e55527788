#pragma once

#include "app/domain/alert.h"
#include "app/domain/freshness.h"

#include <vector>

namespace quarterdeck {

/// How a service stands; ordered, worst first. Ok is said only when every source is live.
enum class Health : quint8 { Critical, Error, Warning, Info, Unknown, Ok };

/// What is known of the health of one service, and how far it can be believed.
struct ServiceHealth {
    Health health = Health::Unknown;
    bool isCertain = false; ///< Every source is live. False: it may be worse than `health` says.
    int openAlerts = 0;
    UtcTime since;  ///< Start of the oldest open alert; invalid when there is none.
    AlertKey worst; ///< The worst open alert, the oldest of equals; invalid when there is none.
    QString worstTitle;
    QStringList notLive; ///< Ids of the sources that are not live, sorted.

    friend bool operator==(const ServiceHealth &, const ServiceHealth &) = default;
};

/// Ids of the sources that cannot be believed right now, sorted.
QStringList sourcesNotLive(const std::vector<SourceStatus> &statuses);

/// The health that open alerts and the freshness of all sources give. No source at all is never Ok. Pure.
ServiceHealth serviceHealth(const std::vector<Alert> &alerts, const std::vector<SourceStatus> &statuses);

/// Health of one open alert; a severity nobody understands counts as a warning.
Health healthOfSeverity(Severity severity);

} // namespace quarterdeck
