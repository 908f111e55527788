#pragma once

#include "app/net/httpclient.h"
#include "app/sources/api/connector.h"
#include "app/sources/api/metricface.h"
#include "app/sources/graphite/parse.h"
#include "app/sources/graphite/requests.h"

#include <QHash>
#include <QObject>

namespace quarterdeck {

/// A Graphite, or what has its render API, as a source of metrics. An expression is a target. Thread: io.
class GraphiteSource final : public QObject, public Source, public MetricFace {
public:
    GraphiteSource(Endpoint endpoint, const SourceDeps &deps);

    const SourceInfo &info() const override { return m_info; }
    Async<BackendHealth> probe(CancelToken cancel) override;
    MetricFace *metrics() override { return this; }
    Async<MetricAnswer> range(MetricQuery query, CancelToken cancel) override;
    Async<MetricAnswer> instant(QString expression, UtcTime at, CancelToken cancel) override;
    /// A matcher is a pattern (`servers.*.load`) or, with an equals sign, an expression of tags (`dc=eu`). The range is not looked at.
    Async<std::vector<Labels>> series(QStringList matchers, TimeRange range, CancelToken cancel) override;
    /// `__name__`: every metric; others: the values of a tag.
    Async<QStringList> labelValues(QString label, CancelToken cancel) override;
    Async<std::vector<TargetInfo>> targets(CancelToken cancel) override;
    /// Names alone: Graphite knows no more.
    Async<std::vector<MetricInfo>> metadata(CancelToken cancel) override;

private:
    Async<HttpResponse> ask(HttpRequest request, QByteArrayView type, const CancelToken &cancel);
    /// As fine as asked, unless metrics are kept more coarsely.
    Async<graphite::RenderAnswer> whole(const MetricQuery &query, bool isInside, const CancelToken &cancel);
    Async<graphite::RenderAnswer> render(const MetricQuery &query, graphite::Reach reach, const CancelToken &cancel);
    bool isCoarse(const graphite::RenderAnswer &found, const MetricQuery &query) const;
    /// The same from within the range, which may be kept more finely than what is before it, and what is coarse still.
    Async<MetricAnswer> finer(graphite::RenderAnswer found, const MetricQuery &query, const CancelToken &cancel);
    QStringList coarseWarnings(const graphite::RenderAnswer &found, const MetricQuery &query) const;

    Endpoint m_endpoint;
    HttpClient &m_http;
    const Clock &m_clock;
    SourceInfo m_info;
    QHash<QString, Millis> m_finest; ///< How finely a target is kept of times that are not long past.
};

} // namespace quarterdeck
