#pragma once

#include "app/core/async.h"
#include "app/domain/series.h"

#include <vector>

namespace quarterdeck {

/// Scrape target as a metric source knows it.
struct TargetInfo {
    Labels labels;
    QString health; ///< "up", "down", "unknown".
    QString scrapeUrl;
    QString lastError;
    UtcTime lastScrape;
};

/// What a metric name means.
struct MetricInfo {
    QString name;
    QString type;
    QString help;
    QString unit;
};

/// The series that an expression yields.
struct MetricAnswer {
    std::vector<Series> series;
    QStringList warnings; ///< What the source warned of, verbatim: the series may not be whole.
};

/// Time series. Threads and cancelling as with Source.
class MetricFace {
public:
    virtual ~MetricFace() = default;
    virtual Async<MetricAnswer> range(MetricQuery query, CancelToken cancel) = 0;
    /// One sample per series at an instant (invalid: now).
    virtual Async<MetricAnswer> instant(QString expression, UtcTime at, CancelToken cancel) = 0;
    virtual Async<std::vector<Labels>> series(QStringList matchers, TimeRange range, CancelToken cancel) = 0;
    virtual Async<QStringList> labelValues(QString label, CancelToken cancel) = 0;
    virtual Async<std::vector<TargetInfo>> targets(CancelToken cancel) = 0;
    virtual Async<std::vector<MetricInfo>> metadata(CancelToken cancel) = 0;
};

} // namespace quarterdeck
