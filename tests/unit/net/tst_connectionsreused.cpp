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
