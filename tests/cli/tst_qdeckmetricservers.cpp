#include "tests/cli/clibench.h"
#include "tests/support/metricservers.h"

#include <QDateTime>

using namespace quarterdeck;

/// `qdeck metrics`, `doctor` and `config check` with real servers of several languages: VictoriaMetrics, Graphite and InfluxDB.
class TestQdeckMetricServers : public QObject {
    Q_OBJECT

    RealVictoriaMetrics m_victoria;
    RealGraphite m_graphite;
    RealInfluxdb m_influx;
    CliBench m_b;

    QByteArray backends() const
    {
        return "- {name: vm, type: prometheus, url: '" + m_victoria.url().toEncoded() + "'}\n- {name: carbon, type: graphite, url: '"
            + m_graphite.url().toEncoded() + "'}\n- {name: influx, type: influxdb, url: '" + m_influx.url().toEncoded() + "', database: d}\n";
    }
    CliRun metrics(const QString &source, const QString &expression)
    {
        return m_b.json({QStringLiteral("metrics"), QStringLiteral("--source"), source, QStringLiteral("--since"), QStringLiteral("20m"),
            QStringLiteral("--step"), QStringLiteral("1m"), expression});
    }
    static QStringList sourcesOf(const CliRun &run)
    {
        QStringList names;
        for (const QJsonValue &name : run.json().value(QLatin1String("sources")).toArray()) {
            names.append(name.toString());
        }
        return names;
    }

private slots:
    void initTestCase()
    {
        if (!RealVictoriaMetrics::isInstalled() || !RealGraphite::isInstalled() || !RealInfluxdb::isInstalled()) {
            QSKIP("victoria-metrics, graphite-web and influxdb are not all installed");
        }
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        WhisperSeries load {"srv.web.load", {{60, 1440}}, {}};
        QByteArray lines;
        QByteArray text;
        for (qint64 at = now / 60 * 60 - 1'200; at <= now; at += 60) {
            load.points.emplace_back(at, 7);
            lines += "cpu,host=a v=8 " + QByteArray::number(at) + "\ncpu,host=b v=9 " + QByteArray::number(at) + '\n';
            text += "room 6 " + QByteArray::number(at * 1000) + '\n';
        }
        m_graphite.setSeries({load});
        QVERIFY2(m_victoria.start(), m_victoria.log().constData());
        QVERIFY2(m_graphite.start(), m_graphite.log().constData());
        QVERIFY2(m_influx.start(), m_influx.log().constData());
        QCOMPARE(m_influx.execute("CREATE DATABASE d").status, 200);
        QVERIFY(m_influx.put(lines));
        QVERIFY(m_victoria.put(text));
        m_b.write(QStringLiteral("config.yaml"), "version: 1\nbackends:\n" + backends());
    }
    void eachInItsOwnLanguage()
    {
        const CliRun graphite = metrics(QStringLiteral("carbon"), QStringLiteral("alias(srv.*.load, 'it')"));
        QVERIFY2(graphite.code == 0, graphite.err + graphite.out);
        QCOMPARE(graphite.items().size(), 1);
        QCOMPARE(graphite.item().value(QLatin1String("labels")).toObject().value(QLatin1String("__name__")).toString(), QStringLiteral("it"));
        const CliRun influx = metrics(
            QStringLiteral("influx"), QStringLiteral("SELECT mean(v) FROM cpu WHERE $timeFilter GROUP BY time($__interval), host"));
        QVERIFY2(influx.code == 0, influx.err + influx.out);
        QCOMPARE(influx.items().size(), 2);
    }
    void whatNamesNoSourceIsPromQl()
    {
        const CliRun run = m_b.json({QStringLiteral("metrics"), QStringLiteral("--since"), QStringLiteral("20m"), QStringLiteral("max(room)")});
        QVERIFY2(run.code == 0, run.err + run.out);
        QCOMPARE(run.items().size(), 1);
        QCOMPARE(sourcesOf(run), QStringList {QStringLiteral("vm")});
    }
    void stepsAreNotMixed()
    {
        const CliRun run = metrics(QStringLiteral("influx"), QStringLiteral("SELECT count(v) FROM cpu WHERE $timeFilter GROUP BY time(5m)"));
        QVERIFY2(run.code == 0, run.err + run.out);
        const QJsonArray samples = run.item().value(QLatin1String("samples")).toArray();
        QVERIFY(samples.size() > 2);
        for (qsizetype i = 1; i + 1 < samples.size(); ++i) {
            QCOMPARE(samples[i].toArray()[0].toInteger() % 300'000, 0);
            QCOMPARE(samples[i].toArray()[1].toDouble(), 10.0);
        }
    }
    void theCacheAnswersInOneLanguageToo()
    {
        const CliRun run = m_b.json(
            {QStringLiteral("metrics"), QStringLiteral("--cached"), QStringLiteral("--since"), QStringLiteral("10m"), QStringLiteral("max(room)")});
        QCOMPARE(run.code, 3);
        QCOMPARE(sourcesOf(run), QStringList {QStringLiteral("vm")});
    }
    void whatIsNotWholeEndsWithThree()
    {
        const CliRun run = metrics(QStringLiteral("influx"), QStringLiteral("SELECT v FROM cpu WHERE $timeFilter"));
        QCOMPARE(run.code, 3);
        QVERIFY2((run.out + run.err).contains("several series are mixed in one"), run.out + run.err);
    }
    void refusalsAreInWords()
    {
        const CliRun half = metrics(QStringLiteral("carbon"), QStringLiteral("srv.web.load + srv.db.load"));
        QVERIFY(half.code != 0 && half.code != 3);
        QVERIFY2(half.err.contains("ignores what follows it at character 14"), half.err);
        const CliRun write = metrics(QStringLiteral("influx"), QStringLiteral("DROP DATABASE d"));
        QVERIFY(write.code != 0 && write.code != 3);
        QVERIFY2(write.err.contains("a SELECT in InfluxQL"), write.err);
    }
    void doctorAndConfigCheck()
    {
        const CliRun doctor = m_b.run({QStringLiteral("doctor")});
        for (const char *words : {"carbon", "1.1.8", "influx", "1.6.7"}) {
            QVERIFY2((doctor.out + doctor.err).contains(words), doctor.out + doctor.err);
        }
        QVERIFY2(!doctor.out.contains("BAD  source"), doctor.out);
        QCOMPARE(m_b.run({QStringLiteral("config"), QStringLiteral("check")}).code, 0);
        m_b.write(
            QStringLiteral("config.yaml"), "version: 1\nbackends:\n" + backends() + "- {name: more, type: influxdb, url: 'http://127.0.0.1:1'}\n");
        const CliRun check = m_b.run({QStringLiteral("config"), QStringLiteral("check")});
        QVERIFY(check.code != 0);
        QVERIFY2((check.out + check.err).contains("needs the name of a database"), check.out + check.err);
    }
};

QTEST_GUILESS_MAIN(TestQdeckMetricServers)
#include "tst_qdeckmetricservers.moc"
