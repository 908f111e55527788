#pragma once

#include "app/domain/alert.h"
#include "app/domain/verdict.h"

#include <vector>

namespace quarterdeck {

/// How a service stands; ordered, worst first. Ok is said only where the verdict over all sources is clear.
enum class Health : quint8 { Critical, Error, Warning, Info, Unknown, Ok };

/// What is known of the health of one service, and how far it can be believed.
struct ServiceHealth {
    Health health = Health::Unknown;
    bool isCertain = false; ///< The verdict is clear. False: it may be worse than `health` says.
    bool isToldOf = false;  ///< A source tells of all open alerts. False: that there is none means nothing.
    bool hasSources = false;
    int openAlerts = 0;
    UtcTime since;  ///< Start of the oldest open alert; invalid when there is none.
    AlertKey worst; ///< The worst open alert, the oldest of equals; invalid when there is none.
    QString worstTitle;
    QStringList notLive; ///< Ids of the sources that are not live, sorted.

    friend bool operator==(const ServiceHealth &, const ServiceHealth &) = default;
};

/// Ids of the sources that cannot be believed right now, sorted.
QStringList sourcesNotLive(const std::vector<SourceStatus> &statuses);

/// The health that open alerts and the verdict over all sources give. Pure.
ServiceHealth serviceHealth(const std::vector<Alert> &alerts, const std::vector<SourceStatus> &statuses);

/// Health of one open alert; a severity nobody understands counts as a warning.
Health healthOfSeverity(Severity severity);

} // namespace quarterdeck
