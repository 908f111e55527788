#pragma once

#include "app/net/httpclient.h"
#include "app/net/questionrequest.h"
#include "app/sources/api/connector.h"
#include "app/sources/api/metricface.h"
#include "app/sources/pmproxy/parse.h"

#include <QObject>

#include <memory>

namespace quarterdeck {

/// A pmproxy of Performance Co-Pilot with time series in Redis as a source of metrics. An expression is that of pmseries without its window: a
/// metric with a filter (`kernel.all.load{hostname == "web"}`). Thread: io.
class PmproxySource final : public QObject, public Source, public MetricFace {
public:
    PmproxySource(Endpoint endpoint, const SourceDeps &deps);

    const SourceInfo &info() const override { return m_info; }
    Async<BackendHealth> probe(CancelToken cancel) override;
    MetricFace *metrics() override { return this; }
    Async<MetricAnswer> range(MetricQuery query, CancelToken cancel) override;
    Async<MetricAnswer> instant(QString expression, UtcTime at, CancelToken cancel) override;
    /// Matchers are expressions. The range is not looked at.
    Async<std::vector<Labels>> series(QStringList matchers, TimeRange range, CancelToken cancel) override;
    /// `__name__`: the metrics; others: the values of a label.
    Async<QStringList> labelValues(QString label, CancelToken cancel) override;
    Async<std::vector<TargetInfo>> targets(CancelToken cancel) override;
    /// Names alone: the rest is known of a series, not of a metric.
    Async<std::vector<MetricInfo>> metadata(CancelToken cancel) override;

private:
    struct Reading;

    Async<HttpResponse> ask(const QString &path, const QuestionParameters &parameters, const CancelToken &cancel);
    Async<QStringList> found(const QString &expression, const CancelToken &cancel);
    /// Metric, instances, labels and units of the series of a reading.
    Async<Done> describe(const std::shared_ptr<Reading> &reading, const CancelToken &cancel);

    Endpoint m_endpoint;
    HttpClient &m_http;
    const Clock &m_clock;
    SourceInfo m_info;
};

} // namespace quarterdeck
