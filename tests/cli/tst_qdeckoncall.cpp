#include "app/core/time.h"
#include "tests/cli/clibench.h"
#include "tests/support/pagerdutyserver.h"

using namespace quarterdeck;

namespace {

constexpr Millis Hour {3'600'000};
constexpr Millis Day {86'400'000};

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

QString nameIn(const QJsonValue &people, int index = 0)
{
    return people.toArray().at(index).toObject().value(QLatin1StringView("name")).toString();
}

} // namespace

/// `qdeck oncall` over an account of PagerDuty, through the whole engine.
class TestQdeckOnCall : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<PagerdutyServer>();
        m_b = std::make_unique<CliBench>();
        m_b->write(QStringLiteral("key"), "user-key");
        QFile(m_b->folder.filePath(QStringLiteral("key"))).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        configure({});
        m_now = m_server->with([](PagerdutyAccount &account) {
            const UtcTime now = account.now();
            account.levels = 1;
            account.paged.insert(QStringLiteral("PWEB001 Web people"), {QStringLiteral("Web"), QStringLiteral("Shop")});
            account.rota = {{QStringLiteral("PANA001"), 1, now - Hour, now + Hour * 5, QStringLiteral("Days")},
                {QStringLiteral("PBEN002"), 1, now + Hour * 5, now + Day * 20, QStringLiteral("Nights")},
                {QStringLiteral("PCID003"), 1, {}, now + Day, {}, false, QStringLiteral("PWEB001")}};
            return now;
        });
    }
    void nowNextAndGaps()
    {
        const CliRun run = m_b->json(words("oncall"));
        QVERIFY2(run.code == 0, run.err + run.out);
        QCOMPARE(run.json().value(QLatin1StringView("schema")).toString(), QStringLiteral("quarterdeck.oncall/1"));
        QCOMPARE(run.items().size(), 2);
        const QJsonObject mail = run.item(0);
        QCOMPARE(run.field("policy", 0), QStringLiteral("Mail people"));
        QCOMPARE(run.field("source", 0), QStringLiteral("pd"));
        QCOMPARE(nameIn(mail.value(QLatin1StringView("now"))), QStringLiteral("Ana Alvarez"));
        QCOMPARE(run.field("until", 0), toRfc3339(m_now + Hour * 5));
        QCOMPARE(nameIn(mail.value(QLatin1StringView("next"))), QStringLiteral("Ben Brandt"));
        QVERIFY(mail.value(QLatin1StringView("gaps")).toArray().isEmpty());
        QVERIFY(mail.value(QLatin1StringView("isKnown")).toBool() && mail.value(QLatin1StringView("isWhole")).toBool());
        const QJsonObject web = run.item(1);
        QCOMPARE(nameIn(web.value(QLatin1StringView("now"))), QStringLiteral("Sam Smith"));
        QVERIFY(web.value(QLatin1StringView("next")).toArray().isEmpty());
        QCOMPARE(web.value(QLatin1StringView("gaps")).toArray().size(), 1);
        QCOMPARE(web.value(QLatin1StringView("gaps")).toArray().at(0)[QLatin1StringView("from")].toString(), toRfc3339(m_now + Day));
        const CliRun table = m_b->run(words("oncall -o wide"));
        QVERIFY2(table.code == 0, table.err + table.out);
        QVERIFY2(table.out.contains("Ana Alvarez") && table.out.contains("nobody on level 1 from"), table.out);
        const CliRun csv = m_b->run(words("oncall -o csv"));
        QVERIFY2(csv.out.startsWith("policy,level,now,until,next,source,schedule,services"), csv.out);
        QVERIFY2(csv.out.contains("\"Web, Shop\""), csv.out);
    }
    void forOneService()
    {
        const CliRun shop = m_b->json(words("oncall --service shop"));
        QVERIFY2(shop.code == 0, shop.err + shop.out);
        QCOMPARE(shop.items().size(), 1);
        QCOMPARE(nameIn(shop.item().value(QLatin1StringView("now"))), QStringLiteral("Sam Smith"));
        const CliRun slip = m_b->run(words("oncall --service shpo"));
        QCOMPARE(slip.code, 1);
        QVERIFY2(slip.err.contains("No known escalation policy covers the service \"shpo\". Did you mean Shop?"), slip.err);
    }
    void atAnotherTime()
    {
        const QStringList later {QStringLiteral("oncall"), QStringLiteral("--at"), toRfc3339(m_now + Hour * 30)};
        const CliRun run = m_b->json(later);
        QVERIFY2(run.code == 0, run.err + run.out);
        QCOMPARE(nameIn(run.item(0).value(QLatin1StringView("now"))), QStringLiteral("Ben Brandt"));
        QVERIFY(run.item(1).value(QLatin1StringView("now")).toArray().isEmpty());
        const CliRun table = m_b->run(later);
        QVERIFY2(table.out.contains("nobody"), table.out);
        QCOMPARE(m_b->run(words("oncall --at yesterday")).code, 2);
        QCOMPARE(m_b->run(words("oncall --days 0")).code, 2);
        QCOMPARE(m_b->run(words("oncall --days 91")).code, 2);
        // The range that is asked about is the one in which gaps are looked for.
        QVERIFY(m_b->json(words("oncall --days 1")).item(1).value(QLatin1StringView("gaps")).toArray().size() <= 1);
        const CliRun far = m_b->run({QStringLiteral("oncall"), QStringLiteral("--at"), toRfc3339(m_now + Day * 100)});
        QCOMPARE(far.code, 1);
        QVERIFY2(far.err.contains("90 days"), far.err);
    }
    void offlineWithItsAge()
    {
        const CliRun nothing = m_b->run(words("oncall --cached"));
        QVERIFY2(nothing.code == 1, nothing.out + nothing.err);
        QCOMPARE(m_b->run(words("oncall")).code, 0);
        m_server->before(
            [](const ScriptedRequest &, PagerdutyAccount &) { return std::optional(PagerdutyServer::no(500, 2000, QStringLiteral("Internal"))); });
        for (const char *line : {"oncall", "oncall --cached"}) {
            const CliRun run = m_b->json(words(line));
            QVERIFY2(run.code == 3, line + run.err + run.out);
            QCOMPARE(nameIn(run.item().value(QLatin1StringView("now"))), QStringLiteral("Ana Alvarez"));
            const QJsonObject stale = run.json().value(QLatin1StringView("stale")).toArray().at(0).toObject();
            QCOMPARE(stale.value(QLatin1StringView("backend")).toString(), QStringLiteral("pd"));
            QVERIFY2(stale.value(QLatin1StringView("why")).toString().contains(QLatin1StringView("from the cache of")), run.out);
            QCOMPARE(stale.value(QLatin1StringView("since")).toString(), run.field("asOf"));
        }
    }
    void whatIsMissingIsNeverNobody()
    {
        m_server->before([](const ScriptedRequest &request, PagerdutyAccount &) {
            return request.path() == "/oncalls" ? std::optional(ScriptedReply::json(R"({"oncalls":[{}],"more":false})")) : std::nullopt;
        });
        const CliRun run = m_b->run(words("oncall -o wide"));
        QVERIFY2(run.code == 3, run.err + run.out);
        QVERIFY2(run.out.contains("not known") && !run.out.contains("nobody"), run.out);
        m_server->before([](const ScriptedRequest &request, PagerdutyAccount &) {
            return request.path() == "/escalation_policies" ? std::optional(PagerdutyServer::no(403, 2010, QStringLiteral("Access Denied")))
                                                            : std::nullopt;
        });
        const CliRun denied = m_b->json(words("oncall"));
        QVERIFY2(denied.code == 3, denied.err + denied.out);
        QCOMPARE(denied.items().size(), 2);
        QVERIFY2(denied.out.contains("Access Denied"), denied.out);
    }
    void everySourceThatCouldTellIsNamed()
    {
        configure("- {name: second, type: pagerduty, url: 'http://127.0.0.1:1', authorization: {type: Token, credentials_file: key}}\n"
                  "- {name: strange, type: nothing-known, url: 'http://127.0.0.1:1'}\n");
        const CliRun run = m_b->json(words("oncall"));
        QVERIFY2(run.code == 3, run.err + run.out);
        QCOMPARE(run.items().size(), 2);
        QStringList named;
        const QJsonArray stale = run.json().value(QLatin1StringView("stale")).toArray();
        for (const QJsonValue &one : stale) {
            named.append(one[QLatin1StringView("backend")].toString());
        }
        QVERIFY2(named.contains(QStringLiteral("second")) && named.contains(QStringLiteral("strange")), qPrintable(named.join(u' ')));
    }
    void withoutASource()
    {
        m_b->write(QStringLiteral("config.yaml"), "version: 1\n");
        for (const char *line : {"oncall", "oncall --cached"}) {
            const CliRun run = m_b->run(words(line));
            QVERIFY2(run.code == 1, line + run.out + run.err);
            QVERIFY2(run.err.contains("is configured"), run.err);
        }
    }

private:
    void configure(const QByteArray &more) const
    {
        m_b->write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: pd, type: pagerduty, url: '" + m_server->url().toEncoded()
                + "', authorization: {type: Token, credentials_file: key}}\n" + more);
    }

    std::unique_ptr<PagerdutyServer> m_server;
    std::unique_ptr<CliBench> m_b;
    UtcTime m_now;
};

QTEST_GUILESS_MAIN(TestQdeckOnCall)
#include "tst_qdeckoncall.moc"
