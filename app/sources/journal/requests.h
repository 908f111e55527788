#pragma once

#include "app/domain/logline.h"
#include "app/net/httpclient.h"

namespace quarterdeck::journal {

/// Exact matches of fields: several values of one field are alternatives, different fields must all hold.
using Matches = std::vector<Label>;

/// Which entries, as the Range header says: from `cursor` (empty: the head) skip `skip` entries (negative: back), take `count`.
/// All three parts are always sent: servers answer an incomplete or unknown range with the whole journal.
struct Range {
    QByteArray cursor;
    int skip = 0;
    int count = 1;
};

/// A made-up cursor that seeks the first entry at or after a time.
QByteArray timeCursor(UtcTime time);
/// True for a name that gatewayd accepts: capitals, digits and underscores.
bool isFieldName(QStringView name);
/// True for text that may stand in a Range header.
bool isCursor(QByteArrayView cursor);

/// GET /entries with field matches and a complete Range header.
HttpRequest entriesRequest(const QUrl &base, const Matches &matches, const Range &range);
/// An endless stream of entries from the range on.
HttpRequest followRequest(const QUrl &base, const Matches &matches, const Range &range);
HttpRequest fieldRequest(const QUrl &base, const QString &field);
HttpRequest machineRequest(const QUrl &base);

/// PRIORITY matches for levels; empty where the server cannot select them (all of them, or lines without a priority among them).
Matches levelMatches(const std::vector<LogLevel> &levels);

} // namespace quarterdeck::journal
