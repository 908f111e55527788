#pragma once

#include "app/core/endpoint.h"
#include "app/core/result.h"

#include <QStringList>
#include <QTimeZone>

namespace quarterdeck {

/// What the options of a calendar say.
struct CalendarOptions {
    /// Whom an event calls.
    enum class Person : quint8 {
        Summary,  ///< Its title is the name.
        Attendees ///< Everybody who is invited, by address.
    };

    QUrl url;              ///< A file, or an address to fetch.
    bool isSecret = false; ///< The address came from a file of its own: no more than its host is ever shown.
    QTimeZone zone;        ///< Of days and times that name none; invalid: as the calendar says.
    QString schedule;      ///< What it is called; empty: as the calendar calls itself.
    QStringList services;
    Person person = Person::Summary;
};

namespace calendaroption {
/// Their keys in config.yaml.
inline constexpr QLatin1StringView Path("path"), UrlFile("url_file"), Zone("zone"), Schedule("schedule"), Services("services"), PersonOf("person");
} // namespace calendaroption

/// Reads them. A file that holds the address is read each time. Errors: Rejected, naming the wrong key; NotFound.
Result<CalendarOptions> calendarOptionsOf(const Endpoint &endpoint);

} // namespace quarterdeck
