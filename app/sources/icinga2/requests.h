#pragma once

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

/// Which hosts or services are asked for. Both answers hold every problem: the filter only spares the server to list what is well.
enum class Scope : quint8 { Problems, Everything };

/// The root of the API at this address: "/v1" added, unless it ends in it already.
QUrl apiRoot(const QUrl &address);

/// GET /v1: who we are, and what we may do.
HttpRequest rightsRequest(const QUrl &root);
/// GET /v1/status/CIB: uptime and what has never been checked.
HttpRequest statusRequest(const QUrl &root);
/// The list of one kind. `scope` counts for hosts and services only; the others are always asked for whole.
HttpRequest listRequest(const QUrl &root, ObjectKind kind, Scope scope = Scope::Everything);

/// A request as all of them are: the API takes no POST without exactly this Accept.
HttpRequest apiRequest(HttpRequest::Method method, const QUrl &root, const QString &path);

} // namespace quarterdeck::icinga2
