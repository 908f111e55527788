#pragma once

#include "app/sources/loki/connector.h"
#include "tests/contract/logbench.h"
#include "tests/support/fakeloki.h"

namespace quarterdeck {

/// A line of a stream {app=...}, so many nanoseconds after LogStart.
inline FakeLoki::Line lokiLine(const QString &app, qint64 nanos, const QByteArray &text, const FakeLoki::Fields &metadata = {})
{
    return {{{QStringLiteral("app"), app}}, LogStart * 1'000'000 + nanos, text, metadata};
}

constexpr qint64 Second = 1'000'000'000;

/// A Loki and our source over it.
class LokiBench : public QObject {
protected:
    void startLoki(const QMap<QString, QString> &options = {})
    {
        m_bench = std::make_unique<ContractBench>();
        m_loki = std::make_unique<FakeLoki>();
        m_source = openedWith(options);
    }
    std::unique_ptr<Source> openedWith(const QMap<QString, QString> &options)
    {
        Endpoint endpoint = ContractBench::endpoint({m_loki->url()});
        endpoint.options = options;
        return m_bench->open(*makeLokiConnector(), endpoint);
    }
    void stopLoki()
    {
        m_source.reset();
        m_loki.reset();
        m_bench.reset();
    }
    int asked(const QByteArray &path) const
    {
        const std::vector<ScriptedRequest> requests = m_loki->requests();
        return int(std::ranges::count_if(requests, [&path](const ScriptedRequest &request) { return request.path() == "/loki/api/v1" + path; }));
    }

    std::unique_ptr<ContractBench> m_bench;
    std::unique_ptr<FakeLoki> m_loki;
    std::unique_ptr<Source> m_source;
};

} // namespace quarterdeck
