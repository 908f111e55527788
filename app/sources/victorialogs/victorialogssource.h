#pragma once

#include "app/sources/api/logface.h"
#include "app/sources/api/logoptions.h"
#include "app/sources/api/polltail.h"
#include "app/sources/victorialogs/victorialogsserver.h"

namespace quarterdeck {

/// What the options of a VictoriaLogs say.
struct VictorialogsOptions {
    QString account;
    QString project;
    LogOptions log {{{QStringLiteral("service"), QStringLiteral("service.name"), QStringLiteral("app"), QStringLiteral("kubernetes.container_name"),
                         QStringLiteral("job")},
                        {QStringLiteral("level"), QStringLiteral("severity"), QStringLiteral("log.level")}},
        TailRules {Millis(1'000), Millis(5'000)}};
};

/// A VictoriaLogs as a log source. Thread: io.
class VictorialogsSource final : public QObject, public Source, public LogFace {
public:
    VictorialogsSource(Endpoint endpoint, VictorialogsOptions options, const SourceDeps &deps);

    const SourceInfo &info() const override { return m_info; }
    Async<BackendHealth> probe(CancelToken cancel) override;
    LogFace *logs() override { return this; }
    Async<LogPage> query(LogQuery query, CancelToken cancel) override;
    Async<LogHistogram> histogram(LogQuery query, int buckets, CancelToken cancel) override;
    Async<Done> tail(LogQuery query, TailSink sink, CancelToken cancel) override;
    /// Of the last seven days.
    Async<QStringList> fieldValues(QString field, CancelToken cancel) override;

private:
    Async<TailReading> readTail(const LogQuery &query, qint64 from, qint64 to, int most, const CancelToken &cancel);

    Endpoint m_endpoint;
    VictorialogsOptions m_options;
    const Clock &m_clock;
    PolledTails m_tails;
    SourceInfo m_info;
    victorialogs::VictorialogsServer m_server;
};

} // namespace quarterdeck
