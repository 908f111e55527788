#pragma once

#include "app/sources/api/logface.h"
#include "app/sources/api/logoptions.h"
#include "app/sources/api/polltail.h"
#include "app/sources/elasticsearch/hitreader.h"

namespace quarterdeck {

/// What the options of an Elasticsearch say.
struct ElasticsearchOptions {
    QString index = QStringLiteral("logs-*,filebeat-*,logstash-*");
    elasticsearch::Names names; ///< But for what `log` says of fields.
    LogOptions log {
        {{QStringLiteral("service.name"), QStringLiteral("kubernetes.container.name"), QStringLiteral("container.name"), QStringLiteral("app")},
            {QStringLiteral("log.level"), QStringLiteral("level"), QStringLiteral("severity"), QStringLiteral("loglevel")}},
        TailRules {Millis(2'000), Millis(10'000)}};
};

/// An Elasticsearch or OpenSearch as a log source. Thread: io.
class ElasticsearchSource final : public QObject, public Source, public LogFace {
public:
    ElasticsearchSource(Endpoint endpoint, ElasticsearchOptions options, const SourceDeps &deps);

    const SourceInfo &info() const override { return m_info; }
    Async<BackendHealth> probe(CancelToken cancel) override;
    LogFace *logs() override { return this; }
    /// Text is found as the indices split it into words: one word also as a part of another, several as whole words in their order.
    Async<LogPage> query(LogQuery query, CancelToken cancel) override;
    Async<LogHistogram> histogram(LogQuery query, int buckets, CancelToken cancel) override;
    Async<Done> tail(LogQuery query, TailSink sink, CancelToken cancel) override;
    /// Of the last seven days.
    Async<QStringList> fieldValues(QString field, CancelToken cancel) override;

private:
    /// What was learnt of fields, which changes seldom.
    struct Learnt {
        QStringList names;
        elasticsearch::FieldTypes types;
        Millis at {0};
    };
    /// A query as it is asked.
    struct Asked {
        elasticsearch::Written written;
        elasticsearch::FieldTypes types;
    };

    Async<elasticsearch::FieldTypes> types(const QStringList &names, const CancelToken &cancel);
    Async<Asked> ask(const LogQuery &query, const CancelToken &cancel);
    Async<elasticsearch::ReadHits> read(const Asked &asked, bool isForward, int limit, const CancelToken &cancel);
    Async<TailReading> readTail(LogQuery query, qint64 from, qint64 to, const CancelToken &cancel);

    Endpoint m_endpoint;
    ElasticsearchOptions m_options;
    const Clock &m_clock;
    PolledTails m_tails;
    SourceInfo m_info;
    elasticsearch::ElasticServer m_server;
    std::optional<Learnt> m_learnt;
};

} // namespace quarterdeck
