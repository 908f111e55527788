#include "tests/cli/clibench.h"
#include "tests/support/scriptedserver.h"

#include <QFileInfo>

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
