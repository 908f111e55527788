#include "tests/cli/clibench.h"

using namespace quarterdeck;

namespace {

const QByteArray Rules = "groups:\n"
                         "- name: test\n"
                         "  rules:\n"
                         "  - alert: HighLatency\n"
                         "    expr: vector(7) > 5\n"
                         "    labels: {service: checkout, severity: critical}\n"
                         "    annotations: {summary: \"p99 is high\", runbook_url: \"https://example.org/latency\"}\n"
                         "  - alert: DiskFull\n"
                         "    expr: vector(1)\n"
                         "    labels: {service: db, severity: warning}\n";

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

/// The real program against a real Prometheus that fires through a real Alertmanager. The slots build on each other.
class TestQdeck : public QObject {
    Q_OBJECT

    std::unique_ptr<RealAlertmanager> m_alertmanager;
    std::unique_ptr<RealPrometheus> m_prometheus;
    CliBench m_b;
    QString m_latency;
    QString m_disk;
    bool m_isAway = false; ///< The way to the servers is cut: a proxy that is not there.

    void configure(const QUrl &alertmanager, const QUrl &prometheus)
    {
        const QByteArray away = m_isAway ? ", proxy_url: 'http://127.0.0.1:" + QByteArray::number(freePort()) + "'" : QByteArray();
        m_b.write(QStringLiteral("config.yaml"),
            "version: 1\ncurrent-context: test\ncontexts:\n- {name: test, backends: [am, prom]}\n"
            "- {name: look, read_only: true, backends: [am]}\nbackends:\n"
            "- {name: am, type: alertmanager, settling_time: 0s, urls: ['"
                + alertmanager.toEncoded() + "']" + away
                + "}\n"
                  "- {name: prom, type: prometheus, urls: ['"
                + prometheus.toEncoded() + "']" + away
                + "}\n"
                  "services:\n- {name: checkout, owner: payments, tier: '1'}\n");
    }
    QString stateOf(const QString &id)
    {
        const CliRun run = m_b.json(words("alerts"));
        for (const QJsonValue &item : run.items()) {
            if (item.toObject().value(QLatin1String("id")).toString() == id) {
                return item.toObject().value(QLatin1String("state")).toString();
            }
        }
        return {};
    }

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled() || !RealPrometheus::isInstalled()) {
            QSKIP("prometheus or prometheus-alertmanager is not installed");
        }
        m_alertmanager = std::make_unique<RealAlertmanager>();
        QVERIFY2(m_alertmanager->start(), m_alertmanager->log());
        m_prometheus = std::make_unique<RealPrometheus>();
        m_prometheus->setAlertmanagers({QStringLiteral("127.0.0.1:%1").arg(m_alertmanager->port())});
        m_prometheus->setTargets({QStringLiteral("127.0.0.1:%1").arg(m_prometheus->port())});
        m_prometheus->setRules(Rules);
        QVERIFY2(m_prometheus->start(), m_prometheus->log());
        configure(m_alertmanager->url(), m_prometheus->url());
    }
    void syncsOnce()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_b.json(words("sync --once")).json().value(QLatin1String("openAlerts")).toInt() == 2, 40'000);
        const CliRun run = m_b.json(words("sync --once"));
        QCOMPARE(run.code, 0);
        QCOMPARE(run.items().size(), 2);
        QCOMPARE(run.field("freshness"), QStringLiteral("live"));
        QCOMPARE(run.field("freshness", 1), QStringLiteral("live"));
    }
    void alertsFollowTheContract()
    {
        const CliRun run = m_b.json(words("alerts"));
        QVERIFY2(run.code == 0, run.err);
        const QJsonObject json = run.json();
        QCOMPARE(json.value(QLatin1String("schema")).toString(), QStringLiteral("quarterdeck.alerts/1"));
        QVERIFY(QDateTime::fromString(json.value(QLatin1String("generated")).toString(), Qt::ISODate).isValid());
        QCOMPARE(json.value(QLatin1String("context")).toString(), QStringLiteral("test"));
        QVERIFY(json.value(QLatin1String("stale")).toArray().isEmpty());
        QCOMPARE(run.items().size(), 2);
        const QJsonObject worst = run.item();
        for (const char *key : {"id", "fingerprint", "source", "severity", "state", "startsAt", "labels", "annotations", "links"}) {
            QVERIFY2(worst.contains(QLatin1String(key)), key);
        }
        QCOMPARE(run.field("severity"), QStringLiteral("critical"));
        QCOMPARE(run.field("team"), QStringLiteral("payments"));
        QCOMPARE(worst.value(QLatin1String("labels")).toObject().value(QLatin1String("service")).toString(), QStringLiteral("checkout"));
        QCOMPARE(
            worst.value(QLatin1String("links")).toObject().value(QLatin1String("runbook")).toString(), QStringLiteral("https://example.org/latency"));
        m_latency = run.field("id");
        m_disk = run.field("id", 1);
        QCOMPARE(m_latency, QStringLiteral("am:") + run.field("fingerprint"));
        QVERIFY(m_b.run(words("alerts")).out.contains("HighLatency"));
        QCOMPARE(m_b.json(words("alerts --service checkout")).items().size(), 1);
    }
    void servicesMetricsAndDoctor()
    {
        const CliRun service = m_b.json(words("service checkout"));
        QCOMPARE(service.code, 0);
        QCOMPARE(service.field("owner"), QStringLiteral("payments"));
        QCOMPARE(service.item().value(QLatin1String("alerts")).toArray().size(), 1);
        QCOMPARE(m_b.json(words("service nothing")).code, 1);
        QVERIFY(m_b.json(words("services")).items().size() >= 2);
        const CliRun metrics = m_b.json(words("metrics up --since 5m"));
        QVERIFY2(metrics.code == 0, metrics.err);
        QVERIFY(!metrics.item().value(QLatin1String("samples")).toArray().isEmpty());
        const CliRun refused = m_b.json(words("metrics up{"));
        QCOMPARE(refused.code, 1);
        QVERIFY(!refused.err.isEmpty());
        const CliRun doctor = m_b.json(words("doctor"));
        QVERIFY2(doctor.code == 0, doctor.out);
        QVERIFY(doctor.out.contains("0.25"));
    }
    void listsSeriesInEveryFormatAndOrder()
    {
        const QString of = QStringLiteral("label_replace(vector(%1), \"n\", \"%2\", \"\", \"\")");
        const QStringList ask {QStringLiteral("metrics"),
            QStringList {of.arg(QStringLiteral("10"), QStringLiteral("a")), of.arg(QStringLiteral("9.5"), QStringLiteral("b")),
                of.arg(QStringLiteral("0/0"), QStringLiteral("c")), of.arg(QStringLiteral("-3"), QStringLiteral("d")),
                of.arg(QStringLiteral("1/0"), QStringLiteral("e"))}
                .join(QStringLiteral(" or ")),
            QStringLiteral("--since"), QStringLiteral("5m")};
        const auto names = [this, &ask](const char *sort) {
            const CliRun run = m_b.run(ask + QStringList {QStringLiteral("-o"), QStringLiteral("name"), QString::fromLatin1(sort)});
            QByteArray order;
            for (const QByteArray &line : run.out.split('\n')) {
                order += line.mid(4, 1);
            }
            return run.code == 0 ? order : run.err;
        };
        QCOMPARE(names("--sort=last"), QByteArray("dbaec"));
        QCOMPARE(names("--sort=-max"), QByteArray("ceabd"));
        QCOMPARE(names("--sort=series"), QByteArray("abcde"));
        const CliRun csv = m_b.run(ask + QStringList {QStringLiteral("-o"), QStringLiteral("csv"), QStringLiteral("--sort=min")});
        QVERIFY2(csv.out.startsWith("series,last,age,min,max,points,source\r\n\"{n=\"\"d\"\"}\","), csv.out);
        const CliRun json = m_b.run(ask + QStringList {QStringLiteral("-o"), QStringLiteral("json"), QStringLiteral("--sort=-series")});
        QCOMPARE(json.item().value(QLatin1String("labels")).toObject().value(QLatin1String("n")).toString(), QStringLiteral("e"));
        QCOMPARE(m_b.run(words("metrics up --sort colour")).code, 2);
    }
    void readOnlyContextRefuses()
    {
        const CliRun run = m_b.json(words("ack --context look") << m_disk);
        QCOMPARE(run.code, 1);
        QVERIFY(run.err.contains("read-only"));
        QCOMPARE(stateOf(m_disk), QStringLiteral("triggered"));
    }
    void acknowledgesEndToEnd()
    {
        const CliRun run = m_b.json(words("ack --for 30m --text looking --author ana") << m_latency.section(u':', 1));
        QVERIFY2(run.code == 0, run.err + run.out);
        QCOMPARE(run.field("state"), QStringLiteral("confirmed"));
        QCOMPARE(run.field("verb"), QStringLiteral("acknowledge"));
        QCOMPARE(run.field("target"), m_latency);
        QVERIFY(!run.field("silence").isEmpty());
        QCOMPARE(stateOf(m_latency), QStringLiteral("acknowledged"));
        // What the server itself says.
        QUrl url = m_alertmanager->url();
        url.setPath(QStringLiteral("/api/v2/silence/") + run.field("silence"));
        const QJsonObject silence = QJsonDocument::fromJson(plainHttp("GET", url).body).object();
        QCOMPARE(silence.value(QLatin1String("createdBy")).toString(), QStringLiteral("ana"));
        QVERIFY(silence.value(QLatin1String("comment")).toString().contains(QLatin1String("looking")));
        // A second time changes nothing and says so.
        const CliRun again = m_b.json(words("ack") << m_latency);
        QCOMPARE(again.code, 0);
        QCOMPARE(again.field("state"), QStringLiteral("superseded"));
        const CliRun undone = m_b.json(words("unsilence") << run.field("silence"));
        QVERIFY2(undone.code == 0, undone.err + undone.out);
        QCOMPARE(stateOf(m_latency), QStringLiteral("triggered"));
    }
    void silencesAndNotes()
    {
        const CliRun run = m_b.json(words("silence --matcher service=db --matcher alertname=~Disk.* --for 1h --text cleaning"));
        QVERIFY2(run.code == 0, run.err + run.out);
        QCOMPARE(run.field("state"), QStringLiteral("confirmed"));
        QCOMPARE(stateOf(m_disk), QStringLiteral("suppressed"));
        const CliRun note = m_b.json(words("note --text seen") << m_disk);
        QCOMPARE(note.code, 0);
        QCOMPARE(note.field("text"), QStringLiteral("seen"));
        const CliRun unknown = m_b.json(words("ack 0123456789abcdef"));
        QCOMPARE(unknown.code, 1);
        const CliRun partly = m_b.json(words("note --text both 0123456789abcdef") << m_latency);
        QCOMPARE(partly.code, 3);
        QCOMPARE(partly.items().size(), 1);
    }
    void silencesAlertsByTheirIds()
    {
        const CliRun run = m_b.json(words("silence --for 1h --text quiet") << m_latency);
        QVERIFY2(run.code == 0, run.err + run.out);
        QCOMPARE(run.field("target"), m_latency);
        QCOMPARE(stateOf(m_latency), QStringLiteral("suppressed"));
        const CliRun ended = m_b.json(words("unsilence") << m_latency);
        QVERIFY2(ended.code == 0, ended.err + ended.out);
        QCOMPARE(ended.items().size(), 1);
        QCOMPARE(stateOf(m_latency), QStringLiteral("triggered"));
        const CliRun nothing = m_b.json(words("unsilence") << m_latency);
        QCOMPARE(nothing.code, 1);
    }
    void silencesByMatchersWithoutAnOption()
    {
        const CliRun run = m_b.json(words("silence {service=checkout,severity!=none} --for 10m --text quiet"));
        QVERIFY2(run.code == 0, run.err + run.out);
        QCOMPARE(stateOf(m_latency), QStringLiteral("suppressed"));
        QCOMPARE(m_b.json(words("unsilence") << m_latency).code, 0);
        QCOMPARE(stateOf(m_latency), QStringLiteral("triggered"));
    }
    // What a silence would hide is said before it is sent; where it may be a slip, nothing is sent without --yes.
    void slipsAreAskedAbout_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("words");
        QTest::newRow("everything, whatever comes") << "example!~silence1.+"
                                                    << "would be silenced";
        QTest::newRow("every open alert") << "severity=~.+"
                                          << "every open alert";
        QTest::newRow("nothing") << "alertname=HihgLatency"
                                 << "No open alert matches";
        QTest::newRow("an empty variable") << "service=checkout pod="
                                           << "alerts without that label: 1 of those";
    }
    void slipsAreAskedAbout()
    {
        QFETCH(QString, line);
        QFETCH(QString, words);
        const QStringList command = QStringLiteral("silence --for 1h --text slip ").append(line).split(u' ');
        const CliRun run = m_b.run(command);
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains(words.toUtf8()) && run.err.contains("--yes"), run.err + run.out);
        QVERIFY2(run.out.contains(" of 2 open alerts at am"), run.out);
        QCOMPARE(m_b.json({QStringLiteral("silences")}).items().size(), 1);
        QCOMPARE(m_b.json(command).code, 1);
    }
    void quietAlertsSayWhyAndSilencesAreListed()
    {
        // The disk's silence of before still runs.
        const CliRun made = m_b.json(words("silence --yes nothing=here --for 3h --text later --author bo"));
        QVERIFY2(made.code == 0, made.err + made.out);
        const CliRun listed = m_b.json(words("silences"));
        QVERIFY2(listed.code == 0, listed.err + listed.out);
        QCOMPARE(listed.items().size(), 2);
        QCOMPARE(listed.item().value(QLatin1String("hides")).toInt(-1), 1);
        QCOMPARE(listed.field("comment"), QStringLiteral("cleaning"));
        QCOMPARE(listed.item(1).value(QLatin1String("hides")).toInt(-1), 0);
        QCOMPARE(listed.field("by", 1), QStringLiteral("bo"));
        QCOMPARE(listed.item(1).value(QLatin1String("matchers")).toArray(), QJsonArray({QStringLiteral("nothing=\"here\"")}));
        const CliRun text = m_b.run(words("silences -o wide"));
        QVERIFY2(text.out.startsWith("ID ") && text.out.contains("nothing now") && text.out.contains(" left)"), text.out);
        QVERIFY2(m_b.run(words("silences --cached")).out.contains("am: as of "), text.out);
        const CliRun idle = m_b.json(words("silences --idle"));
        QCOMPARE(idle.items().size(), 1);
        QCOMPARE(idle.field("by"), QStringLiteral("bo"));
        QCOMPARE(m_b.json(words("silences --ending 4h")).items().size(), 2);
        QCOMPARE(m_b.json(words("silences --ending 1m")).items().size(), 0);
        QCOMPARE(m_b.run(words("silences --ending soon")).code, 2);
        const CliRun alerts = m_b.json(words("alerts"));
        for (const QJsonValue &item : alerts.items()) {
            const QJsonArray quiet = item.toObject().value(QLatin1String("quiet")).toArray();
            const bool isDisk = item.toObject().value(QLatin1String("id")).toString() == m_disk;
            QCOMPARE(quiet.size(), isDisk ? 1 : 0);
            if (isDisk) {
                QCOMPARE(quiet[0].toObject().value(QLatin1String("kind")).toString(), QStringLiteral("silence"));
                QCOMPARE(quiet[0].toObject().value(QLatin1String("why")).toString(), QStringLiteral("cleaning"));
                QVERIFY(quiet[0].toObject().value(QLatin1String("until")).toString().startsWith(QLatin1String("20")));
            }
        }
        const CliRun shown = m_b.run(words("alerts"));
        QVERIFY2(shown.out.contains("1 open · 1 silenced until ") && shown.out.contains(" silenced "), shown.out);
        // Of what was not asked for nothing is said.
        const CliRun some = m_b.run(words("alerts --state silenced"));
        QVERIFY2(some.out.contains("\n1 silenced until ") && !some.out.contains(" open"), some.out);
        const CliRun ended = m_b.json(words("unsilence") << made.field("silence").left(8));
        QVERIFY2(ended.code == 0, ended.err + ended.out);
        QCOMPARE(m_b.json(words("silences")).items().size(), 1);
        QVERIFY(m_b.json(words("silences --all")).items().size() > 2);
    }
    void offlineReadsAndQueues()
    {
        m_isAway = true;
        configure(m_alertmanager->url(), m_prometheus->url());
        const CliRun alerts = m_b.json(words("alerts"));
        QCOMPARE(alerts.code, 3);
        QCOMPARE(alerts.items().size(), 2);
        const QJsonArray stale = alerts.json().value(QLatin1String("stale")).toArray();
        QCOMPARE(stale.size(), 2);
        QCOMPARE(stale[0].toObject().value(QLatin1String("backend")).toString(), QStringLiteral("am"));
        QVERIFY(QDateTime::fromString(stale[0].toObject().value(QLatin1String("since")).toString(), Qt::ISODate).isValid());
        const CliRun queued = m_b.json(words("ack") << m_latency);
        QCOMPARE(queued.code, 3);
        QCOMPARE(queued.field("state"), QStringLiteral("queued"));
        QCOMPARE(queued.json().value(QLatin1String("stale")).toArray().size(), 1);
        QCOMPARE(stateOf(m_latency), QStringLiteral("triggered"));
        QCOMPARE(m_b.json(words("outbox")).field("state"), QStringLiteral("queued"));
        const CliRun metrics = m_b.json(words("metrics up --since 5m"));
        QCOMPARE(metrics.code, 3);
        QCOMPARE(metrics.items().size(), 1);
        QCOMPARE(metrics.json().value(QLatin1String("stale")).toArray().size(), 1);
        QCOMPARE(m_b.json(words("metrics never_asked --since 5m")).code, 1);
        QCOMPARE(m_b.json(words("doctor")).code, 3);
    }
    void syncSaysWhatWaits()
    {
        const CliRun sync = m_b.json(words("sync --once"));
        QCOMPARE(sync.code, 3);
        QCOMPARE(sync.json().value(QLatin1String("undelivered")).toInt(), 1);
        QCOMPARE(sync.json().value(QLatin1String("conflicts")).toInt(), 0);
        const QJsonArray outbox = sync.json().value(QLatin1String("outbox")).toArray();
        QCOMPARE(outbox.size(), 1);
        QCOMPARE(outbox[0].toObject().value(QLatin1String("state")).toString(), QStringLiteral("queued"));
        const CliRun told = m_b.run(words("sync --once"));
        QVERIFY2(told.out.contains("Outbox: 1 is waiting to be sent\n"), told.out);
        QVERIFY2(told.out.contains("queued, not sent yet: acknowledge HighLatency"), told.out);
    }
    void backAgainItIsSent()
    {
        m_isAway = false;
        configure(m_alertmanager->url(), m_prometheus->url());
        const CliRun sync = m_b.json(words("sync --once"));
        QVERIFY2(sync.code == 0, sync.err + sync.out);
        QCOMPARE(m_b.json(words("outbox")).field("state"), QStringLiteral("confirmed"));
        QCOMPARE(stateOf(m_latency), QStringLiteral("acknowledged"));
        QVERIFY(m_b.run(words("sync --once")).out.contains("Outbox: empty\n"));
    }
    void syncSaysWhatConflictsUntilSomebodyDecides()
    {
        const CliRun made = m_b.json(words("silence service=db --for 1h --text before"));
        QVERIFY2(made.code == 0, made.out + made.err);
        m_isAway = true;
        configure(m_alertmanager->url(), m_prometheus->url());
        const CliRun queued = m_b.json(words("silence service=db --for 3h --text longer"));
        QCOMPARE(queued.field("state"), QStringLiteral("queued"));
        m_isAway = false;
        configure(m_alertmanager->url(), m_prometheus->url());
        // The equal silence that runs is shorter than what was wished: a person decides whether to extend it.
        const CliRun sync = m_b.json(words("sync --once"));
        QVERIFY2(sync.code == 3, sync.out + sync.err);
        QCOMPARE(sync.json().value(QLatin1String("conflicts")).toInt(), 1);
        QCOMPARE(sync.json().value(QLatin1String("failures")).toArray().size(), 1);
        QVERIFY(sync.json().value(QLatin1String("stale")).toArray().isEmpty());
        const QJsonObject entry = sync.json().value(QLatin1String("outbox")).toArray().at(0).toObject();
        QCOMPARE(entry.value(QLatin1String("state")).toString(), QStringLiteral("conflict"));
        QVERIFY(entry.value(QLatin1String("detail")).toString().contains(QLatin1String("an identical silence")));
        const CliRun told = m_b.run(words("sync --once"));
        QCOMPARE(told.code, 3);
        QVERIFY2(told.out.contains("Outbox: 1 conflict needs a decision\n"), told.out);
        QVERIFY2(told.out.contains("qdeck outbox withdraw"), told.out);
        QVERIFY2(told.err.contains("in conflict"), told.err);
        // A source that has nothing to do with it is not burdened with it.
        QCOMPARE(m_b.json(words("sync --once --source prom")).code, 0);
        QCOMPARE(m_b.json(words("outbox withdraw") << entry.value(QLatin1String("id")).toString()).code, 0);
        const CliRun decided = m_b.json(words("sync --once"));
        QVERIFY2(decided.code == 0, decided.out + decided.err);
        QCOMPARE(decided.json().value(QLatin1String("conflicts")).toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(TestQdeck)
#include "tst_qdeck.moc"
