#include "tests/cli/clibench.h"
#include "tests/support/passon.h"
#include "tests/support/scriptedserver.h"

#include <QDateTime>

#include <atomic>

using namespace quarterdeck;

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ');
}

} // namespace

/// Silences of a real Alertmanager while not all of them can be had: what is known is listed, and can be ended and extended.
class TestQdeckPartSilences : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
        QVERIFY2(m_server.start(), m_server.log().constData());
        QVERIFY(m_server.post(R"([{"labels":{"alertname":"DiskFull","service":"db"}}])"));
    }

    // From the first run on: nothing of before is stored.
    void aMemberThatIsAwayHidesNoneOfTheOthers()
    {
        CliBench bench;
        bench.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am, type: alertmanager, settling_time: 0s, urls: ['" + m_server.url().toEncoded()
                + "', 'http://127.0.0.1:1']}\n");
        const QString id = made();
        const CliRun told = bench.run(words("silences"));
        QVERIFY2(told.out.contains("am: silences of 1 of its 2 members\n") && told.out.contains("never answered whole"), told.out);
        const CliRun wide = bench.run(words("silence service=none --yes"));
        QVERIFY2(wide.out.contains("! 1 of the 2 members of am could be read just now: it may be more or fewer."), wide.out);
        QCOMPARE(bench.json(words("unsilence") << bench.json(words("outbox")).field("silence")).code, 0);
        const CliRun listed = bench.json(words("silences"));
        QCOMPARE(listed.code, 3);
        QCOMPARE(listed.items().size(), 1);
        QCOMPARE(listed.field("id"), id);
        const CliRun longer = bench.json(words("extend --for 1h") << id.first(8));
        QCOMPARE(longer.field("state"), QStringLiteral("confirmed"));
        const CliRun ended = bench.json(words("unsilence") << id);
        QCOMPARE(ended.field("state"), QStringLiteral("confirmed"));
        QCOMPARE(bench.json(words("silences")).items().size(), 0);
    }

    // One silence with several sets of matchers makes the whole list a 500; each by its id can still be had.
    void aListThatIsRefusedHoldsUpNoAct()
    {
        std::atomic<bool> isRefusing = false;
        ScriptedServer gateway([&](const ScriptedRequest &request) {
            const bool isList = request.method == "GET" && request.path().endsWith("/silences");
            return isList && isRefusing ? ScriptedReply::json(R"("invalid silence: too many matcher sets")", 500) : passOn(request, m_server.url());
        });
        CliBench bench;
        bench.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am, type: alertmanager, settling_time: 0s, url: '" + gateway.url(QString()).toEncoded() + "'}\n");
        const QString id = made();
        QCOMPARE(bench.json(words("silences")).field("id"), id);
        isRefusing = true;
        const CliRun kept = bench.json(words("silences"));
        QCOMPARE(kept.code, 3);
        QCOMPARE(kept.field("id"), id);
        QCOMPARE(bench.json(words("extend --for 1h") << id).field("state"), QStringLiteral("confirmed"));
        const CliRun ended = bench.json(words("unsilence") << id);
        QVERIFY2(ended.field("state") == u"confirmed", ended.out + ended.err);
        const PlainReply read = plainHttp("GET", m_server.url().resolved(QUrl(QStringLiteral("/api/v2/silence/") + id)), {}, {});
        QVERIFY2(read.body.contains("expired"), read.body);
    }

private:
    /// A silence of the alert that nobody here made; its id.
    QString made()
    {
        const QJsonObject matcher {{QStringLiteral("name"), QStringLiteral("service")}, {QStringLiteral("value"), QStringLiteral("db")},
            {QStringLiteral("isRegex"), false}, {QStringLiteral("isEqual"), true}};
        const QJsonObject silence {{QStringLiteral("matchers"), QJsonArray {matcher}}, {QStringLiteral("createdBy"), QStringLiteral("mia")},
            {QStringLiteral("comment"), QStringLiteral("works")}, {QStringLiteral("startsAt"), QStringLiteral("2026-01-01T00:00:00Z")},
            {QStringLiteral("endsAt"), QDateTime::currentDateTimeUtc().addSecs(3600).toString(Qt::ISODate)}};
        const QUrl url = m_server.url().resolved(QUrl(QStringLiteral("/api/v2/silences")));
        const PlainReply reply = plainHttp("POST", url, QJsonDocument(silence).toJson(), "application/json");
        return QJsonDocument::fromJson(reply.body).object().value(QLatin1String("silenceID")).toString();
    }

    RealAlertmanager m_server;
};

QTEST_GUILESS_MAIN(TestQdeckPartSilences)
#include "tst_qdeckpartsilences.moc"
