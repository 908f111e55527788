#include "tests/cli/clibench.h"

#include <QDateTime>

using namespace quarterdeck;

/// `qdeck logs` against a real journal behind a real systemd-journal-gatewayd.
class TestQdeckLogs : public QObject {
    Q_OBJECT

    QTemporaryDir m_journals;
    std::unique_ptr<RealJournalGateway> m_gateway;
    CliBench m_b;

    static QByteArray entry(qint64 micros, const QByteArray &service, int priority, const QByteArray &message)
    {
        return "__REALTIME_TIMESTAMP=" + QByteArray::number(micros) + "\n__MONOTONIC_TIMESTAMP=" + QByteArray::number(micros % 1'000'000'000'000)
            + "\n_BOOT_ID=11111111111111111111111111111111\n_HOSTNAME=node1\nPRIORITY=" + QByteArray::number(priority)
            + "\nSYSLOG_IDENTIFIER=" + service + "\nMESSAGE=" + message + "\n\n";
    }

private slots:
    void initTestCase()
    {
        if (!RealJournalGateway::isInstalled() || !RealJournalRemote::isInstalled()) {
            QSKIP("systemd-journal-remote is not installed");
        }
        const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1000;
        QByteArray lines;
        for (int i = 0; i < 50; ++i) {
            const qint64 at = now - qint64(50 - i) * 20'000'000;
            lines += entry(at, "checkout", i % 10 == 0 ? 3 : 6, i % 10 == 0 ? "pool is empty" : "paid order " + QByteArray::number(i));
            lines += entry(at + 1, "search", 6, "query " + QByteArray::number(i));
        }
        lines += entry(now - 1'000'000, "checkout", 4, "red \x1b[31malert\x1b[0m and a \xe2\x80\xae override");
        QVERIFY(writeJournal(m_journals.filePath(QStringLiteral("x.journal")), lines));
        m_gateway = std::make_unique<RealJournalGateway>(m_journals.path());
        QVERIFY2(m_gateway->start(), m_gateway->log());
        m_b.write(QStringLiteral("config.yaml"),
            "version: 1\ncontexts:\n- {name: test, backends: [journal]}\nbackends:\n- {name: journal, type: journal, url: '"
                + m_gateway->url().toEncoded() + "'}\n");
    }
    void findsTheLinesOfAService()
    {
        const CliRun run = m_b.json({QStringLiteral("logs"), QStringLiteral("service=checkout"), QStringLiteral("--since"), QStringLiteral("1h")});
        QVERIFY2(run.code == 0, run.err + run.out);
        QCOMPARE(run.json().value(QLatin1String("schema")).toString(), QStringLiteral("quarterdeck.logs/1"));
        QCOMPARE(run.items().size(), 51);
        for (int i = 0; i < run.items().size(); ++i) {
            QCOMPARE(run.field("service", i), QStringLiteral("checkout"));
        }
        QCOMPARE(run.json().value(QLatin1String("isTruncated")).toBool(true), false);
    }
    void filtersByLevelAndText()
    {
        QCOMPARE(m_b.json({QStringLiteral("logs"), QStringLiteral("service=checkout"), QStringLiteral("level=error")}).items().size(), 5);
        QCOMPARE(m_b.json({QStringLiteral("logs"), QStringLiteral("POOL"), QStringLiteral("is")}).items().size(), 5);
        QCOMPARE(m_b.json({QStringLiteral("logs"), QStringLiteral("SYSLOG_IDENTIFIER=search")}).items().size(), 50);
        const CliRun few = m_b.json({QStringLiteral("logs"), QStringLiteral("service=search"), QStringLiteral("--limit"), QStringLiteral("7")});
        QCOMPARE(few.items().size(), 7);
        QVERIFY(few.json().value(QLatin1String("isTruncated")).toBool());
        QVERIFY(QString::fromUtf8(few.out).contains(QLatin1String("query 49")));
        QCOMPARE(m_b.json({QStringLiteral("logs"), QStringLiteral("service=nothing")}).items().size(), 0);
    }
    void terminalsAreNotSpokenTo()
    {
        const CliRun run = m_b.run({QStringLiteral("logs"), QStringLiteral("service=checkout"), QStringLiteral("level=warning")});
        QVERIFY2(run.code == 0, run.err);
        QVERIFY(run.out.contains("alert"));
        QVERIFY2(!run.out.contains('\x1b') && !run.out.contains("\xe2\x80\xae"), run.out);
    }
    void levelsByAnyNameOrRefused()
    {
        for (const char *level : {"err", "ERROR", "crit", "3"}) {
            const CliRun run = m_b.json(
                {QStringLiteral("logs"), QStringLiteral("service=checkout"), QStringLiteral("level=") + QLatin1String(level)});
            QVERIFY2(run.items().size() == 5, level);
        }
        QCOMPARE(m_b.json({QStringLiteral("logs"), QStringLiteral("level=WARN")}).items().size(), 1);
        const CliRun refused = m_b.run({QStringLiteral("logs"), QStringLiteral("level=loud")});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("warning (warn)") && refused.out.isEmpty(), refused.err);
        QCOMPARE(m_b.run({QStringLiteral("logs"), QStringLiteral("levle=error")}).code, 2);
    }
    void whatIsNoFieldIsSearchedAndSaid()
    {
        const CliRun run = m_b.run({QStringLiteral("logs"), QStringLiteral("order=7")});
        QCOMPARE(run.code, 0);
        QVERIFY2(run.out.contains("searched as text"), run.out);
        QCOMPARE(m_b.json({QStringLiteral("logs"), QStringLiteral("text=pool is empty")}).items().size(), 5);
    }
    void isAListInEveryFormat()
    {
        const QStringList ask {QStringLiteral("logs"), QStringLiteral("service=checkout"), QStringLiteral("--since"), QStringLiteral("1h")};
        const auto lines = [this, &ask](const QStringList &more) {
            const CliRun run = m_b.run(ask + more);
            QByteArrayList found = run.out.split('\n');
            found.removeAll(QByteArray());
            return run.code == 0 ? found : QByteArrayList {run.err};
        };
        const QByteArrayList csv = lines({QStringLiteral("-o"), QStringLiteral("csv")});
        QCOMPARE(csv.size(), 52);
        QCOMPARE(csv[0], QByteArray("time,level,service,text,source,host\r"));
        QVERIFY2(csv[1].endsWith("Z,error,checkout,pool is empty,journal,node1\r"), csv[1]);
        QCOMPARE(m_b.run(ask + QStringList {QStringLiteral("-o"), QStringLiteral("json")}).items().size(), 51);
        for (const QByteArray &name : lines({QStringLiteral("-o"), QStringLiteral("name")})) {
            QVERIFY2(name.endsWith('Z') && name.size() == 30, name);
        }
        for (const QByteArray &line : lines({QStringLiteral("-o"), QStringLiteral("table")})) {
            QVERIFY2(QString::fromUtf8(line).size() <= 80, line);
        }
        QVERIFY(lines({QStringLiteral("-o"), QStringLiteral("wide")}).last().contains("node1"));
    }
    void sortsWhatItFound()
    {
        const QStringList ask {QStringLiteral("logs"), QStringLiteral("service=checkout"), QStringLiteral("--since"), QStringLiteral("1h")};
        const auto json = [this, &ask](const char *sort) { return m_b.json(ask + QStringList {QString::fromLatin1(sort)}); };
        QVERIFY(json("--sort=-time").field("text").contains(QLatin1StringView("alert")));
        QCOMPARE(json("--sort=level").field("text"), QStringLiteral("pool is empty"));
        QCOMPARE(json("--sort=-text").field("text").left(3), QStringLiteral("red"));
        QCOMPARE(json("--sort=text").field("text"), QStringLiteral("paid order 1"));
        // The records of no --output follow it too.
        const CliRun records = m_b.run(ask + QStringList {QStringLiteral("--sort=-time")});
        QVERIFY2(records.out.left(records.out.indexOf('\n')).contains("alert"), records.out);
        const CliRun refused = m_b.run(ask + QStringList {QStringLiteral("--sort"), QStringLiteral("tme")});
        QVERIFY2(refused.code == 2 && refused.err.contains("Did you mean time?"), refused.err);
    }
    void watches()
    {
        QProcess process;
        process.start(CliBench::program(),
            {QStringLiteral("logs"), QStringLiteral("service=checkout"), QStringLiteral("--watch"), QStringLiteral("1"), QStringLiteral("-o"),
                QStringLiteral("name"), QStringLiteral("--config"), m_b.config(), QStringLiteral("--data-dir"), m_b.data()});
        QByteArray out;
        QTRY_VERIFY_WITH_TIMEOUT((out += process.readAllStandardOutput()).count('\n') >= 102, 60'000);
        process.terminate();
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 0);
    }
    void aSecondJournalThatIsAwayIsNamed()
    {
        CliBench two;
        two.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: here, type: journal, url: '" + m_gateway->url().toEncoded()
                + "'}\n- {name: away, type: journal, url: 'http://127.0.0.1:9'}\n");
        const CliRun run = two.json({QStringLiteral("logs"), QStringLiteral("service=checkout")});
        QCOMPARE(run.code, 3);
        QCOMPARE(run.items().size(), 51);
        QCOMPARE(run.field("source"), QStringLiteral("here"));
        const QJsonArray stale = run.json().value(QLatin1String("stale")).toArray();
        QCOMPARE(stale.size(), 1);
        QCOMPARE(stale.first().toObject().value(QLatin1String("backend")).toString(), QStringLiteral("away"));
        QCOMPARE(run.json().value(QLatin1String("sources")).toArray(), (QJsonArray {QStringLiteral("here"), QStringLiteral("away")}));
        const CliRun one = two.json({QStringLiteral("logs"), QStringLiteral("service=checkout"), QStringLiteral("--source"), QStringLiteral("here")});
        QCOMPARE(one.code, 0);
        const CliRun both = two.json(
            {QStringLiteral("logs"), QStringLiteral("--source"), QStringLiteral("here"), QStringLiteral("--source"), QStringLiteral("away")});
        QCOMPARE(both.code, 3);
    }
    void withoutTheServerTheCacheSaysItsAge()
    {
        m_gateway->kill();
        const CliRun run = m_b.json({QStringLiteral("logs"), QStringLiteral("service=checkout")});
        QCOMPARE(run.code, 3);
        QVERIFY2(run.items().size() > 0, run.out + run.err);
        const QJsonArray stale = run.json().value(QLatin1String("stale")).toArray();
        QCOMPARE(stale.size(), 1);
        QCOMPARE(stale.first().toObject().value(QLatin1String("backend")).toString(), QStringLiteral("journal"));
    }
};

QTEST_GUILESS_MAIN(TestQdeckLogs)
#include "tst_qdecklogs.moc"
