#include "app/sources/pagerduty/requests.h"

#include <algorithm>

namespace quarterdeck::pagerduty {

namespace {

constexpr Millis ReadTimeout {20'000};
constexpr qsizetype LongestId = 64;

QByteArray pageQuery(int offset)
{
    return "limit=" + QByteArray::number(PageSize) + "&offset=" + QByteArray::number(offset);
}

/// In whole seconds.
QByteArray rangeQuery(TimeRange range)
{
    const auto time = [](UtcTime at) { return QUrl::toPercentEncoding(toRfc3339({at.ms / 1000 * 1000})); };
    return "since=" + time(range.from) + "&until=" + time(range.to) + '&';
}

} // namespace

QUrl regionUrl(QStringView region)
{
    if (region == u"us") {
        return QUrl(QStringLiteral("https://api.pagerduty.com"));
    }
    return region == u"eu" ? QUrl(QStringLiteral("https://api.eu.pagerduty.com")) : QUrl();
}

bool isId(QStringView text)
{
    return !text.isEmpty() && text.size() <= LongestId
        && std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80 && c.isLetterOrNumber(); });
}

HttpRequest apiRequest(HttpRequest::Method method, const QUrl &root, const QString &path, const QByteArray &query)
{
    HttpRequest request;
    request.method = method;
    request.url = root;
    QString base = root.path();
    while (base.endsWith(u'/')) {
        base.chop(1);
    }
    request.url.setPath(base + path);
    if (!query.isEmpty()) {
        request.url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    }
    request.headers = {{QByteArrayLiteral("Accept"), QByteArrayLiteral("application/vnd.pagerduty+json;version=2")}};
    request.contentType = QByteArrayLiteral("application/json");
    request.timeout = ReadTimeout;
    return request;
}

HttpRequest openIncidentsRequest(const QUrl &root, int offset)
{
    // By number, so that what opens meanwhile comes last.
    return apiRequest(HttpRequest::Method::Get, root, QStringLiteral("/incidents"),
        "date_range=all&statuses%5B%5D=triggered&statuses%5B%5D=acknowledged&include%5B%5D=first_trigger_log_entries"
        "&sort_by=incident_number%3Aasc&time_zone=UTC&"
            + pageQuery(offset));
}

HttpRequest incidentRequest(const QUrl &root, const QString &id)
{
    return apiRequest(HttpRequest::Method::Get, root, QStringLiteral("/incidents/") + id,
        QByteArrayLiteral("include%5B%5D=first_trigger_log_entries&include%5B%5D=custom_fields"));
}

HttpRequest logEntriesRequest(const QUrl &root, const QString &id)
{
    return apiRequest(HttpRequest::Method::Get, root, QStringLiteral("/incidents/%1/log_entries").arg(id), "time_zone=UTC&" + pageQuery(0));
}

HttpRequest accountLogRequest(const QUrl &root, TimeRange range, int offset)
{
    return apiRequest(HttpRequest::Method::Get, root, QStringLiteral("/log_entries"),
        rangeQuery(range) + "is_overview=false&include%5B%5D=channels&time_zone=UTC&" + pageQuery(offset));
}

HttpRequest notesRequest(const QUrl &root, const QString &id)
{
    return apiRequest(HttpRequest::Method::Get, root, QStringLiteral("/incidents/%1/notes").arg(id));
}

HttpRequest usersRequest(const QUrl &root, const QString &text, int offset)
{
    const QByteArray query = text.isEmpty() ? QByteArray() : "query=" + QUrl::toPercentEncoding(text) + '&';
    return apiRequest(HttpRequest::Method::Get, root, QStringLiteral("/users"), query + pageQuery(offset));
}

HttpRequest meRequest(const QUrl &root)
{
    return apiRequest(HttpRequest::Method::Get, root, QStringLiteral("/users/me"));
}

HttpRequest onCallsRequest(const QUrl &root, TimeRange range, int offset)
{
    return apiRequest(HttpRequest::Method::Get, root, QStringLiteral("/oncalls"),
        rangeQuery(range) + "earliest=false&include%5B%5D=users&time_zone=UTC&" + pageQuery(offset));
}

HttpRequest policiesRequest(const QUrl &root, int offset)
{
    return apiRequest(HttpRequest::Method::Get, root, QStringLiteral("/escalation_policies"), "sort_by=name&" + pageQuery(offset));
}

HttpRequest windowsRequest(const QUrl &root, int offset)
{
    return apiRequest(HttpRequest::Method::Get, root, QStringLiteral("/maintenance_windows"), "filter=open&" + pageQuery(offset));
}

HttpRequest changeEventsRequest(const QUrl &root, TimeRange range, int offset)
{
    return apiRequest(HttpRequest::Method::Get, root, QStringLiteral("/change_events"), rangeQuery(range) + pageQuery(offset));
}

HttpRequest prioritiesRequest(const QUrl &root)
{
    return apiRequest(HttpRequest::Method::Get, root, QStringLiteral("/priorities"), pageQuery(0));
}

} // namespace quarterdeck::pagerduty
