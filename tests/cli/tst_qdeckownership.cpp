#include "tests/cli/clibench.h"

using namespace quarterdeck;

namespace {

const QByteArray Rota = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//rota//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Ana\r\n"
                        "DTSTART:20200106T000000Z\r\nDURATION:P7D\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

QStringList ownership(const char *more = "")
{
    return (QStringLiteral("ownership ") + QLatin1StringView(more)).split(u' ', Qt::SkipEmptyParts);
}

QJsonObject checkOf(const QJsonObject &review, const char *name)
{
    for (const QJsonValue &one : review.value(QLatin1StringView("checks")).toArray()) {
        if (one.toObject().value(QLatin1StringView("check")).toString() == QLatin1StringView(name)) {
            return one.toObject();
        }
    }
    return {};
}

QString stateOf(const QJsonObject &review, const char *name)
{
    return checkOf(review, name).value(QLatin1StringView("state")).toString();
}

} // namespace

/// `qdeck ownership` over a list of services and a rota.
class TestQdeckOwnership : public QObject {
    Q_OBJECT

    CliBench m_b;

    void configure(const QByteArray &more = {})
    {
        m_b.write(QStringLiteral("config.yaml"),
            "version: 1\nservices:\n- {name: cart, aliases: basket, owner: shop, tier: 1, depends_on: [billing, mial]}\n- {name: billing}\n"
            "backends:\n- {name: rota, type: calendar, path: '"
                + m_b.folder.filePath(QStringLiteral("rota.ics")).toUtf8() + "', services: cart}\n" + more);
    }

private slots:
    void init()
    {
        m_b.write(QStringLiteral("rota.ics"), Rota);
        configure();
    }

    void everyCheckHasItsEvidence()
    {
        const CliRun run = m_b.json(ownership());
        QVERIFY2(run.code == 0, run.err + run.out);
        QCOMPARE(run.json().value(QLatin1StringView("schema")).toString(), QStringLiteral("quarterdeck.ownership/1"));
        QCOMPARE(run.items().size(), 2);
        QCOMPARE(run.field("service", 1), QStringLiteral("cart"));
        const QJsonObject cart = run.item(1);
        QCOMPARE(stateOf(cart, "owner-named"), QStringLiteral("pass"));
        QCOMPARE(stateOf(cart, "dependencies-known"), QStringLiteral("fail"));
        QCOMPARE(checkOf(cart, "dependencies-known").value(QLatin1StringView("evidence")).toArray(), QJsonArray {QStringLiteral("mial")});
        QCOMPARE(stateOf(cart, "on-call-now"), QStringLiteral("pass"));
        QCOMPARE(stateOf(cart, "on-call-ahead"), QStringLiteral("pass"));
        QCOMPARE(stateOf(cart, "escalation-of-two"), QStringLiteral("fail"));
        QCOMPARE(stateOf(run.item(0), "owner-named"), QStringLiteral("fail"));
        QCOMPARE(stateOf(run.item(0), "on-call-now"), QStringLiteral("fail"));
    }

    void oneServiceInWords()
    {
        const CliRun run = m_b.run(ownership("--service CART"));
        QVERIFY2(run.code == 0, run.err + run.out);
        QVERIFY2(run.out.contains("dependencies-known  fail            mial"), run.out);
        QVERIFY2(run.out.contains("There is no local history yet"), run.out);
        QVERIFY(!run.out.contains("billing  "));
        QCOMPARE(m_b.run(ownership("--service Basket")).out, run.out);
    }

    void whatNoSourceOfAlertsTellsIsUnknown() { QCOMPARE(stateOf(m_b.json(ownership()).item(1), "runbook-for-alerts"), QStringLiteral("unknown")); }

    void onePersonInTwoCalendarsIsOne()
    {
        QByteArray attendee = Rota;
        m_b.write(QStringLiteral("other.ics"), attendee.replace("SUMMARY:Ana\r\n", "SUMMARY:Ana\r\nATTENDEE;CN=Ana:mailto:ana@example.org\r\n"));
        configure("- {name: other, type: calendar, path: '" + m_b.folder.filePath(QStringLiteral("other.ics")).toUtf8() + "', services: cart}\n");
        const QJsonObject cart = m_b.json(ownership()).item(1);
        QCOMPARE(stateOf(cart, "escalation-of-two"), QStringLiteral("fail"));
        QCOMPARE(stateOf(cart, "on-call-ahead"), QStringLiteral("pass"));
    }

    void byTeam()
    {
        const CliRun run = m_b.json(ownership("--by team"));
        QCOMPARE(run.items().size(), 2);
        QCOMPARE(run.field("team", 0), QString());
        QCOMPARE(run.field("team", 1), QStringLiteral("shop"));
        QCOMPARE(m_b.json(ownership("--team Shop")).items().size(), 1);
    }

    void whoIsNotThereIsRefused()
    {
        const CliRun team = m_b.run(ownership("--team shpo"));
        QVERIFY2(team.code == 1 && team.err.contains("No service is owned by \"shpo\". Did you mean shop?"), team.err);
        const CliRun service = m_b.run(ownership("--service crat"));
        QVERIFY2(service.code == 1 && service.err.contains("cart"), service.err);
        QCOMPARE(m_b.run(ownership("--by person")).code, 2);
    }

    void whatIsLeftOutMakesItPartialAndUnknown()
    {
        configure("- {name: other, type: calendar, paths: [x.ics]}\n");
        const CliRun run = m_b.json(ownership());
        QVERIFY2(run.code == 3, run.err + run.out);
        // The rota that cannot be read may be the one that pages it.
        QCOMPARE(stateOf(run.item(0), "on-call-now"), QStringLiteral("unknown"));
        QCOMPARE(stateOf(run.item(1), "on-call-now"), QStringLiteral("pass"));
    }
};

QTEST_GUILESS_MAIN(TestQdeckOwnership)
#include "tst_qdeckownership.moc"
