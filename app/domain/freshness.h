#pragma once

#include "app/core/endpoint.h"
#include "app/core/error.h"
#include "app/domain/face.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace quarterdeck {

/// How far a source can be believed right now. Only Live counts towards anything green.
enum class Freshness : quint8 { Live, Stale, NeedsSignIn, Unreachable, Misconfigured, NeverSeen };

/// Stable name: "live", "stale", "needs-sign-in", "unreachable", "misconfigured", "never-seen".
QLatin1StringView freshnessName(Freshness freshness);
/// Inverse of freshnessName; NeverSeen for an unknown name.
Freshness freshnessFromName(QStringView name);
/// What a failed poll says of its source: sign-in for 401, 403 and web pages, unreachable for transport, misconfigured for TLS and
/// 404, stale for the rest.
Freshness freshnessOf(const Error &error);

/// Why nothing can be done about the alerts of a source from here.
enum class ReadOnly : quint8 {
    No,
    Source, ///< It only tells of alerts.
    Context ///< The context is read-only.
};

/// The state of one source as every page and the status line show it.
struct SourceStatus {
    SourceId id;
    QString kind;
    Freshness freshness = Freshness::NeverSeen;
    UtcTime lastOkAt;           ///< End of the last complete, successful poll; invalid when there was none.
    UtcTime since;              ///< Since when it is in this freshness.
    std::optional<Error> error; ///< Of the last poll, when it failed.
    int members = 1;
    int liveMembers = 0;
    int failures = 0; ///< In a row.
    UtcTime nextPollAt;
    bool isInsecure = false;          ///< Certificates are not verified: shown on every page.
    Faces faces {};                   ///< What it is asked, or would be if it could be opened.
    ReadOnly readOnly = ReadOnly::No; ///< Otherwise each verb on its alerts is refused.

    /// It is asked for all open alerts, so that an all-clear may rest on it.
    bool tellsAlerts() const { return faces.testFlag(Face::Alerts); }
    friend bool operator==(const SourceStatus &, const SourceStatus &) = default;
};

/// One source that a question was for and that did not answer it, or not whole.
struct SourceFailure {
    SourceId source;
    Error error;
    UtcTime asOf {}; ///< Of what is shown of it all the same, from the cache; invalid where nothing is.
    friend bool operator==(const SourceFailure &, const SourceFailure &) = default;
};

/// A value with what is known of its age.
template <class T> struct Dated {
    T value;
    UtcTime asOf;                           ///< When the source said so; invalid when never.
    bool isLive = false;                    ///< True: came from the source just now. False: from the cache.
    std::optional<Error> error;             ///< Why it is not live.
    QStringList warnings {};                ///< What the source warned of along with it, verbatim: it may not be whole.
    std::vector<SourceFailure> failures {}; ///< Of the sources asked, those whose part is missing or from the cache.
    QStringList asked {};                   ///< The sources that the question was for.
    QStringList warnedBy {};                ///< Whose the warning at the same place is.
};

} // namespace quarterdeck
