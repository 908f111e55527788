#include "app/core/clock.h"
#include "app/net/httpclient.h"
#include "tests/support/await.h"
#include "tests/support/fixedsecrets.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

using namespace quarterdeck;

namespace {

/// Every third answer ends its connection, so that the numbers of sockets come back again and again for other servers.
ScriptedReply answer(const ScriptedRequest &request)
{
    ScriptedReply reply = ScriptedReply::json('"' + request.target + '"');
    const qsizetype number = request.target.mid(request.target.lastIndexOf('/') + 1).toInt();
    reply.ending = number % 3 == 0 ? ScriptedReply::Ending::Close : ScriptedReply::Ending::KeepAlive;
    return reply;
}

} // namespace

// Connections that end, stay and come back beside one another: each request gets its own answer.
class TestConnectionsReused : public QObject {
    Q_OBJECT

private slots:
    void everyRequestGetsItsOwnAnswer()
    {
        ScriptedServer first(answer);
        ScriptedServer second(answer);
        const SystemClock clock;
        HttpClient client(std::make_shared<FixedSecrets>(), clock);
        HttpClient beside(std::make_shared<FixedSecrets>(), clock);
        for (int round = 0; round < 6; ++round) {
            std::vector<std::pair<QByteArray, Async<HttpResponse>>> waiting;
            for (int i = 0; i < 20; ++i) {
                const QString path = QStringLiteral("/%1/%2").arg(round).arg(i);
                HttpRequest request;
                request.url = (i % 2 == 0 ? first : second).url(path);
                waiting.emplace_back('"' + path.toUtf8() + '"', (i % 5 == 0 ? beside : client).send({}, request, {}));
            }
            for (const auto &[body, future] : waiting) {
                const auto response = await(future);
                QVERIFY2(response, qPrintable(response ? QString() : response.error().what));
                QCOMPARE(response->body, body);
            }
        }
    }
    void aChangedNetworkGetsNewConnections()
    {
        ScriptedServer server([](const ScriptedRequest &request) {
            ScriptedReply reply = request.path() == "/tail" ? ScriptedReply::slow(QByteArray(1000, 'x'), Millis(20)) : ScriptedReply::json("1");
            if (request.path() == "/write" || request.path() == "/slow") {
                reply.delay = Millis(300);
            }
            return reply;
        });
        const SystemClock clock;
        HttpClient client(std::make_shared<FixedSecrets>(), clock);
        const auto send = [&](const QString &path, HttpRequest request = {}) {
            request.url = server.url(path);
            return client.send({}, request, {});
        };
        QVERIFY(await(send(QStringLiteral("/a"))));
        QVERIFY(await(send(QStringLiteral("/b"))));
        QCOMPARE(server.connections(), 1);
        HttpRequest stream;
        stream.timeout = Millis(0);
        int pieces = 0;
        stream.onData = [&pieces](QByteArrayView) { return ++pieces > 0; };
        const auto tail = send(QStringLiteral("/tail"), stream);
        HttpRequest act;
        act.method = HttpRequest::Method::Post;
        const auto write = send(QStringLiteral("/write"), act);
        const auto slow = send(QStringLiteral("/slow"));
        QTRY_VERIFY(pieces > 0 && server.requests().size() == 5);
        const int before = server.connections();

        client.renewConnections();
        client.renewConnections();
        QVERIFY(await(send(QStringLiteral("/c"))));
        QCOMPARE(server.connections(), before + 1);
        const auto ended = await(tail);
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, ErrorKind::Offline);
        // Whoever waits for an answer of before still gets it, and an act is not sent twice.
        QVERIFY(await(write));
        QVERIFY(await(slow));
        QVERIFY(await(send(QStringLiteral("/d"))));
        QCOMPARE(server.connections(), before + 1);
        QCOMPARE(server.requests().size(), std::size_t(7));
    }
    void streamsCanBeginAnewWhereOneEnds()
    {
        ScriptedServer server([](const ScriptedRequest &) { return ScriptedReply::slow(QByteArray(1000, 'x'), Millis(20)); });
        const SystemClock clock;
        HttpClient client(std::make_shared<FixedSecrets>(), clock);
        int begun = 0;
        Async<HttpResponse> again;
        HttpRequest stream;
        stream.url = server.url();
        stream.timeout = Millis(0);
        stream.onData = [&](QByteArrayView) {
            // From inside a callback of the stream itself.
            if (begun++ == 0) {
                client.renewConnections();
            }
            return true;
        };
        QVERIFY(!await(client.send({}, stream, {})));
        stream.onData = [](QByteArrayView) { return false; };
        QVERIFY(await(client.send({}, stream, {})));
    }
    void dropsOfIdleConnectionsAreForgotten()
    {
        ScriptedServer server([](const ScriptedRequest &) { return ScriptedReply::json("1"); });
        const SystemClock clock;
        HttpClient client(std::make_shared<FixedSecrets>(), clock);
        HttpRequest request;
        request.url = server.url();
        for (int round = 0; round < 10; ++round) {
            const auto response = await(client.send({}, request, {}));
            QVERIFY2(response, qPrintable(response ? QString() : response.error().what));
            server.dropConnections(round % 2 == 0);
            QTest::qWait(5);
        }
        QVERIFY(server.connections() >= 10);
    }
};

QTEST_GUILESS_MAIN(TestConnectionsReused)
#include "tst_connectionsreused.moc"
