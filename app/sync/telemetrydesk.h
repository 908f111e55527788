#pragma once

#include "app/core/clock.h"
#include "app/domain/freshness.h"
#include "app/domain/logline.h"
#include "app/domain/series.h"
#include "app/sync/metricguide.h"

#include <QObject>

namespace quarterdeck {

class Store;
class TailFeed;

/// Answers for metrics and logs: every source that could answer is asked side by side, each for itself and into the cache, or out of
/// the cache with the reason. Thread: io.
class TelemetryDesk final : public QObject {
    Q_OBJECT

public:
    /// `sources` outlives the desk.
    TelemetryDesk(std::vector<OpenSource> &sources, Store &store, const Clock &clock, QObject *parent);

    /// Samples, live or cached.
    void range(const MetricQuery &query, const CancelToken &cancel, const Reply<Dated<std::vector<Series>>> &reply);
    /// What there is to ask of metrics.
    MetricGuide &guide() { return m_guide; }
    /// Lines, live or cached.
    void logs(const LogQuery &query, const CancelToken &cancel, const Reply<Dated<LogPage>> &reply);
    /// Counts, live or from cached lines.
    void histogram(const LogQuery &query, int buckets, const CancelToken &cancel, const Reply<Dated<LogHistogram>> &reply);
    /// The alerting expression of a rule; empty when every metric source has answered and none knows it.
    void expression(const QString &alertname, const CancelToken &cancel, const Reply<QString> &reply);
    /// Lets the feed follow the log sources of its query.
    void follow(TailFeed &feed, const QStringList &sources);
    /// A source that could not be opened: its part of every answer that it could have given is missing.
    void addMissing(const SourceStatus &status);

private:
    using Asked = AskedSource;

    Async<Dated<std::vector<Series>>> rangeOf(const Asked &asked, MetricQuery query, const CancelToken &cancel);
    Async<Dated<LogPage>> logsOf(const Asked &asked, LogQuery query, const CancelToken &cancel);
    Async<Dated<LogHistogram>> histogramOf(const Asked &asked, LogQuery query, int buckets, const CancelToken &cancel);
    Async<Dated<std::vector<Series>>> cachedSeries(const MetricQuery &query, const Error &why);
    Async<Dated<LogPage>> cachedLogs(const LogQuery &query, const Error &why);
    Async<Dated<LogHistogram>> cachedHistogram(LogQuery query, int buckets, const Error &why);

    std::vector<OpenSource> &m_sources;
    AskedSources m_asked;
    MetricGuide m_guide;
    Store &m_store;
    const Clock &m_clock;
};

} // namespace quarterdeck
