#pragma once

#include "app/net/httpclient.h"

#include <QUrl>

namespace quarterdeck::pagerduty {

/// Most entries of one page.
inline constexpr int PageSize = 100;
/// Offset and size of a page together are at most this; more is refused with 400.
inline constexpr int LastReachable = 10'000;

/// The address of the API of a service region, "us" or "eu"; invalid for any other.
QUrl regionUrl(QStringView region);
/// True for what can be the id of anything: letters and digits. Nothing else goes into a path.
bool isId(QStringView text);

/// A request as all of them are: the version of the API in Accept, a type of content even where there is none. `query` is encoded.
HttpRequest apiRequest(HttpRequest::Method method, const QUrl &root, const QString &path, const QByteArray &query = {});

/// GET /incidents: what is open, oldest first, from `offset` on. Without date_range=all only the last month is listed.
HttpRequest openIncidentsRequest(const QUrl &root, int offset);
/// GET /incidents/{id}.
HttpRequest incidentRequest(const QUrl &root, const QString &id);
/// GET /incidents/{id}/log_entries, the newest first.
HttpRequest logEntriesRequest(const QUrl &root, const QString &id);
/// GET /log_entries: of the whole account within the range, the newest first, with what they say of notes and calls.
HttpRequest accountLogRequest(const QUrl &root, TimeRange range, int offset);
/// GET /incidents/{id}/notes: all there are.
HttpRequest notesRequest(const QUrl &root, const QString &id);
/// GET /users: those whose name has `text` in it, or everybody where it is empty.
HttpRequest usersRequest(const QUrl &root, const QString &text, int offset);
/// GET /users/me: whose token it is. Nobody's (400 or 401) for one of an account.
HttpRequest meRequest(const QUrl &root);
/// GET /oncalls: every shift that reaches into the range, of schedules of both generations and of none, with its person in full.
HttpRequest onCallsRequest(const QUrl &root, TimeRange range, int offset);
/// GET /escalation_policies: all, with the names of their services.
HttpRequest policiesRequest(const QUrl &root, int offset);
/// GET /maintenance_windows: those that are under way or to come.
HttpRequest windowsRequest(const QUrl &root, int offset);
/// GET /change_events: of the whole account within the range, in whole seconds of UTC.
HttpRequest changeEventsRequest(const QUrl &root, TimeRange range, int offset);
/// GET /priorities.
HttpRequest prioritiesRequest(const QUrl &root);

} // namespace quarterdeck::pagerduty
