#include "app/sources/calendar/options.h"

#include "app/core/regularfile.h"
#include "app/core/zonename.h"
#include "app/sources/api/names.h"

namespace quarterdeck {

using namespace calendaroption;

namespace {

constexpr qint64 LongestAddress = 4096;

/// "webcal" is what calendars are offered by, and means https.
Result<QUrl> addressFrom(const QString &file)
{
    const auto text = readRegularFile(file, LongestAddress);
    if (!text) {
        return fail(text.error().kind, text.error().what, UrlFile);
    }
    QUrl url(QString::fromUtf8(text->trimmed()), QUrl::StrictMode);
    if (url.scheme() == QLatin1StringView("webcal")) {
        url.setScheme(QStringLiteral("https"));
    }
    if (!url.isValid() || url.host().isEmpty() || !url.scheme().startsWith(QLatin1StringView("http"))) {
        return fail(ErrorKind::Rejected, QStringLiteral("This file holds no address that begins with https://: %1").arg(file), UrlFile);
    }
    return url;
}

QStringList namesFrom(const QString &text)
{
    QStringList names;
    for (const QString &name : text.split(u',', Qt::SkipEmptyParts)) {
        names.append(name.trimmed());
    }
    return names;
}

Result<Done> take(CalendarOptions &options, const QString &key, const QString &value)
{
    if (key == Zone) {
        const auto zone = zoneFrom(value);
        if (!zone) {
            return fail(ErrorKind::Rejected,
                QStringLiteral("This is not a zone such as Europe/Berlin, UTC, +05:30 or local: %1").arg(value.left(LongestName)), Zone);
        }
        options.zone = *zone;
    } else if (key == Schedule) {
        options.schedule = value;
    } else if (key == Services) {
        options.services = namesFrom(value);
    } else if (key == PersonOf) {
        if (value != QLatin1StringView("summary") && value != QLatin1StringView("attendees")) {
            return fail(ErrorKind::Rejected, QStringLiteral("The person is summary or attendees, not %1").arg(value.left(LongestName)), PersonOf);
        }
        options.person = value == QLatin1StringView("summary") ? CalendarOptions::Person::Summary : CalendarOptions::Person::Attendees;
    } else if (key != Path && key != UrlFile) {
        return fail(ErrorKind::Rejected, QStringLiteral("A calendar has no option of this name"), key);
    }
    return Done {};
}

} // namespace

Result<CalendarOptions> calendarOptionsOf(const Endpoint &endpoint)
{
    CalendarOptions options;
    for (auto option = endpoint.options.cbegin(); option != endpoint.options.cend(); ++option) {
        if (const auto taken = take(options, option.key(), option.value().trimmed()); !taken) {
            return tl::unexpected(taken.error());
        }
    }
    const QString path = endpoint.options.value(Path).trimmed();
    const QString file = endpoint.options.value(UrlFile).trimmed();
    if (!file.isEmpty() && path.isEmpty()) {
        const auto url = addressFrom(file);
        if (!url) {
            return tl::unexpected(url.error());
        }
        options.url = *url;
        options.isSecret = true;
        return options;
    }
    if (!path.isEmpty() && !path.startsWith(u'/')) {
        return fail(ErrorKind::Rejected, QStringLiteral("The path of a calendar begins with /, unlike %1").arg(path.left(LongestName)), Path);
    }
    const bool isWeb = endpoint.urls.size() == 1 && !endpoint.urls.front().isLocalFile();
    if (int(!path.isEmpty()) + int(!file.isEmpty()) + int(isWeb) != 1) {
        return fail(ErrorKind::Rejected, QStringLiteral("A calendar has either one url, or a url_file, or a path"), QStringLiteral("urls"));
    }
    options.url = isWeb ? endpoint.urls.front() : QUrl::fromLocalFile(path);
    return options;
}

} // namespace quarterdeck
