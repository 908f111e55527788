#pragma once

#include "app/sources/api/logface.h"
#include "app/sources/api/logoptions.h"
#include "app/sources/api/polltail.h"
#include "app/sources/loki/linereader.h"

namespace quarterdeck {

/// What the options of a Loki say.
struct LokiOptions {
    QString tenant;
    LogOptions log {{{QStringLiteral("service_name"), QStringLiteral("service"), QStringLiteral("app"), QStringLiteral("job")},
                        {QStringLiteral("level"), QStringLiteral("detected_level"), QStringLiteral("severity")}},
        {}};
};

/// A Grafana Loki as a log source. Thread: io.
class LokiSource final : public QObject, public Source, public LogFace {
public:
    LokiSource(Endpoint endpoint, LokiOptions options, const SourceDeps &deps);

    const SourceInfo &info() const override { return m_info; }
    Async<BackendHealth> probe(CancelToken cancel) override;
    LogFace *logs() override { return this; }
    Async<LogPage> query(LogQuery query, CancelToken cancel) override;
    Async<LogHistogram> histogram(LogQuery query, int buckets, CancelToken cancel) override;
    Async<Done> tail(LogQuery query, TailSink sink, CancelToken cancel) override;
    /// Of the last seven days; those of a field that is no label of streams come from a sample of lines, and only from Loki 3.
    Async<QStringList> fieldValues(QString field, CancelToken cancel) override;

private:
    /// What was learnt of the streams, and for which stretch.
    struct Learnt {
        loki::Streams streams;
        TimeRange range;
        Millis at {0};
        bool hasOrder = false;
    };

    Async<loki::Streams> streams(TimeRange range, bool needsOrder, const CancelToken &cancel);
    Async<loki::Streams> withOrder(const loki::Streams &labels, TimeRange range, const CancelToken &cancel);
    Async<loki::Questions> questions(const LogQuery &query, const CancelToken &cancel);
    Async<std::vector<loki::ReadLines>> read(const loki::Questions &questions, const loki::ReadPlan &plan, const CancelToken &cancel);
    Async<TailReading> readTail(const LogQuery &query, qint64 from, qint64 to, const CancelToken &cancel);

    Endpoint m_endpoint;
    LokiOptions m_options;
    const Clock &m_clock;
    PolledTails m_tails;
    SourceInfo m_info;
    loki::LokiServer m_server;
    std::optional<Learnt> m_learnt;
};

} // namespace quarterdeck
