#pragma once

#include "app/sources/journal/connector.h"
#include "tests/contract/bench.h"
#include "tests/support/realservers.h"

#include <QSet>
#include <QTest>
#include <QtEndian>

namespace quarterdeck {

/// When the journals of these tests begin. Units: microseconds since the epoch.
constexpr qint64 Start = 1'795'240'000'000'000;

/// One entry to be written.
struct Row {
    qint64 usec;
    QByteArray message;
    QByteArray identifier = "api";
    int priority = 6;
    QByteArray extra = {};
};

/// A field of the export format whose value may hold anything.
inline QByteArray binaryField(const QByteArray &name, const QByteArray &value)
{
    QByteArray length(8, '\0');
    qToLittleEndian<quint64>(quint64(value.size()), length.data());
    return name + '\n' + length + value + '\n';
}

/// The export format of these entries.
inline QByteArray exported(const std::vector<Row> &rows)
{
    QByteArray out;
    for (const Row &row : rows) {
        out += "__REALTIME_TIMESTAMP=" + QByteArray::number(row.usec) + "\n__MONOTONIC_TIMESTAMP=" + QByteArray::number(row.usec - Start + 1'000'000)
            + "\n_BOOT_ID=11111111111111111111111111111111\n_HOSTNAME=node1\nPRIORITY=" + QByteArray::number(row.priority)
            + "\nSYSLOG_IDENTIFIER=" + row.identifier + '\n' + row.extra + binaryField("MESSAGE", row.message) + '\n';
    }
    return out;
}

/// The messages alone.
inline QByteArrayList texts(const std::vector<LogLine> &lines)
{
    QByteArrayList all;
    for (const LogLine &line : lines) {
        all.append(line.text);
    }
    return all;
}

/// All lines of these seconds after Start.
inline LogQuery at(qint64 fromSecond, qint64 toSecond, int limit = 1000)
{
    LogQuery query;
    query.range = {UtcTime {Start / 1000 + fromSecond * 1000}, UtcTime {Start / 1000 + toSecond * 1000}};
    query.limit = limit;
    return query;
}

/// Real servers with an empty journal and our source over them; what a tail brings is gathered.
class JournalBench : public QObject {
protected:
    bool start()
    {
        startWithoutServers();
        m_remote = std::make_unique<RealJournalRemote>();
        const bool isUp = m_remote->start();
        m_gateway = std::make_unique<RealJournalGateway>(m_remote->journalFolder());
        if (!isUp || !m_gateway->start()) {
            return false;
        }
        Endpoint endpoint = ContractBench::endpoint({m_gateway->url()});
        endpoint.options.insert(QStringLiteral("tail_check"), QStringLiteral("500ms"));
        m_source = m_bench->open(*makeJournalConnector(), endpoint);
        return true;
    }
    void startWithoutServers()
    {
        m_tailed.clear();
        m_cursors.clear();
        m_gaps.clear();
        m_again = 0;
        m_signs = 0;
        m_bench = std::make_unique<ContractBench>();
    }
    QByteArray log() { return m_remote->log() + (m_gateway ? m_gateway->log() : QByteArray()); }
    void stop()
    {
        m_source.reset();
        m_gateway.reset();
        m_remote.reset();
        m_bench.reset();
    }
    static bool isInstalled() { return RealJournalRemote::isInstalled() && RealJournalGateway::isInstalled(); }
    void push(const std::vector<Row> &rows) { QVERIFY2(m_remote->push(exported(rows)), m_remote->log().constData()); }
    LogPage read(const LogQuery &query)
    {
        const auto page = await(m_source->logs()->query(query, {}));
        if (!page) {
            qWarning("%s", qPrintable(errorOf(page)));
            return {};
        }
        return *page;
    }
    /// Gathers what the tail brings, and counts what it brings again.
    Async<Done> follow(const LogQuery &query, Source &source, CancelToken cancel)
    {
        return source.logs()->tail(
            query,
            [this](const TailEvent &event) {
                m_signs += std::holds_alternative<TailFollowing>(event) ? 1 : 0;
                if (const auto *gap = std::get_if<TailGap>(&event)) {
                    m_gaps.push_back(gap->since);
                }
                if (const auto *lines = std::get_if<std::vector<LogLine>>(&event)) {
                    take(*lines);
                }
            },
            std::move(cancel));
    }

    void take(const std::vector<LogLine> &lines)
    {
        for (const LogLine &line : lines) {
            m_tailed.append(line.text);
            m_again += m_cursors.contains(line.cursor) ? 1 : 0;
            m_cursors.insert(line.cursor);
        }
    }

    std::unique_ptr<ContractBench> m_bench;
    std::unique_ptr<RealJournalRemote> m_remote;
    std::unique_ptr<RealJournalGateway> m_gateway;
    std::unique_ptr<Source> m_source;
    QByteArrayList m_tailed;
    QSet<QString> m_cursors;
    std::vector<UtcTime> m_gaps;
    int m_again = 0;
    int m_signs = 0;
};

} // namespace quarterdeck
