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
    void oneAlertNamesTheOthers()
    {
        Bench b;
        QCOMPARE(b.incidents(), (QStringList {One, One}));
        for (const auto &[asked, other] : {std::pair(One, Two), std::pair(Two, One)}) {
            const CliRun run = b.run(words("show") << asked);
            const QByteArray told = "Also from     " + other.toUtf8() + " Latency (same service, title and time)\n";
            QVERIFY2(run.out.contains(told), run.out);
        }
        const QJsonArray others = b.json(words("show") << Two).item().value(QLatin1String("others")).toArray();
        QCOMPARE(others.size(), 1);
        QCOMPARE(others[0][QLatin1String("id")].toString(), One);
        QCOMPARE(others[0][QLatin1String("joinedBy")].toString(), QStringLiteral("sameness"));
        QCOMPARE(others[0][QLatin1String("joinedWith")].toString(), Two);
        QCOMPARE(b.json(words("alerts --sort ID")).field("joinedWith", 1), One);
    }
    void aPersonIsNamedForIt()
    {
        Bench b;
        b.cluster = "us";
        QCOMPARE(b.incidents(), (QStringList {One, Two}));
        QVERIFY(!b.run(words("show") << One).out.contains("Also from"));
        QCOMPARE(b.run(words("join --author ana") << One << Two).code, 0);
        const CliRun run = b.run(words("show") << One);
        QVERIFY2(run.out.contains("Also from     " + Two.toUtf8() + " Latency (ana said so)\n"), run.out);
        QVERIFY(b.run(words("alerts")).out.contains("are one incident (ana said so)."));
    }
    void whatCannotBeMeantIsRefused()
    {
        Bench b;
        const CliRun twice = b.run(words("join") << One << One);
        QCOMPARE(twice.code, 2);
        QVERIFY2(twice.err.contains(One.toUtf8() + " is named twice"), twice.err);
        QCOMPARE(b.run(words("part") << One << Two << One).code, 2);
        QCOMPARE(b.run(words("part") << One).code, 2);
        QCOMPARE(b.run(words("join") << One << QStringLiteral("am1:ffffffffffffffff")).code, 1);
        QCOMPARE(b.incidents(), (QStringList {One, One}));
    }
};

QTEST_GUILESS_MAIN(TestQdeckIncidents)
#include "tst_qdeckincidents.moc"
