#pragma once

#include "app/sources/api/logface.h"
#include "app/sources/api/logoptions.h"
#include "app/sources/api/polltail.h"
#include "app/sources/clickhouse/clickhouseserver.h"

namespace quarterdeck {

/// What the options of a ClickHouse say. Defaults: the table of the OpenTelemetry collector.
struct ClickhouseOptions {
    clickhouse::Table table;
    LogOptions log {{{QStringLiteral("ServiceName")}, {QStringLiteral("SeverityText")}}, TailRules {Millis(1'000), Millis(5'000)}};
};

/// A table of a ClickHouse as a log source. An expression is a condition in SQL. Thread: io.
class ClickhouseSource final : public QObject, public Source, public LogFace {
public:
    ClickhouseSource(Endpoint endpoint, ClickhouseOptions options, const SourceDeps &deps);

    const SourceInfo &info() const override { return m_info; }
    Async<BackendHealth> probe(CancelToken cancel) override;
    LogFace *logs() override { return this; }
    Async<LogPage> query(LogQuery query, CancelToken cancel) override;
    Async<LogHistogram> histogram(LogQuery query, int buckets, CancelToken cancel) override;
    Async<Done> tail(LogQuery query, TailSink sink, CancelToken cancel) override;
    /// Of the last seven days.
    Async<QStringList> fieldValues(QString field, CancelToken cancel) override;

private:
    /// A query as it is asked.
    struct Asked {
        QString conditions;
        clickhouse::Columns columns;
    };

    /// The columns of the table, asked for once a minute.
    Async<clickhouse::Columns> columns(const CancelToken &cancel);
    Async<Asked> ask(const LogQuery &query, qint64 from, qint64 to, const CancelToken &cancel);
    Async<std::vector<LogLine>> lines(const Asked &asked, int limit, bool isForward, const CancelToken &cancel);
    Async<TailReading> readTail(const LogQuery &query, qint64 from, qint64 to, int most, const CancelToken &cancel);

    Endpoint m_endpoint;
    ClickhouseOptions m_options;
    const Clock &m_clock;
    PolledTails m_tails;
    SourceInfo m_info;
    clickhouse::ClickhouseServer m_server;
    clickhouse::Columns m_columns;
    Millis m_columnsAt {0};
};

} // namespace quarterdeck
