#include "tests/cli/clibench.h"

#include <QDateTime>

using namespace quarterdeck;

/// `qdeck logs` over log files of this machine.
class TestQdeckLogFiles : public QObject {
    Q_OBJECT

    CliBench m_b;

    static QByteArray stamp(int minutesAgo) { return QDateTime::currentDateTimeUtc().addSecs(-60 * minutesAgo).toString(Qt::ISODate).toLatin1(); }

private slots:
    void initTestCase()
    {
        m_b.write(QStringLiteral("shop.log"),
            stamp(30) + " INFO paid\n" + stamp(20) + " ERROR no stock\njava.lang.X\n\tat a\n" + stamp(10) + " INFO paid\n");
        m_b.write(QStringLiteral("plain.log"),
            QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy-MM-dd hh:mm:ss")).toLatin1() + " INFO local\n");
    }
    void useFiles(const QByteArray &more)
    {
        m_b.write(QStringLiteral("config.yaml"), "version: 1\nbackends:\n- {name: web, type: files, " + more + "}\n");
    }
    QByteArray pathOf(const char *name) { return QFile::encodeName(QFileInfo(m_b.config()).path()) + '/' + name; }

    void recordsAreFound()
    {
        useFiles("paths: [" + pathOf("shop.log") + ']');
        const CliRun run = m_b.json({QStringLiteral("logs"), QStringLiteral("--since"), QStringLiteral("1h")});
        QVERIFY2(run.code == 0, run.err + run.out);
        QCOMPARE(run.items().size(), 3);
        QCOMPARE(run.field("service", 0), QStringLiteral("shop"));
        const CliRun errors = m_b.json({QStringLiteral("logs"), QStringLiteral("level=error"), QStringLiteral("STOCK")});
        QCOMPARE(errors.items().size(), 1);
        QVERIFY(errors.field("text", 0).endsWith(QStringLiteral("no stock\njava.lang.X\n\tat a")));
    }
    void anAssumedZoneIsSaid()
    {
        useFiles("paths: " + pathOf("plain.log"));
        const CliRun run = m_b.run({QStringLiteral("logs"), QStringLiteral("--since"), QStringLiteral("1d")});
        QCOMPARE(run.code, 3);
        QVERIFY2(run.out.contains("local"), run.out);
        QVERIFY2((run.err + run.out).contains("the zone of this machine"), run.err + run.out);
        useFiles("zone: UTC, paths: " + pathOf("plain.log"));
        QCOMPARE(m_b.run({QStringLiteral("logs"), QStringLiteral("--since"), QStringLiteral("1d")}).code, 0);
    }
    void aMissingFileIsNamed()
    {
        useFiles("paths: [" + pathOf("shop.log") + ", " + pathOf("gone.log") + ']');
        const CliRun run = m_b.run({QStringLiteral("logs"), QStringLiteral("--since"), QStringLiteral("1h")});
        QCOMPARE(run.code, 3);
        QVERIFY2((run.err + run.out).contains("gone.log"), run.err + run.out);
        QVERIFY(run.out.contains("no stock"));
    }
    void patternsBesideTheHourBefore()
    {
        m_b.write(QStringLiteral("kinds.log"),
            stamp(100) + " INFO paid 10 EUR\n" + stamp(90) + " INFO paid 11 EUR\n" + stamp(80) + " INFO bye\n" + stamp(30) + " INFO paid 12 EUR\n"
                + stamp(20) + " ERROR no stock of 7\n" + stamp(10) + " INFO paid 13 EUR\n" + stamp(5) + " INFO paid 14 EUR\n");
        useFiles("paths: [" + pathOf("kinds.log") + ']');
        const QStringList ask {QStringLiteral("logs"), QStringLiteral("--patterns"), QStringLiteral("--since"), QStringLiteral("1h")};
        const CliRun run = m_b.json(ask);
        QVERIFY2(run.code == 0, run.err + run.out);
        QCOMPARE(run.json().value(QLatin1StringView("schema")).toString(), QStringLiteral("quarterdeck.log-patterns/1"));
        QCOMPARE(run.items().size(), 2);
        // What was not there before comes first.
        QVERIFY(run.field("pattern", 0).endsWith(QStringLiteral("no stock of <*>")));
        QVERIFY(run.item(0).value(QLatin1StringView("isNew")).toBool());
        QCOMPARE(run.field("level", 0), QStringLiteral("error"));
        QVERIFY(run.field("pattern", 1).endsWith(QStringLiteral("paid <*> EUR")));
        QCOMPARE(run.item(1).value(QLatin1StringView("lines")).toInt(), 3);
        QCOMPARE(run.item(1).value(QLatin1StringView("before")).toInt(), 2);
        QCOMPARE(run.json().value(QLatin1StringView("lines")).toInt(), 4);
        const CliRun text = m_b.run(ask);
        QVERIFY2(text.out.contains("new") && text.out.contains("4 lines from "), text.out);

        QCOMPARE(m_b.run(QStringList(ask) << QStringLiteral("--sort") << QStringLiteral("text")).code, 2);
        QCOMPARE(m_b.run({QStringLiteral("logs"), QStringLiteral("--sort"), QStringLiteral("worst")}).code, 2);

        // Where not every line is known, nothing is called new.
        const CliRun cut = m_b.json(QStringList(ask) << QStringLiteral("--limit") << QStringLiteral("1"));
        QVERIFY2(cut.code == 3, cut.err + cut.out);
        QCOMPARE(cut.items().size(), 1);
        QVERIFY(cut.item(0).value(QLatin1StringView("before")).isNull());
    }
    void wrongOptionsAreRefused()
    {
        useFiles("zone: Nowhere/City, paths: " + pathOf("shop.log"));
        const CliRun run = m_b.run({QStringLiteral("logs"), QStringLiteral("--since"), QStringLiteral("1h")});
        QVERIFY(run.code != 0);
        QVERIFY2((run.err + run.out).contains("Nowhere/City"), run.err + run.out);
    }
    void theDoctorLooksAtThem()
    {
        useFiles("paths: [" + pathOf("shop.log") + ']');
        const CliRun run = m_b.run({QStringLiteral("doctor")});
        QVERIFY2(run.out.contains("1 files"), run.out + run.err);
    }
};

QTEST_GUILESS_MAIN(TestQdeckLogFiles)
#include "tst_qdecklogfiles.moc"
