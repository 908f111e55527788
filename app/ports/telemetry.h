#pragma once

#include "app/core/async.h"
#include "app/domain/freshness.h"
#include "app/domain/logline.h"
#include "app/domain/metricname.h"
#include "app/domain/series.h"

#include <QObject>

#include <memory>

namespace quarterdeck {

/// A running tail; destroying it stops the tail. Thread: main.
class LogTail : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    /// New lines, oldest first; at most every 100 ms.
    void arrived(const std::vector<quarterdeck::LogLine> &lines);
    /// The connection state changed: an empty sentence while every source is followed, else which are not and why.
    void interrupted(const QString &why);
};

/// Metrics and logs on demand, of every source that could answer: asked side by side and merged by time, each from the source itself
/// when it answers, from the cache when it does not, and always saying which (Dated::asked, Dated::failures). What came live is put
/// into the cache. Thread: main.
class Telemetry {
public:
    virtual ~Telemetry() = default;
    /// Fails only when neither any source nor the cache has anything.
    virtual Async<Dated<std::vector<Series>>> range(MetricQuery query, CancelToken cancel = {}) = 0;
    /// The metrics there are, sorted by name. Never from the cache.
    virtual Async<Dated<std::vector<MetricName>>> metricNames(QStringList sources, CancelToken cancel = {}) = 0;
    /// The labels of some series, sorted by name. Never from the cache.
    virtual Async<Dated<std::vector<LabelChoice>>> metricLabels(LabelQuery query, CancelToken cancel = {}) = 0;
    virtual Async<Dated<LogPage>> logs(LogQuery query, CancelToken cancel = {}) = 0;
    virtual Async<Dated<LogHistogram>> logHistogram(LogQuery query, int buckets, CancelToken cancel = {}) = 0;
    virtual std::unique_ptr<LogTail> tail(LogQuery query) = 0;
    /// The alerting expression of a rule, from the metric source's rule list: empty when unknown.
    virtual Async<QString> alertExpression(QString alertname, CancelToken cancel = {}) = 0;
};

} // namespace quarterdeck
