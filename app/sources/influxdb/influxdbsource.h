#pragma once

#include "app/net/httpclient.h"
#include "app/sources/api/connector.h"
#include "app/sources/api/metricface.h"

#include <QObject>

namespace quarterdeck {

/// What is read of an InfluxDB.
struct InfluxdbOptions {
    QString database;
    QString retentionPolicy; ///< Empty: the default one of the database.
};

/// An InfluxDB with the query API of version 1 as a source of metrics. An expression is a SELECT in InfluxQL with `$timeFilter`. Thread: io.
class InfluxdbSource final : public QObject, public Source, public MetricFace {
public:
    InfluxdbSource(Endpoint endpoint, InfluxdbOptions options, const SourceDeps &deps);

    const SourceInfo &info() const override { return m_info; }
    Async<BackendHealth> probe(CancelToken cancel) override;
    MetricFace *metrics() override { return this; }
    Async<MetricAnswer> range(MetricQuery query, CancelToken cancel) override;
    Async<MetricAnswer> instant(QString expression, UtcTime at, CancelToken cancel) override;
    /// Matchers are names of measurements. The range is not looked at: the server knows series, not when they had values.
    Async<std::vector<Labels>> series(QStringList matchers, TimeRange range, CancelToken cancel) override;
    /// `__name__`: the measurements; others: the values of a tag.
    Async<QStringList> labelValues(QString label, CancelToken cancel) override;
    Async<std::vector<TargetInfo>> targets(CancelToken cancel) override;
    /// The fields: `measurement.field` and their type.
    Async<std::vector<MetricInfo>> metadata(CancelToken cancel) override;

private:
    Async<HttpResponse> ask(const QString &query, const CancelToken &cancel);
    Async<QList<QStringList>> show(const QString &query, const CancelToken &cancel);
    Async<QStringList> column(const QString &query, qsizetype index, const CancelToken &cancel);

    Endpoint m_endpoint;
    InfluxdbOptions m_options;
    HttpClient &m_http;
    const Clock &m_clock;
    SourceInfo m_info;
};

} // namespace quarterdeck
