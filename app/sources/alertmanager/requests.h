#pragma once

#include "app/domain/silence.h"
#include "app/net/httpclient.h"

#include <QUrl>

namespace quarterdeck::alertmanager {

/// A silence to be posted; without an id it is a new one.
struct SilenceDraft {
    QString id;
    std::vector<Matcher> matchers;
    UtcTime startsAt;
    UtcTime endsAt;
    QString createdBy;
    QString comment;
    Labels annotations {}; ///< Of a silence that is changed: one that is left out would make it another silence.
};

/// The root of the API of one member: its URL with `apiPath` ("/api/v2") added, unless it ends in it already.
QUrl apiRoot(const QUrl &member, const QString &apiPath);

/// GET /api/v2/status.
HttpRequest statusRequest(const QUrl &root);
/// All open alerts, or those that all `matchers` match.
HttpRequest alertsRequest(const QUrl &root, const std::vector<Matcher> &matchers = {});
/// All alerts by group, once for each receiver: what is muted, and for whom.
HttpRequest groupsRequest(const QUrl &root);
HttpRequest silencesRequest(const QUrl &root);
HttpRequest silenceRequest(const QUrl &root, const QString &id);
HttpRequest postSilenceRequest(const QUrl &root, const SilenceDraft &draft);
HttpRequest expireSilenceRequest(const QUrl &root, const QString &id);

/// True where every server version understands these matchers as a filter in a URL of bearable length.
bool isFilterable(const std::vector<Matcher> &matchers);

} // namespace quarterdeck::alertmanager
