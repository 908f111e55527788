#pragma once

#include "app/core/time.h"
#include "app/domain/alert.h"

#include <QString>

#include <vector>

namespace quarterdeck::pagerduty {

/// Anything that is named by an id: a reference or the object itself, whichever was served.
struct Named {
    QString id;
    QString name;
    QString page; ///< Where PagerDuty shows it.

    friend bool operator==(const Named &, const Named &) = default;
};

/// Somebody who has taken an incident.
struct Acknowledgement {
    UtcTime at;
    Named by;
};

/// People or escalation policies who were asked to help.
struct ResponderRequest {
    QString message;
    QStringList targets; ///< Ids.
};

/// Somebody who was asked to help.
struct Helper {
    Named who;
    QString state; ///< pending, joined, declined or user_cancelled; others may come.
};

/// The event that opened an incident, as far as it is told.
struct Trigger {
    QString description;
    QString severity; ///< critical, error, warning or info where the event said so.
    QString dedupKey;
    QList<Label> details; ///< Single values only; nothing whose name speaks of a secret.
    std::vector<Link> links;
};

/// One incident as served.
struct Incident {
    Named self;
    qint64 number = 0;
    QString status;  ///< triggered, acknowledged or resolved; others may come.
    QString urgency; ///< high or low
    QString type;    ///< Of the incident types of the account.
    QString key;     ///< incident_key: none where its alerts have their own.
    UtcTime createdAt;
    UtcTime updatedAt;
    UtcTime resolvedAt;
    UtcTime unacknowledgesAt; ///< When an acknowledgement or a snooze ends by itself.
    UtcTime escalatesAt;
    Named service;
    Named policy; ///< Its escalation policy.
    Named priority;
    std::vector<Named> teams;
    std::vector<Named> assignees;
    std::vector<Acknowledgement> acknowledgements;
    std::vector<ResponderRequest> responders;
    std::vector<Helper> helpers;
    QList<Label> customFields;
    Trigger trigger;
    bool isMergeable = true;
    QString mergedInto; ///< The id of the incident that it has become a part of.

    /// The last that was taken of it.
    UtcTime acknowledgedAt() const;
    bool isTriggered() const { return !isAcknowledged() && !isResolved(); }
    bool isAcknowledged() const { return status == QLatin1StringView("acknowledged"); }
    bool isResolved() const { return status == QLatin1StringView("resolved"); }
};

/// An entry of the log of an incident.
struct LogEntry {
    QString type; ///< "snooze_log_entry"
    UtcTime at;
    QString agent;    ///< The id of who did it.
    QString incident; ///< The id of what it was done to.
};

/// A note on an incident.
struct Note {
    QString id;
    QString content;
};

/// A time in which services open no incidents.
struct MaintenanceWindow {
    QString id;
    QString description;
    UtcTime from;
    UtcTime to;
    Named by;
    std::vector<Named> services;

    /// For this service, by id, at that time.
    bool covers(const QString &service, UtcTime at) const;
};

/// Somebody of the account.
struct Person {
    QString id;
    QString name;
    QString email;
};

} // namespace quarterdeck::pagerduty
