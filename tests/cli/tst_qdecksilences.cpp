#include "tests/cli/clibench.h"
#include "tests/support/passon.h"

#include <QDateTime>
#include <QFileInfo>

#include <mutex>

using namespace quarterdeck;

namespace {

const QByteArray Held
    = R"([{"id":"5f9c1a3e-0000-4000-8000-000000000001","status":{"state":"active"},"updatedAt":"2026-01-01T00:00:00.000Z",)"
      R"("comment":"works on the disk","createdBy":"mia","startsAt":"2026-01-01T00:00:00.000Z","endsAt":"2099-01-01T00:00:00.000Z",)"
      R"("matchers":[{"name":"alertname","value":"DiskFull","isRegex":false,"isEqual":true}]}])";

/// An Alertmanager of which only the silences matter.
struct Bench : CliBench {
    ScriptedReply silences = ScriptedReply::json("[]");
    ScriptedServer server {[this](const ScriptedRequest &request) {
        if (request.path().endsWith("/silences")) {
            return silences;
        }
        return request.path().endsWith("/alerts") ? ScriptedReply::json("[]") : ScriptedReply::text("404\n", 404);
    }};

    Bench()
    {
        write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am, type: alertmanager, settling_time: 0s, url: '" + server.url().toEncoded() + "'}\n");
    }
};

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ');
}

} // namespace

