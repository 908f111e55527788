#pragma once

#include "app/sources/api/connector.h"
#include "app/sources/api/metricface.h"
#include "app/sources/api/ruleface.h"
#include "app/sources/prometheus/matrix.h"
#include "app/sources/prometheus/requests.h"

#include <QHash>
#include <QObject>

namespace quarterdeck {

/// What a Prometheus can be asked.
constexpr Faces PrometheusFaces = Faces(Face::Metrics) | Face::Rules;

/// A server with the query API of Prometheus as a source of metrics and rules. Several URLs are replicas of one: the first that can be reached
/// answers. Thread: io.
class PrometheusSource final : public QObject, public Source, public MetricFace, public RuleFace {
public:
    PrometheusSource(Endpoint endpoint, const SourceDeps &deps);

    const SourceInfo &info() const override { return m_info; }
    Async<BackendHealth> probe(CancelToken cancel) override;
    MetricFace *metrics() override { return this; }
    RuleFace *rules() override { return this; }
    Async<MetricAnswer> range(MetricQuery query, CancelToken cancel) override;
    Async<MetricAnswer> instant(QString expression, UtcTime at, CancelToken cancel) override;
    Async<std::vector<Labels>> series(QStringList matchers, TimeRange range, CancelToken cancel) override;
    Async<QStringList> labelValues(QString label, CancelToken cancel) override;
    Async<std::vector<RuleInfo>> rules(CancelToken cancel) override;
    Async<std::vector<Alert>> ruleAlerts(CancelToken cancel) override;
    Async<std::vector<TargetInfo>> targets(CancelToken cancel) override;
    Async<std::vector<MetricInfo>> metadata(CancelToken cancel) override;

private:
    struct Call {
        QString path;
        prometheus::Parameters parameters;
        bool isForm = false;
    };

    /// What one URL says of itself.
    struct Replica {
        QString version; ///< Empty where it does not tell.
        Millis latency {0};
        Millis clockSkew {0};
    };

    Async<Replica> look(const QUrl &base, const CancelToken &cancel);
    void lookByQuery(const QUrl &base, const Error &why, const CancelToken &cancel, const Reply<Replica> &reply);
    Async<HttpResponse> send(const Call &call, CancelToken cancel);
    void sendTo(std::size_t index, std::size_t tries, const Call &call, const Reply<HttpResponse> &reply, const CancelToken &cancel);
    template <class T, class F> Async<T> read(const Call &call, const CancelToken &cancel, F parse);
    Async<MetricAnswer> query(const Call &call, const QString &expression, const CancelToken &cancel);
    struct Parts;
    void nextPart(const std::shared_ptr<Parts> &parts);

    Endpoint m_endpoint;
    HttpClient &m_http;
    const Clock &m_clock;
    SourceInfo m_info;
    std::size_t m_current = 0; ///< The URL that answered last.
    bool m_isPostRefused = false;
    QHash<QString, QString> m_units; ///< Metric name -> unit, as metadata said.
};

} // namespace quarterdeck
