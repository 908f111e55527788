#include "tests/cli/clibench.h"
#include "tests/support/passon.h"
#include "tests/support/scriptedserver.h"

#include <atomic>

using namespace quarterdeck;

/// What a person is told, and what a server has to bear, where every write is answered with a no that time or somebody's hand may mend.
class TestQdeckRefused : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
        QVERIFY2(m_server.start(), m_server.log().constData());
    }

    void isTriedRarelyAndSaidWhy_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("mostTries");
        QTest::addColumn<QByteArray>("words");
        const QByteArray none;
        QTest::newRow("wrong password") << 401 << QByteArray("no") << none << 3 << QByteArray("401");
        QTest::newRow("sign-in page") << 403 << QByteArray("<html><form>Sign in</form></html>") << none << 3 << QByteArray("sign-in page");
        QTest::newRow("sign-in page that says yes") << 200 << QByteArray("<html>Welcome</html>") << none << 3 << QByteArray("sign-in page");
        QTest::newRow("proxy") << 407 << QByteArray("who?") << none << 3 << QByteArray("a name and a password");
        QTest::newRow("too many") << 429 << QByteArray("slow") << none << 3 << QByteArray("429");
        QTest::newRow("too many for half a minute") << 429 << QByteArray("slow") << QByteArray("30") << 1 << QByteArray("429");
    }
    void isTriedRarelyAndSaidWhy()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, header);
        QFETCH(int, mostTries);
        QFETCH(QByteArray, words);
        std::atomic<int> tries = 0;
        ScriptedServer gateway([&](const ScriptedRequest &request) {
            if (request.method != "POST") {
                return passOn(request, m_server.url());
            }
            ++tries;
            ScriptedReply reply = body.startsWith("<html>") ? ScriptedReply::html(body, status) : ScriptedReply::text(body, status);
            if (!header.isEmpty()) {
                reply.headers.emplace_back("Retry-After", header);
            }
            return reply;
        });
        CliBench bench;
        bench.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am, type: alertmanager, settling_time: 0s, url: '" + gateway.url(QString()).toEncoded() + "'}\n");
        const CliRun run = bench.run(QStringLiteral("silence service=checkout --for 1h --text deploy --yes").split(u' '));
        QCOMPARE(run.code, 3);
        QVERIFY2(tries >= 1 && tries <= mostTries, QByteArray::number(tries));
        QVERIFY2(run.out.contains("queued, not sent yet") && run.out.contains(words), run.out + run.err);
        const CliRun listed = bench.json({QStringLiteral("outbox")});
        // qdeck may have ended in the midst of another try.
        QVERIFY2(listed.field("state") == QStringLiteral("queued") || listed.field("state") == QStringLiteral("sending"), listed.out);
    }

private:
    RealAlertmanager m_server;
};

QTEST_GUILESS_MAIN(TestQdeckRefused)
#include "tst_qdeckrefused.moc"
