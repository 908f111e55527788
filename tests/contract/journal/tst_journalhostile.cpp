#include "tests/contract/journal/journalbench.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

using namespace quarterdeck;

/// Against a server that is no systemd-journal-gatewayd, or none any more.
class TestJournalHostile : public JournalBench {
    Q_OBJECT

private slots:
    void init() { startWithoutServers(); }
    void cleanup() { stop(); }

    void aDeadConnectionIsNoticed();
    void hostileAnswers_data();
    void hostileAnswers();
};

void TestJournalHostile::aDeadConnectionIsNoticed()
{
    // The first stream never brings what plain reads show: what a dead connection looks like.
    std::atomic_int follows = 0;
    std::atomic_int reads = 0;
    const QByteArray entry = "__CURSOR=s=1;i=%\n__REALTIME_TIMESTAMP=1795240000000000\nMESSAGE=m%\n\n";
    ScriptedServer between([&](const ScriptedRequest &request) {
        ScriptedReply reply = ScriptedReply::text("");
        reply.contentType = "application/vnd.fdo.journal";
        const bool isFollow = request.target.contains("follow");
        if (isFollow && follows++ > 0) {
            reply.body = QByteArray(entry).replace('%', '1') + QByteArray(entry).replace('%', '2');
        } else if (!isFollow) {
            reply.body = QByteArray(entry).replace('%', '1') + (reads++ > 0 ? QByteArray(entry).replace('%', '2') : QByteArray());
        }
        reply.ending = isFollow ? ScriptedReply::Ending::Hang : ScriptedReply::Ending::KeepAlive;
        return reply;
    });
    Endpoint endpoint = ContractBench::endpoint({between.url()});
    endpoint.options.insert(QStringLiteral("tail_check"), QStringLiteral("200ms"));
    const auto source = m_bench->open(*makeJournalConnector(), endpoint);
    std::stop_source stop;
    const auto tail = follow({}, *source, stop.get_token());
    QTRY_COMPARE(m_tailed, QByteArrayList({"m2"}));
    QTest::qWait(700);
    QCOMPARE(m_tailed, QByteArrayList({"m2"}));
    QVERIFY(follows >= 2);
    stop.request_stop();
    await(tail);
}

void TestJournalHostile::hostileAnswers_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("login page") << 0 << ErrorKind::Unauthorized;
    QTest::newRow("the whole journal as text") << 1 << ErrorKind::BadPayload;
    QTest::newRow("cut inside an entry") << 2 << ErrorKind::BadPayload;
    QTest::newRow("401") << 3 << ErrorKind::Unauthorized;
    QTest::newRow("500") << 4 << ErrorKind::Server;
    QTest::newRow("bad range") << 5 << ErrorKind::Rejected;
    QTest::newRow("endless") << 6 << ErrorKind::TooLarge;
}

void TestJournalHostile::hostileAnswers()
{
    QFETCH(int, which);
    QFETCH(ErrorKind, kind);
    ScriptedServer server([which](const ScriptedRequest &) {
        ScriptedReply reply = ScriptedReply::text("__CURSOR=a\n__REALTIME_TIMESTAMP=1795240000000000\nMESSAGE=x");
        reply.contentType = "application/vnd.fdo.journal";
        switch (which) {
        case 0:
            return ScriptedReply::html("<html>login</html>");
        case 1:
            return ScriptedReply::text("Nov 21 10:00:00 node1 api[1]: hello\n");
        case 3:
            return ScriptedReply::text("", 401);
        case 4:
            return ScriptedReply::text("oops", 500);
        case 5:
            return ScriptedReply::text("Failed to parse Range header.", 400);
        case 6:
            reply.ending = ScriptedReply::Ending::Endless;
            return reply;
        default:
            return reply;
        }
    });
    const auto source = m_bench->open(*makeJournalConnector(), ContractBench::endpoint({server.url()}));
    const auto page = await(source->logs()->query(at(0, 10), {}), Millis(60'000));
    QVERIFY(!page);
    QVERIFY2(page.error().kind == kind, qPrintable(errorOf(page)));
    const auto tail = await(follow({}, *source, {}), Millis(60'000));
    QVERIFY(!tail);
    QVERIFY2(tail.error().kind == kind, qPrintable(errorOf(tail)));
    QVERIFY(m_tailed.isEmpty());
}

QTEST_GUILESS_MAIN(TestJournalHostile)
#include "tst_journalhostile.moc"
