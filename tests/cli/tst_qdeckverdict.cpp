#include "tests/cli/clibench.h"
#include "tests/support/scriptedserver.h"

#include <QFileInfo>

using namespace quarterdeck;

namespace {

const QByteArray Firing = R"({"labels":{"alertname":"HighLatency","severity":"critical","service":"checkout"},"annotations":{"summary":"p99"},)"
                          R"("state":"firing","activeAt":"2026-11-29T10:00:00Z","value":"1e+00"})";

/// A server with the query interface of Prometheus; what it says of rules is the test's.
struct FakePrometheus {
    QByteArray alerts = "[]"; ///< Null: it does not know the question.
    bool hasBuildInfo = true;
    ScriptedServer server {[this](const ScriptedRequest &request) { return answer(request); }};

    ScriptedReply answer(const ScriptedRequest &request) const
    {
        const QByteArray path = request.path();
        if (path.endsWith("/buildinfo") && hasBuildInfo) {
            return ScriptedReply::json(R"({"status":"success","data":{"version":"3.5.0"}})");
        }
        if (path.endsWith("/query_range")) {
            return ScriptedReply::json(R"({"status":"success","data":{"resultType":"matrix","result":[]}})");
        }
        if (path.endsWith("/alerts") && !alerts.isNull()) {
            return ScriptedReply::json(R"({"status":"success","data":{"alerts":)" + alerts + "}}");
        }
        if (path.endsWith("/rules") && !alerts.isNull()) {
            return ScriptedReply::json(R"({"status":"success","data":{"groups":[]}})");
        }
        return ScriptedReply::text("404 page not found\n", 404);
    }
};

/// An Alertmanager of which only the lists matter.
ScriptedReply quietAlertmanager(const ScriptedRequest &request, const QByteArray &alerts)
{
    if (request.path().endsWith("/alerts")) {
        return ScriptedReply::json(alerts);
    }
    return request.path().endsWith("/silences") ? ScriptedReply::json("[]") : ScriptedReply::text("404\n", 404);
}

QByteArray alertOf(const char *fingerprint)
{
    return QByteArray(R"([{"fingerprint":")") + fingerprint
        + R"(","labels":{"alertname":"DiskFull"},"annotations":{},"startsAt":"2026-11-29T10:00:00Z","updatedAt":"2026-11-29T10:00:00Z",)"
          R"("endsAt":"2099-11-29T10:00:00Z","generatorURL":"","receivers":[{"name":"x"}],)"
          R"("status":{"state":"active","silencedBy":[],"inhibitedBy":[]}}])";
}

struct Bench : CliBench {
    void configure(const QByteArray &backends) const { write(QStringLiteral("config.yaml"), "version: 1\nbackends:\n" + backends); }
    static QByteArray backend(const char *name, const char *type, const QUrl &url)
    {
        return QByteArray("- {name: ") + name + ", type: " + type + ", url: '" + url.toEncoded() + "'}\n";
    }
};

const QStringList Alerts {QStringLiteral("alerts")};

} // namespace

