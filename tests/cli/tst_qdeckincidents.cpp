#include "tests/cli/clibench.h"
#include "tests/support/scriptedserver.h"

using namespace quarterdeck;

namespace {

/// One alert of a list as Alertmanager writes it, a minute old.
QByteArray alertOf(const QByteArray &fingerprint, const QByteArray &cluster)
{
    return R"({"annotations":{"summary":"slow"},"endsAt":"2099-01-01T00:00:00Z","fingerprint":")" + fingerprint
        + R"(","receivers":[{"name":"web"}],"startsAt":"2026-01-01T00:00:0)" + fingerprint.right(1)
        + R"(Z","status":{"inhibitedBy":[],"silencedBy":[],"state":"active"},"updatedAt":"2026-01-01T00:00:00Z","generatorURL":"",)"
          R"("labels":{"alertname":"Latency","service":"shop","cluster":")"
        + cluster + R"("}})";
}

/// Two Alertmanagers that tell the same.
struct Bench : CliBench {
    QByteArray cluster = "eu";
    ScriptedServer one {[this](const ScriptedRequest &request) { return answer(request, alertOf("00000000000000a1", "eu")); }};
    ScriptedServer two {[this](const ScriptedRequest &request) { return answer(request, alertOf("00000000000000b2", cluster)); }};

    static ScriptedReply answer(const ScriptedRequest &request, const QByteArray &alert)
    {
        if (request.path().endsWith("/silences")) {
            return ScriptedReply::json("[]");
        }
        return request.path().endsWith("/alerts") ? ScriptedReply::json('[' + alert + ']') : ScriptedReply::text("404\n", 404);
    }
    Bench()
    {
        write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am1, type: alertmanager, settling_time: 0s, url: '" + one.url().toEncoded()
                + "'}\n- {name: am2, type: alertmanager, settling_time: 0s, url: '" + two.url().toEncoded() + "'}\n");
    }
    /// The incidents of the two alerts.
    QStringList incidents()
    {
        const CliRun run = json({QStringLiteral("alerts"), QStringLiteral("--sort"), QStringLiteral("ID")});
        return {run.field("incident", 0), run.field("incident", 1)};
    }
};

const QString One = QStringLiteral("am1:00000000000000a1");
const QString Two = QStringLiteral("am2:00000000000000b2");

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ');
}

} // namespace

/// One incident told by two sources, at the command line.
class TestQdeckIncidents : public QObject {
    Q_OBJECT

private slots:
    void bothAreListedAsOneIncident()
    {
        Bench b;
        const CliRun run = b.json(words("alerts"));
        QCOMPARE(run.code, 0);
        // Nothing is left out of a list.
        QCOMPARE(run.items().size(), 2);
        QCOMPARE(b.incidents(), (QStringList {One, One}));
        QVERIFY(
            b.run(words("alerts")).out.contains("am1:00000000000000a1 and am2:00000000000000b2 are one incident (same service, title and time)."));
    }
    void anotherClusterIsAnotherIncident()
    {
        Bench b;
        b.cluster = "us";
        QCOMPARE(b.incidents(), (QStringList {One, Two}));
    }
    void whatAPersonPartsStaysParted()
    {
        Bench b;
        QCOMPARE(b.incidents(), (QStringList {One, One}));
        const CliRun parted = b.json(words("part --author ana") << One << Two);
        QVERIFY2(parted.code == 0, parted.err + parted.out);
        QCOMPARE(b.incidents(), (QStringList {One, Two}));
        QVERIFY(!b.run(words("alerts")).out.contains("one incident"));
        QCOMPARE(b.run(words("join") << One << Two).code, 0);
        QCOMPARE(b.incidents(), (QStringList {One, One}));
        QCOMPARE(b.json(words("alerts")).item(1).value(QLatin1String("joinedBy")).toString().isEmpty() ? b.json(words("alerts")).field("joinedBy", 0)
                                                                                                       : b.json(words("alerts")).field("joinedBy", 1),
            QStringLiteral("person"));
    }
    void whatCannotBeMeantIsRefused()
    {
        Bench b;
        QCOMPARE(b.run(words("part") << One).code, 2);
        QCOMPARE(b.run(words("join") << One << QStringLiteral("am1:ffffffffffffffff")).code, 1);
        QCOMPARE(b.incidents(), (QStringList {One, One}));
    }
};

QTEST_GUILESS_MAIN(TestQdeckIncidents)
#include "tst_qdeckincidents.moc"
