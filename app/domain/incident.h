#pragma once

#include "app/core/time.h"

#include <QString>

#include <optional>
#include <vector>

namespace quarterdeck {

/// One notification that reached (or should have reached) a person.
struct Notification {
    UtcTime at;
    QString channel; ///< "push", "sms", "phone", "email", "desktop".
    friend bool operator==(const Notification &, const Notification &) = default;
};

/// One firing of an alert as the load figures count it: from the local history, or from a file of events.
struct Incident {
    QString id;
    QString fingerprint; ///< Same alert firing again has the same one.
    QString title;       ///< Alert rule.
    QString service;
    QString team;
    QString user; ///< Responder; empty when unknown.
    UtcTime created;
    std::optional<UtcTime> acknowledged;
    std::optional<UtcTime> resolved; ///< Nothing: still open.
    bool isAutoResolved = false;
    bool isMajor = false;
    QString tag; ///< "action", "noaction" or empty.
    std::vector<Notification> notifications;

    friend bool operator==(const Incident &, const Incident &) = default;
};

} // namespace quarterdeck
