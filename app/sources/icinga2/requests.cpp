#include "app/sources/icinga2/requests.h"

#include "app/json/jsonreader.h"

#include <array>

namespace quarterdeck::icinga2 {

namespace {

constexpr Millis ReadTimeout {15'000};
// Fifty thousand services are 60 MB, and the server makes all of it before it sends the first byte.
constexpr Millis ListTimeout {85'000};
constexpr Millis ListStall {60'000};
constexpr qint64 LargestList = 512LL * 1024 * 1024;

constexpr std::array KindNames {QLatin1StringView("Host"), QLatin1StringView("Service"), QLatin1StringView("Comment"), QLatin1StringView("Downtime"),
    QLatin1StringView("Dependency")};
constexpr std::array KindPlurals {QLatin1StringView("hosts"), QLatin1StringView("services"), QLatin1StringView("comments"),
    QLatin1StringView("downtimes"), QLatin1StringView("dependencies")};

// `handled` is not believed, but whoever asks for it makes the server forget an acknowledgement that has ended.
constexpr std::array CheckableAttributes {"state", "state_type", "last_check", "last_state_change", "last_hard_state_change", "acknowledgement",
    "acknowledgement_expiry", "acknowledgement_last_change", "handled", "downtime_depth", "last_reachable", "flapping", "enable_notifications",
    "check_attempt", "max_check_attempts", "next_update", "enable_active_checks", "last_check_result", "display_name", "notes", "notes_url",
    "action_url", "groups", "vars"};
constexpr std::array CommentAttributes {"host_name", "service_name", "author", "text", "entry_type", "entry_time", "expire_time"};
constexpr std::array DowntimeAttributes {"host_name", "service_name", "author", "comment", "start_time", "end_time", "trigger_time", "entry_time",
    "fixed", "duration", "config_owner", "parent"};
constexpr std::array DependencyAttributes {"parent_host_name", "parent_service_name", "child_host_name", "child_service_name"};

template <std::size_t Count> void writeList(JsonWriter &json, QStringView key, const std::array<const char *, Count> &texts)
{
    json.key(key).beginArray();
    for (const char *text : texts) {
        json.value(text);
    }
    json.endArray();
}

void writeAttributes(JsonWriter &json, ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Host:
    case ObjectKind::Service:
        return writeList(json, u"attrs", CheckableAttributes);
    case ObjectKind::Comment:
        return writeList(json, u"attrs", CommentAttributes);
    case ObjectKind::Downtime:
        return writeList(json, u"attrs", DowntimeAttributes);
    case ObjectKind::Dependency:
        return writeList(json, u"attrs", DependencyAttributes);
    }
}

/// What has a problem, or should have been checked by now. The time stands there as a number: what is overdue in truth is judged by the
/// server's clock, and there is no function to be allowed or not.
QString filterOf(ObjectKind kind, UtcTime now)
{
    const QString object = kind == ObjectKind::Host ? QStringLiteral("host") : QStringLiteral("service");
    return QStringLiteral("%1.problem || (%1.enable_active_checks && %1.next_update < %2)").arg(object).arg(now.ms / 1000);
}

/// A GET as the API takes it with a body. All are asked so: the server ends idle connections after ten seconds in a way that is seen only when
/// they are used, and a POST never uses an old one.
HttpRequest question(const QUrl &root, const QString &path, const QByteArray &body)
{
    HttpRequest request = apiRequest(HttpRequest::Method::Post, root, path);
    request.headers.emplace_back(QByteArrayLiteral("X-HTTP-Method-Override"), QByteArrayLiteral("GET"));
    request.body = body;
    request.contentType = QByteArrayLiteral("application/json");
    return request;
}

} // namespace

QLatin1StringView kindName(ObjectKind kind)
{
    return KindNames.at(std::size_t(kind));
}

QLatin1StringView kindPlural(ObjectKind kind)
{
    return KindPlurals.at(std::size_t(kind));
}

QUrl apiRoot(const QUrl &address)
{
    QUrl root = address.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString path = root.path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    root.setPath(path.endsWith(QLatin1StringView("/v1")) ? path : path + QStringLiteral("/v1"));
    return root;
}

HttpRequest apiRequest(HttpRequest::Method method, const QUrl &root, const QString &path)
{
    HttpRequest request;
    request.method = method;
    request.url = root;
    request.url.setPath(root.path() + path);
    request.headers = {{QByteArrayLiteral("Accept"), QByteArrayLiteral("application/json")}};
    request.timeout = ReadTimeout;
    return request;
}

HttpRequest rightsRequest(const QUrl &root)
{
    return question(root, {}, QByteArrayLiteral("{}"));
}

HttpRequest statusRequest(const QUrl &root, const QString &part)
{
    return question(root, QStringLiteral("/status/") + part, QByteArrayLiteral("{}"));
}

HttpRequest listRequest(const QUrl &root, ObjectKind kind, const Wanted &wanted)
{
    JsonWriter json;
    json.beginObject();
    writeAttributes(json, kind);
    if (kind == ObjectKind::Service) {
        writeList(json, u"joins", std::array {"host.display_name", "host.groups", "host.vars"});
    }
    if (!wanted.name.isEmpty()) {
        json.key(kindPlural(kind).toString()).beginArray().value(wanted.name).endArray();
    } else if (wanted.hasFilter && (kind == ObjectKind::Host || kind == ObjectKind::Service)) {
        json.key(u"filter").value(filterOf(kind, wanted.now));
    }
    json.endObject();

    HttpRequest request = question(root, QStringLiteral("/objects/") + kindPlural(kind), json.take());
    request.timeout = ListTimeout;
    request.stall = ListStall;
    request.maxBody = LargestList;
    return request;
}

} // namespace quarterdeck::icinga2