/// What qdeck says of silences that a source does not give.
class TestQdeckSilences : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(QFileInfo::exists(CliBench::program()), "build the target qdeck first"); }

    void whatWasNotReadIsNotDenied_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("503") << QByteArray("busy") << 503;
        QTest::newRow("500") << QByteArray(R"({"code":500})") << 500;
        QTest::newRow("404") << QByteArray("x") << 404;
        QTest::newRow("empty") << QByteArray() << 200;
        QTest::newRow("no silence") << QByteArray("[{}]") << 200;
        QTest::newRow("null") << QByteArray("null") << 200;
        QTest::newRow("a part") << QByteArray("[]") << 206;
    }
    void whatWasNotReadIsNotDenied()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        Bench b;
        b.silences = ScriptedReply::json(body, status);
        const CliRun unknown = b.run(words("silences"));
        QCOMPARE(unknown.code, 3);
        QVERIFY2(!unknown.out.contains("No active or pending silences") && unknown.out.contains("am"), unknown.out);
        for (const char *command : {"silences", "sources", "sync --once"}) {
            const CliRun run = b.json(words(command));
            QVERIFY2(run.code == 3, command);
            const QJsonArray failures = run.json().value(QLatin1String("failures")).toArray();
            QVERIFY2(failures.size() == 1 && failures[0].toString().startsWith(QLatin1String("am: ")), run.out);
            QCOMPARE(run.json().value(QLatin1String("stale")).toArray().size(), 1);
        }
        for (const char *command : {"unsilence 5f9c1a3e", "extend 5f9c1a3e", "ack 00000000000000aa", "show 00000000000000aa"}) {
            const CliRun run = b.run(words(command));
            QCOMPARE(run.code, 1);
            QVERIFY2(run.err.contains("may still exist") && run.err.contains("from am ("), run.err);
        }
    }

    void whatWasKnownIsShownWithItsAge()
    {
        Bench b;
        QCOMPARE(b.run(words("silences")).code, 0);
        QVERIFY(b.run(words("silences")).out.contains("No active or pending silences."));
        b.silences = ScriptedReply::json(Held);
        QCOMPARE(b.json(words("silences")).items().size(), 1);
        b.silences = ScriptedReply::text("busy", 503);
        const CliRun first = b.run(words("silences"));
        QCOMPARE(first.code, 3);
        QVERIFY2(first.out.contains("5f9c1a3e") && first.out.contains("am: silences as of "), first.out);
        // From now on the last answer of the source is one without silences.
        const CliRun second = b.json(words("silences"));
        QCOMPARE(second.items().size(), 1);
        QVERIFY2(second.json().value(QLatin1String("asOf")).toObject().value(QLatin1String("am")).isNull(), second.out);
        b.silences = ScriptedReply::json("[]");
        const CliRun whole = b.json(words("silences"));
        QCOMPARE(whole.code, 0);
        QVERIFY(whole.items().isEmpty());
        const CliRun unknown = b.run(words("unsilence 5f9c1a3e"));
        QVERIFY2(unknown.code == 1 && !unknown.err.contains("may still exist"), unknown.err);
    }

    // A real server, which keeps a silence under its id only as long as nothing but its end changes; the gateway adds what newer ones hold.
    void anExtensionKeepsAllButTheEnd()
    {
        RealAlertmanager alertmanager;
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
        QVERIFY2(alertmanager.start(), alertmanager.log());
        std::vector<QJsonObject> posted;
        std::mutex mutex;
        ScriptedServer gateway([&](const ScriptedRequest &request) {
            if (request.method == "POST") {
                const std::lock_guard lock(mutex);
                posted.push_back(QJsonDocument::fromJson(request.body).object());
            }
            ScriptedReply reply = passOn(request, alertmanager.url());
            if (request.method == "GET" && request.path().contains("/silence")) {
                reply.body.replace("\"comment\":\"works\"", R"("annotations":{"ticket":"OPS-1","zone":"b"},"comment":"works")");
            }
            return reply;
        });
        CliBench b;
        b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am, type: alertmanager, settling_time: 0s, url: '" + gateway.url(QString()).toEncoded() + "'}\n");
        // Not in the order of their names.
        const QDateTime begins = QDateTime::currentDateTimeUtc().addSecs(2);
        const QJsonArray matchers = QJsonDocument::fromJson(R"([{"name":"zone","value":"b","isRegex":false,"isEqual":true},)"
                                                            R"({"name":"alertname","value":"Disk.*","isRegex":true,"isEqual":true},)"
                                                            R"({"name":"job","value":"x","isRegex":false,"isEqual":false}])")
                                        .array();
        const QJsonObject silence {{QStringLiteral("matchers"), matchers}, {QStringLiteral("startsAt"), begins.toString(Qt::ISODateWithMs)},
            {QStringLiteral("endsAt"), begins.addSecs(3600).toString(Qt::ISODateWithMs)}, {QStringLiteral("createdBy"), QStringLiteral("mia")},
            {QStringLiteral("comment"), QStringLiteral("works")}};
        const QUrl silences = alertmanager.url().resolved(QUrl(QStringLiteral("/api/v2/silences")));
        const PlainReply made = plainHttp("POST", silences, QJsonDocument(silence).toJson(), "application/json");
        QCOMPARE(made.status, 200);
        const QString id = QJsonDocument::fromJson(made.body)[QLatin1String("silenceID")].toString();
        const auto held = [&] {
            const QUrl one = alertmanager.url().resolved(QUrl(QStringLiteral("/api/v2/silence/") + id));
            return QJsonDocument::fromJson(plainHttp("GET", one).body).object();
        };
        QTRY_COMPARE(held().value(QLatin1String("status"))[QLatin1String("state")].toString(), QStringLiteral("active"));
        const QJsonObject before = held();
        const CliRun run = b.json(words("extend --for 1h") << id.first(8));
        QVERIFY2(run.code == 0 && run.field("state") == u"confirmed", run.err + run.out);
        const QJsonObject after = held();
        for (const char *kept : {"id", "startsAt", "matchers"}) {
            QCOMPARE(after.value(QLatin1String(kept)), before.value(QLatin1String(kept)));
        }
        const auto endOf = [](const QJsonObject &one) {
            return QDateTime::fromString(one.value(QLatin1String("endsAt")).toString(), Qt::ISODateWithMs);
        };
        QVERIFY(std::abs(endOf(before).secsTo(endOf(after)) - 3600) <= 1);
        QCOMPARE(QJsonDocument::fromJson(plainHttp("GET", silences).body).array().size(), 1);
        const std::lock_guard lock(mutex);
        QCOMPARE(posted.size(), std::size_t(1));
        QCOMPARE(posted[0].value(QLatin1String("matchers")).toArray().size(), 3);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(posted[0].value(QLatin1String("matchers"))[i][QLatin1String("name")], matchers[i][QLatin1String("name")]);
        }
        const QJsonObject annotations {{QStringLiteral("ticket"), QStringLiteral("OPS-1")}, {QStringLiteral("zone"), QStringLiteral("b")}};
        QCOMPARE(posted[0].value(QLatin1String("annotations")).toObject(), annotations);
        QVERIFY(posted[0].value(QLatin1String("comment")).toString().startsWith(QStringLiteral("works")));
    }

    void aSpanHasAUnitAndARangeOneStart()
    {
        Bench b;
        for (const char *command : {"silence alertname=A --yes --for 90", "ack aa --for 90", "extend aa --for 1.5", "kpi --since 7",
                 "kpi --since 7d --from now-1d", "logs --since 1h --from now-2h", "metrics up --since 1h --from now-2h"}) {
            const CliRun run = b.run(words(command));
            QVERIFY2(run.code == 2 && (run.err.contains("unit") || run.err.contains("either")), command + run.err);
        }
    }

    void aSourceThatIsAwayIsNamed()
    {
        Bench b;
        b.write(QStringLiteral("config.yaml"), "version: 1\nbackends:\n- {name: am, type: alertmanager, url: 'http://127.0.0.1:1'}\n");
        for (const char *command : {"unsilence 5f9c1a3e", "extend 5f9c1a3e", "ack 00000000000000aa", "silence 00000000000000aa"}) {
            const CliRun run = b.run(words(command));
            QCOMPARE(run.code, 1);
            QVERIFY2(run.err.contains("may still exist") && run.err.contains("from am ("), run.err);
        }
    }
};

QTEST_GUILESS_MAIN(TestQdeckSilences)
#include "tst_qdecksilences.moc"
