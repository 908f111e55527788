#pragma once

#include "app/domain/alertfilter.h"
#include "app/domain/silence.h"

#include <QHash>
#include <QSet>

namespace quarterdeck {

/// What a filter looks at beside the alerts themselves, for all of them.
struct FilterMoments {
    UtcTime now {};
    QSet<SourceId> notLive {};
    QHash<QString, TimeRange> silences {}; ///< "source:id": when a silence, downtime or acknowledgement holds.

    /// Of one alert: what the filter needs of it.
    FilterMoment of(const Alert &alert, const AlertFilter &filter) const;
    /// "source:id", as `silences` is kept.
    static QString keyOf(const SourceId &source, const QString &id) { return source + u':' + id; }
};

} // namespace quarterdeck
