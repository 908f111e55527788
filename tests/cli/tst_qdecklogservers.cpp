#include "tests/cli/clibench.h"
#include "tests/support/fakeelastic.h"
#include "tests/support/fakeloki.h"
#include "tests/support/fakevictorialogs.h"

#include <QDateTime>

using namespace quarterdeck;

/// `qdeck logs` and `qdeck doctor` with log servers: stand-ins for Loki, VictoriaLogs and Elasticsearch, merged by time.
class TestQdeckLogServers : public QObject {
    Q_OBJECT

    FakeLoki m_loki;
    FakeVictorialogs m_victoria;
    FakeElastic m_elastic;
    CliBench m_b;

    static QStringList texts(const CliRun &run)
    {
        QStringList all;
        for (int i = 0; i < run.items().size(); ++i) {
            all.append(run.field("text", i));
        }
        return all;
    }

private slots:
    void initTestCase()
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const qint64 nanos = now * 1'000'000;
        m_loki.push({{{{"app", "cart"}, {"namespace", "prod"}}, nanos - 3'000'000'000, "from loki", {{"detected_level", "error"}}}});
        m_victoria.push({{nanos - 2'000'000'000, QStringLiteral("from victoria"), {{"service", "cart"}, {"level", "info"}}}});
        m_elastic.push({{QStringLiteral("logs-1"), QStringLiteral("a"), now - 1'000, {{"message", "from elastic"}, {"service.name", "cart"}}}});
        m_b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: loki, type: loki, url: '" + m_loki.url().toEncoded() + "'}\n- {name: vl, type: victorialogs, url: '"
                + m_victoria.url().toEncoded() + "'}\n- {name: es, type: elasticsearch, url: '" + m_elastic.url().toEncoded() + "'}\n");
    }
    void allAreMergedByTime()
    {
        const CliRun run = m_b.json({QStringLiteral("logs"), QStringLiteral("service=cart")});
        QVERIFY2(run.code == 0, run.err + run.out);
        QCOMPARE(texts(run), QStringList({QStringLiteral("from loki"), QStringLiteral("from victoria"), QStringLiteral("from elastic")}));
        QCOMPARE(run.field("level"), QStringLiteral("error"));
    }
    void fieldsByTheirOwnNames()
    {
        const CliRun run = m_b.json({QStringLiteral("logs"), QStringLiteral("--field"), QStringLiteral("namespace=prod"), QStringLiteral("--source"),
            QStringLiteral("loki")});
        QVERIFY2(run.code == 0, run.err + run.out);
        QCOMPARE(texts(run), QStringList({QStringLiteral("from loki")}));
        QCOMPARE(m_b.run({QStringLiteral("logs"), QStringLiteral("--field"), QStringLiteral("namespace")}).code, 2);
    }
    void expressionsAreTheSourcesOwn()
    {
        const CliRun run = m_b.json({QStringLiteral("logs"), QStringLiteral("--expression"), QStringLiteral("{app=\"cart\"} |= `loki`"),
            QStringLiteral("--source"), QStringLiteral("loki")});
        QVERIFY2(run.code == 0, run.err + run.out);
        QCOMPARE(texts(run), QStringList({QStringLiteral("from loki")}));
        const CliRun refused = m_b.run(
            {QStringLiteral("logs"), QStringLiteral("--expression"), QStringLiteral("{app="), QStringLiteral("--source"), QStringLiteral("loki")});
        QVERIFY(refused.code != 0);
        QVERIFY2(refused.err.contains("unexpected $end"), refused.err);
        QCOMPARE(m_b.run({QStringLiteral("logs"), QStringLiteral("--expression"), QStringLiteral("x"), QStringLiteral("more")}).code, 2);
        QCOMPARE(m_b.run({QStringLiteral("logs"), QStringLiteral("--expression"), QStringLiteral("x"), QStringLiteral("--cached")}).code, 2);
    }
    void whatIsMissingIsSaid()
    {
        FakeElastic::Traits traits;
        traits.failedShards = 2;
        m_elastic.setTraits(traits);
        const CliRun run = m_b.run({QStringLiteral("logs"), QStringLiteral("service=cart")});
        QCOMPARE(run.code, 3);
        QVERIFY2((run.out + run.err).contains("2 of 3 shards failed: node left"), run.out + run.err);
        m_elastic.setTraits({});
    }
    void doctorTellsVersions()
    {
        const CliRun run = m_b.run({QStringLiteral("doctor")});
        for (const char *words : {"3.4.6", "1.54.0", "8.19.2", "label app"}) {
            QVERIFY2((run.out + run.err).contains(words), run.out + run.err);
        }
    }
};

QTEST_GUILESS_MAIN(TestQdeckLogServers)
#include "tst_qdecklogservers.moc"
