#pragma once

#include "app/core/time.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace quarterdeck {

/// One notification that reached (or should have reached) a person.
struct Notification {
    UtcTime at;
    QString channel; ///< "push", "sms", "phone", "email", "desktop".
    QString user {}; ///< Who it was for; empty: the incident's responder.
    friend bool operator==(const Notification &, const Notification &) = default;
};

/// One acknowledgement of several.
struct Acknowledgement {
    UtcTime at;
    QString user {}; ///< Who; empty: the incident's responder.
    friend bool operator==(const Acknowledgement &, const Acknowledgement &) = default;
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
    std::optional<UtcTime> acknowledged; ///< The first acknowledgement of all.
    std::optional<UtcTime> resolved;     ///< Nothing: still open.
    bool isAutoResolved = false;
    bool isMajor = false;
    QString tag; ///< "action", "noaction" or empty.
    std::vector<Notification> notifications;
    bool isPagingKnown = false;                    ///< The notifications are all there were, even where there are none.
    std::vector<Acknowledgement> acknowledgements; ///< All of them where several are known; the first is `acknowledged`.
    std::vector<UtcTime> reopened;                 ///< When it was triggered again after an acknowledgement.
    QStringList responders {};                     ///< Whom it called beside `user`.

    friend bool operator==(const Incident &, const Incident &) = default;
};

} // namespace quarterdeck
