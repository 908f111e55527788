#include "app/sources/calendar/connector.h"

#include "app/sources/calendar/calendarsource.h"

#include <array>

namespace quarterdeck {

namespace {

constexpr std::array CalendarFields {SettingField {calendaroption::Path, QT_TRANSLATE_NOOP("Connector", "Path"),
                                         QT_TRANSLATE_NOOP("Connector", "A calendar file of this machine (.ics), in place of a URL"), false},
    SettingField {calendaroption::UrlFile, QT_TRANSLATE_NOOP("Connector", "File with the URL"),
        QT_TRANSLATE_NOOP("Connector", "For a secret address: a file that holds it. No more than its host is ever shown"), false},
    SettingField {calendaroption::Schedule, QT_TRANSLATE_NOOP("Connector", "Schedule"),
        QT_TRANSLATE_NOOP("Connector", "Name of the schedule. Default: what the calendar calls itself, else the name of the source"), false},
    SettingField {calendaroption::Services, QT_TRANSLATE_NOOP("Connector", "Services"),
        QT_TRANSLATE_NOOP("Connector", "Services whose pages go to whoever is on call here, comma-separated"), false},
    SettingField {calendaroption::PersonOf, QT_TRANSLATE_NOOP("Connector", "Person"),
        QT_TRANSLATE_NOOP("Connector", "Who is on call: summary (the title of the event, the default) or attendees (everybody who is invited)"),
        false},
    SettingField {calendaroption::Zone, QT_TRANSLATE_NOOP("Connector", "Time zone"),
        QT_TRANSLATE_NOOP("Connector",
            "Of days and times that name none, if the calendar does not say it: Europe/Berlin, UTC, +05:30, or local for that of this machine. "
            "Default: "
            "local, with a warning"),
        false}};

class CalendarConnector final : public Connector {
public:
    QLatin1StringView kind() const override { return QLatin1StringView("calendar"); }
    KindHints hints() const override { return {QLatin1StringView("iCalendar"), QLatin1StringView("https://calendar.example.com/rota.ics")}; }
    Faces faces() const override { return Face::OnCall; }
    std::span<const SettingField> fields() const override { return CalendarFields; }

    /// A path is what a URL is elsewhere; of a secret address the host alone is known.
    Result<Done> complete(Endpoint &endpoint) const override
    {
        return calendarOptionsOf(endpoint).map([&endpoint](const CalendarOptions &options) {
            QUrl shown = options.url;
            if (options.isSecret) {
                shown.setPath({});
                shown.setQuery(QString());
            }
            endpoint.urls = {shown};
            return Done {};
        });
    }

    Result<std::unique_ptr<Source>> open(const Endpoint &endpoint, const SourceDeps &deps) const override
    {
        return calendarOptionsOf(endpoint).map(
            [&](CalendarOptions options) -> std::unique_ptr<Source> { return std::make_unique<CalendarSource>(endpoint, std::move(options), deps); });
    }
};

} // namespace

std::unique_ptr<Connector> makeCalendarConnector()
{
    return std::make_unique<CalendarConnector>();
}

} // namespace quarterdeck
