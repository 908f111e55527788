#pragma once

#include "app/core/time.h"
#include "app/net/httpclient.h"

#include <QStringList>
#include <QUrl>

namespace quarterdeck::icinga2 {

/// The kinds of objects that are asked for.
enum class ObjectKind : quint8 { Host, Service, Comment, Downtime, Dependency };

/// "Host", as permissions and the `type` of actions name it.
QLatin1StringView kindName(ObjectKind kind);
/// "hosts": in paths, and the parameter that holds the names of several.
QLatin1StringView kindPlural(ObjectKind kind);

/// Which hosts or services are asked for. With and without the filter the answer holds every problem and all that is overdue: it only spares
/// the server to list what is well.
struct Wanted {
    bool hasFilter = false;
    UtcTime now {};  ///< For the filter.
    QString name {}; ///< Only this one, however it is.
};

/// The root of the API at this address: "/v1" added, unless it ends in it already.
QUrl apiRoot(const QUrl &address);

/// GET /v1: who we are, and what we may do.
HttpRequest rightsRequest(const QUrl &root);
/// GET /v1/status/...: "CIB" for uptime and what has never been checked, "IcingaApplication" for what is switched off, "ApiListener" for who
/// is connected.
HttpRequest statusRequest(const QUrl &root, const QString &part);
/// The list of one kind; all of it, unless hosts or services are asked for by a filter.
HttpRequest listRequest(const QUrl &root, ObjectKind kind, const Wanted &wanted = {});

/// A request as all of them are: the API takes no POST without exactly this Accept.
HttpRequest apiRequest(HttpRequest::Method method, const QUrl &root, const QString &path);

} // namespace quarterdeck::icinga2