/// What qdeck says where no alert is known, and of alerts that nobody but a Prometheus tells of.
class TestQdeckVerdict : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(QFileInfo::exists(CliBench::program()), "build the target qdeck first"); }

    void withoutASourceOfAlertsNothingIsKnown_data()
    {
        QTest::addColumn<bool>("knowsRules");
        QTest::newRow("it tells of rules") << true;
        QTest::newRow("it tells of none") << false;
    }
    void withoutASourceOfAlertsNothingIsKnown()
    {
        QFETCH(bool, knowsRules);
        FakePrometheus prometheus;
        prometheus.alerts = knowsRules ? "[]" : QByteArray();
        Bench b;
        b.configure(Bench::backend("prom", "prometheus", prometheus.server.url()) + "services:\n- {name: checkout, owner: payments}\n");
        const CliRun alerts = b.run(Alerts);
        QCOMPARE(alerts.code, 3);
        QVERIFY(alerts.out.contains("the current state is unknown"));
        QVERIFY(!alerts.out.contains("No open alerts."));
        QCOMPARE(b.json(Alerts).json().value(QLatin1String("stale")).toArray().size(), 1);
        const CliRun services = b.run({QStringLiteral("services")});
        QCOMPARE(services.code, 3);
        QVERIFY2(services.out.contains(" ? ") || services.out.contains(" ?\n"), services.out);
        QCOMPARE(b.json({QStringLiteral("services")}).item().value(QLatin1String("areAllAlertsKnown")), QJsonValue(false));
        QVERIFY(b.run({QStringLiteral("service"), QStringLiteral("checkout")}).out.contains("not known"));
        const CliRun sync = b.run({QStringLiteral("sync"), QStringLiteral("--once")});
        QCOMPARE(sync.code, 3);
        QVERIFY(!sync.out.contains("0 open"));
        QVERIFY(sync.out.contains("unknown"));
        QVERIFY(b.json({QStringLiteral("sync"), QStringLiteral("--once")}).json().value(QLatin1String("openAlerts")).isNull());
        const CliRun cached = b.run(Alerts + QStringList {QStringLiteral("--cached"), QStringLiteral("--source"), QStringLiteral("prom")});
        QCOMPARE(cached.code, 3);
        QVERIFY(!cached.out.contains("No open alerts."));
        QVERIFY2(cached.out.contains("prom: as of "), cached.out);
    }

    void withoutAnySourceNothingIsWell_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"alerts", "sync --once", "services"}) {
            QTest::newRow(command) << QString::fromLatin1(command);
        }
    }
    void withoutAnySourceNothingIsWell()
    {
        QFETCH(QString, command);
        Bench b;
        b.write(QStringLiteral("config.yaml"), "version: 1\n");
        const CliRun run = b.run(command.split(u' '));
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains("No source is configured"), run.out + run.err);
    }

    void whatIsLeftOutIsSaidOfSilencesToo()
    {
        ScriptedServer am([](const ScriptedRequest &request) { return quietAlertmanager(request, "[]"); });
        Bench b;
        b.configure(Bench::backend("am", "alertmanager", am.url())
            + "- {name: eu, type: alertmanager, url: 'http://127.0.0.1:1', basic_auth: {username: u, password: inline}}\n");
        const CliRun silences = b.json({QStringLiteral("silences")});
        QCOMPARE(silences.code, 3);
        QCOMPARE(silences.json().value(QLatin1String("stale")).toArray().first().toObject().value(QLatin1String("backend")).toString(),
            QStringLiteral("eu"));
        const CliRun silence = b.run(QStringLiteral("silence service=checkout --yes").split(u' '));
        QVERIFY2(silence.code != 0 && (silence.out + silence.err).contains("eu is left out"), silence.out + silence.err);
    }

    // Longer than qdeck waits for one who says nothing.
    void anAnswerThatIsStillArrivingIsWaitedFor()
    {
        ScriptedServer am([](const ScriptedRequest &request) {
            const ScriptedReply reply = quietAlertmanager(request, alertOf("00000000000000aa"));
            return request.path().endsWith("/alerts") ? ScriptedReply::slow(reply.body, Millis(5'000 / reply.body.size())) : reply;
        });
        Bench b;
        b.configure(Bench::backend("am", "alertmanager", am.url()));
        const CliRun slow = b.json(Alerts);
        QVERIFY2(slow.code == 0, slow.out + slow.err);
        QCOMPARE(slow.items().size(), 1);
        // An Alertmanager in a storm writes its whole answer before it sends the first byte.
        am.setHandler([](const ScriptedRequest &request) {
            ScriptedReply reply = quietAlertmanager(request, alertOf("00000000000000bb"));
            reply.delay = Millis(request.path().endsWith("/alerts") ? 8'000 : 0);
            return reply;
        });
        const CliRun late = b.json(Alerts);
        QVERIFY2(late.code == 0, late.out + late.err);
        QVERIFY2(late.out.contains("00000000000000bb"), late.out);
        QVERIFY2(late.err.contains("Waiting for the answer of am."), late.err);
        // One who says nothing at all is waited for as well, though not for as long: what is known of it is old.
        am.setHandler([](const ScriptedRequest &) { return ScriptedReply::blackHole(); });
        // What the configuration leaves out is not waited for.
        b.configure(Bench::backend("am", "alertmanager", am.url())
            + "- {name: eu, type: alertmanager, url: 'http://127.0.0.1:1', basic_auth: {username: u, password: inline}}\n");
        const CliRun hung = b.json(Alerts);
        QCOMPARE(hung.code, 3);
        QCOMPARE(hung.items().size(), 1);
        QVERIFY2(hung.err.contains("Waiting for the answer of am."), hung.err);
    }

    void firingRulesAreAlertsWhereNothingElseTellsOfThem()
    {
        FakePrometheus prometheus;
        prometheus.alerts = '[' + Firing + ']';
        Bench b;
        b.configure(Bench::backend("prom", "prometheus", prometheus.server.url()));
        const CliRun alerts = b.json(Alerts);
        QCOMPARE(alerts.code, 3);
        QCOMPARE(alerts.items().size(), 1);
        QCOMPARE(alerts.field("source"), QStringLiteral("prom"));
        QCOMPARE(alerts.field("state"), QStringLiteral("triggered"));
        QCOMPARE(alerts.field("service"), QStringLiteral("checkout"));
        QVERIFY(QDateTime::fromString(alerts.field("lastSeenAt"), Qt::ISODate).isValid());
        const CliRun refused = b.run({QStringLiteral("ack"), alerts.field("id")});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("prom only reports its alerts"), refused.out + refused.err);
        // What is refused in any case is not stored first.
        QVERIFY(b.json({QStringLiteral("outbox")}).items().isEmpty());
        // An Alertmanager tells of alerts: the rules stand in no longer.
        ScriptedServer am([](const ScriptedRequest &request) { return quietAlertmanager(request, "[]"); });
        b.configure(Bench::backend("prom", "prometheus", prometheus.server.url()) + Bench::backend("am", "alertmanager", am.url()));
        const CliRun both = b.run(Alerts);
        QVERIFY2(both.code == 0, both.out + both.err);
        QVERIFY(both.out.contains("No open alerts."));
        // Without it again: what stopped firing is over once a whole answer lacks it.
        b.configure(Bench::backend("prom", "prometheus", prometheus.server.url()));
        QCOMPARE(b.json(Alerts).items().size(), 1);
        prometheus.alerts = "[]";
        QCOMPARE(b.json(Alerts).items().size(), 0);
    }

    void noConfigurationIsNoAllClear()
    {
        Bench b;
        for (const QByteArray &content : {QByteArray("version: 1\n"), QByteArray()}) {
            const QStringList folder {QStringLiteral("--data-dir"), b.data()};
            b.environment.insert(QStringLiteral("QUARTERDECK_CONFIG_DIR"), b.folder.path());
            if (!content.isEmpty()) {
                b.write(QStringLiteral("config.yaml"), content);
            } else {
                QFile::remove(b.config());
            }
            for (const QStringList &more : {QStringList {}, QStringList {QStringLiteral("--cached")}}) {
                const CliRun run = b.bare(Alerts + more + folder);
                QCOMPARE(run.code, 1);
                QVERIFY(!run.out.contains("No open alerts."));
            }
        }
    }

    void aServerWithoutBuildInformationIsWell()
    {
        FakePrometheus prometheus;
        prometheus.hasBuildInfo = false;
        Bench b;
        b.configure(Bench::backend("prom", "prometheus", prometheus.server.url()));
        QCOMPARE(b.json({QStringLiteral("sources")}).field("freshness"), QStringLiteral("live"));
        const CliRun doctor = b.run({QStringLiteral("doctor")});
        QVERIFY2(!doctor.out.contains("BAD  source"), doctor.out);
        QVERIFY(doctor.out.contains("does not report its version"));
        // A wrong path answers neither question.
        QUrl wrong = prometheus.server.url();
        wrong.setPath(QStringLiteral("/nothing"));
        ScriptedServer other([](const ScriptedRequest &) { return ScriptedReply::text("404 page not found\n", 404); });
        b.configure(Bench::backend("prom", "prometheus", other.url()));
        QCOMPARE(b.json({QStringLiteral("sources")}).field("freshness"), QStringLiteral("misconfigured"));
        QVERIFY(b.run({QStringLiteral("doctor")}).out.contains("BAD  source"));
    }

    void aSourceNeverReachedIsNoZero()
    {
        Bench b;
        b.configure(Bench::backend("am", "alertmanager", QUrl(QStringLiteral("http://127.0.0.1:%1").arg(freePort()))));
        const CliRun sync = b.run({QStringLiteral("sync"), QStringLiteral("--once")});
        QCOMPARE(sync.code, 3);
        QVERIFY(!sync.out.contains("0 open"));
        QVERIFY2(sync.out.contains("never answered"), sync.out);
        QCOMPARE(b.run(Alerts).code, 3);
    }

    void anotherAddressShowsNothingOfTheOldServer()
    {
        ScriptedServer old([](const ScriptedRequest &request) { return quietAlertmanager(request, alertOf("0123456789abcdef")); });
        ScriptedServer fresh([](const ScriptedRequest &) { return ScriptedReply::text("later\n", 503); });
        Bench b;
        b.configure(Bench::backend("am", "alertmanager", old.url()));
        QCOMPARE(b.json(Alerts).items().size(), 1);
        const QStringList cached = Alerts + QStringList {QStringLiteral("--cached")};
        const CliRun aged = b.json(cached);
        QCOMPARE(aged.items().size(), 1);
        QVERIFY(!aged.json().value(QLatin1String("asOf")).toObject().value(QLatin1String("am")).toString().isEmpty());
        b.configure(Bench::backend("am", "alertmanager", fresh.url()));
        const CliRun other = b.json(cached);
        QCOMPARE(other.code, 3);
        QCOMPARE(other.items().size(), 0);
        QVERIFY(other.json().value(QLatin1String("asOf")).toObject().value(QLatin1String("am")).isNull());
        QCOMPARE(b.json(Alerts).items().size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestQdeckVerdict)
#include "tst_qdeckverdict.moc"
