#pragma once

#include "app/core/clock.h"
#include "app/domain/freshness.h"
#include "app/sync/opensource.h"

#include <QObject>

namespace quarterdeck {

class Store;
class TailFeed;

/// Answers for metrics and logs: from the source and into the cache, or from the cache with the reason. Thread: io.
class TelemetryDesk final : public QObject {
    Q_OBJECT

public:
    /// `sources` outlives the desk.
    TelemetryDesk(std::vector<OpenSource> &sources, Store &store, const Clock &clock, QObject *parent);

    /// Samples, live or cached.
    void range(MetricQuery query, const CancelToken &cancel, const Reply<Dated<std::vector<Series>>> &reply);
    /// Lines, live or cached.
    void logs(LogQuery query, const CancelToken &cancel, const Reply<Dated<LogPage>> &reply);
    /// Counts, live or from cached lines.
    void histogram(LogQuery query, int buckets, const CancelToken &cancel, const Reply<Dated<LogHistogram>> &reply);
    /// The alerting expression of a rule; empty when unknown.
    void expression(const QString &alertname, const CancelToken &cancel, const Reply<QString> &reply);
    /// Lets the feed follow the log source of its query.
    void follow(TailFeed &feed, const SourceId &source);

private:
    OpenSource *metricEntry(const SourceId &id) const;
    OpenSource *logEntry(const SourceId &id) const;
    void worked(OpenSource &source);
    void complained(OpenSource &source, const Error &error);
    void cachedSeries(const MetricQuery &query, const Error &why, const Reply<Dated<std::vector<Series>>> &reply);
    void cachedLogs(const LogQuery &query, const Error &why, const Reply<Dated<LogPage>> &reply);
    void cachedHistogram(LogQuery query, int buckets, const Error &why, const Reply<Dated<LogHistogram>> &reply);

    std::vector<OpenSource> &m_sources;
    Store &m_store;
    const Clock &m_clock;
};

/// Counts lines into at most `buckets` buckets over the range.
LogHistogram countLines(const std::vector<LogLine> &lines, TimeRange range, int buckets);

} // namespace quarterdeck
