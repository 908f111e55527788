#pragma once

#include "app/sources/api/connector.h"
#include "app/sources/api/metricface.h"
#include "app/sources/netdata/requests.h"

#include <QObject>

namespace quarterdeck {

/// A netdata agent as a source of metrics. An expression is a chart, or the parameters of its data. Thread: io.
class NetdataSource final : public QObject, public Source, public MetricFace {
public:
    NetdataSource(Endpoint endpoint, const SourceDeps &deps);

    const SourceInfo &info() const override { return m_info; }
    Async<BackendHealth> probe(CancelToken cancel) override;
    MetricFace *metrics() override { return this; }
    Async<MetricAnswer> range(MetricQuery query, CancelToken cancel) override;
    Async<MetricAnswer> instant(QString expression, UtcTime at, CancelToken cancel) override;
    /// Matchers are ids of charts. The range is not looked at.
    Async<std::vector<Labels>> series(QStringList matchers, TimeRange range, CancelToken cancel) override;
    /// `__name__`: the charts; `dimension`: their dimensions; others: labels of charts.
    Async<QStringList> labelValues(QString label, CancelToken cancel) override;
    Async<std::vector<TargetInfo>> targets(CancelToken cancel) override;
    /// The charts, with title and unit.
    Async<std::vector<MetricInfo>> metadata(CancelToken cancel) override;

private:
    Async<HttpResponse> ask(HttpRequest request, const CancelToken &cancel);
    Async<MetricAnswer> data(
        const netdata::ChartQuestion &question, const MetricQuery &query, const netdata::Chart &chart, const CancelToken &cancel);
    Async<std::vector<netdata::Chart>> charts(const CancelToken &cancel);

    Endpoint m_endpoint;
    HttpClient &m_http;
    const Clock &m_clock;
    SourceInfo m_info;
};

} // namespace quarterdeck
