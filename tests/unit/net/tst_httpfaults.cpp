#include "app/core/clock.h"
#include "app/net/httpclient.h"
#include "tests/support/await.h"
#include "tests/support/fixedsecrets.h"
#include "tests/support/scriptedserver.h"

#include <QElapsedTimer>
#include <QFile>

#include <thread>

using namespace quarterdeck;

namespace {

HttpRequest get(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    return request;
}

HttpRequest post(const QUrl &url)
{
    HttpRequest request = get(url);
    request.method = HttpRequest::Method::Post;
    request.body = "{}";
    return request;
}

qint64 residentKilobytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray all = status.readAll();
    const qsizetype at = all.indexOf("VmRSS:");
    return at < 0 ? 0 : all.mid(at + 6, 20).trimmed().split(' ').first().toLongLong();
}

} // namespace

/// Every way an exchange can go wrong ends in the right kind, plain words and in time.
class TestHttpFaults : public QObject {
    Q_OBJECT

private slots:
    void init() { m_client = std::make_unique<HttpClient>(std::make_shared<FixedSecrets>(), m_clock); }
    void cleanup() { m_client.reset(); }

    void refused()
    {
        RefusedPort port;
        const Error error = failureOf(get(port.url(QStringLiteral("/x"))));
        QCOMPARE(error.kind, ErrorKind::Offline);
        QCOMPARE(error.what, QStringLiteral("127.0.0.1 refuses connections on port %1.").arg(port.port()));
        QCOMPARE(error.where, QStringLiteral("/x"));
        const Error unsent = failureOf(post(port.url(QStringLiteral("/x"))));
        QCOMPARE(unsent.where, QStringLiteral("/x"));
        QCOMPARE(unsent.sent, Sent::No);
    }

    void unknownName()
    {
        const Error error = failureOf(get(QUrl(QStringLiteral("http://eu-am.invalid:9093/"))));
        QCOMPARE(error.kind, ErrorKind::Offline);
        QCOMPARE(error.what, QStringLiteral("Cannot find eu-am.invalid. Name lookup failed."));
    }

    void blackHoleBeforeTheConnection()
    {
        BlackHolePort port;
        HttpRequest request = post(port.url());
        request.timeout = Millis(400);
        const Error error = failureOf(request);
        QCOMPARE(error.kind, ErrorKind::Timeout);
        QVERIFY2(error.what.startsWith(QLatin1StringView("127.0.0.1 timed out after 4")), qPrintable(error.what));
        QCOMPARE(error.where, QStringLiteral("/"));
    }

    void blackHoleAfterTheRequest()
    {
        ScriptedServer server([](const ScriptedRequest &) { return ScriptedReply::blackHole(); });
        HttpRequest request = post(server.url());
        request.timeout = Millis(400);
        const Error error = failureOf(request);
        QCOMPARE(error.kind, ErrorKind::Timeout);
        QCOMPARE(error.sent, Sent::Maybe);
    }

    void breaksOff_data()
    {
        QTest::addColumn<int>("way");
        QTest::addColumn<int>("kind");
        QTest::newRow("reset") << 0 << int(ErrorKind::Offline);
        QTest::newRow("closed silently") << 1 << int(ErrorKind::Offline);
        QTest::newRow("truncated") << 2 << int(ErrorKind::Offline);
        QTest::newRow("truncated chunk") << 3 << int(ErrorKind::Offline);
        QTest::newRow("reset in the body") << 4 << int(ErrorKind::Offline);
        QTest::newRow("bad gzip") << 5 << int(ErrorKind::BadPayload);
        QTest::newRow("header flood") << 6 << int(ErrorKind::Offline);
        QTest::newRow("not http") << 7 << int(ErrorKind::BadPayload);
        QTest::newRow("slow headers") << 8 << int(ErrorKind::Timeout);
        QTest::newRow("slow body") << 9 << int(ErrorKind::Timeout);
    }
    void breaksOff()
    {
        QFETCH(int, way);
        QFETCH(int, kind);
        ScriptedServer server([way](const ScriptedRequest &) { return misbehaviour(way); });
        for (HttpRequest request : {get(server.url()), post(server.url())}) {
            request.timeout = Millis(1000);
            const Error error = failureOf(request);
            QCOMPARE(error.kind, ErrorKind(kind));
            QCOMPARE(error.sent, Sent::Maybe);
            QVERIFY(error.what.startsWith(QLatin1StringView("127.0.0.1 ")) || error.what.startsWith(QLatin1StringView("The answer of 127.0.0.1 ")));
        }
        QCOMPARE(server.requests().size(), std::size_t(2));
    }

    void truncationWithoutALengthIsLeftToTheParser()
    {
        ScriptedServer server([](const ScriptedRequest &) { return ScriptedReply::truncated("{\"a\":", false); });
        const auto response = await(send(get(server.url())));
        QVERIFY(response);
        QCOMPARE(response->body, QByteArray("{\"a\":"));
    }

    void tooLarge_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("announced length") << 0;
        QTest::newRow("endless chunks") << 1;
        QTest::newRow("gzip bomb of 2 GB") << 2;
    }
    void tooLarge()
    {
        QFETCH(int, way);
        ScriptedServer server([reply = oversized(way)](const ScriptedRequest &) { return reply; });
        const qint64 before = residentKilobytes();
        QElapsedTimer timer;
        timer.start();
        const Error error = failureOf(get(server.url()));
        QCOMPARE(error.kind, ErrorKind::BadPayload);
        QVERIFY2(error.what.contains(QLatin1StringView("more than 32 MB")), qPrintable(error.what));
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        const qint64 growth = residentKilobytes() - before;
        QVERIFY2(growth < 200'000, qPrintable(QString::number(growth)));
    }

    void limitCountsInflatedBytes()
    {
        const QByteArray body(50'000, 'a');
        ScriptedServer server([body](const ScriptedRequest &) { return ScriptedReply::gzip(body, "application/json"); });
        HttpRequest request = get(server.url());
        request.maxBody = 50'000;
        const auto exact = await(send(request));
        QVERIFY(exact);
        QCOMPARE(exact->body, body);
        request.maxBody = 49'999;
        QCOMPARE(failureOf(request).kind, ErrorKind::BadPayload);
    }

    void getIsRepeatedOnceOnAStaleConnection()
    {
        // The second request of every connection dies without a byte: a server that closes idle connections at the wrong moment.
        ScriptedServer server([](const ScriptedRequest &request) {
            return request.indexOnConnection == 0 ? ScriptedReply::json("{}") : ScriptedReply::closeSilently();
        });
        QVERIFY(await(send(get(server.url()))));
        QVERIFY(await(send(get(server.url()))));
        QCOMPARE(server.requests().size(), std::size_t(3));
    }

    void getIsNotRepeatedTwice()
    {
        std::atomic<bool> isDead = false;
        ScriptedServer server([&isDead](const ScriptedRequest &) { return isDead ? ScriptedReply::closeSilently() : ScriptedReply::json("{}"); });
        // Several idle connections, all of them about to fail.
        std::vector<Async<HttpResponse>> warm;
        for (int i = 0; i < 8; ++i) {
            warm.push_back(send(get(server.url())));
        }
        for (const auto &future : warm) {
            QVERIFY(await(future));
        }
        isDead = true;
        const std::size_t before = server.requests().size();
        QCOMPARE(failureOf(get(server.url())).kind, ErrorKind::Offline);
        QVERIFY(server.requests().size() <= before + 2);
    }

    void changesAreNeverRepeated()
    {
        ScriptedServer server(
            [](const ScriptedRequest &request) { return request.method == "GET" ? ScriptedReply::json("{}") : ScriptedReply::closeSilently(); });
        QVERIFY(await(send(get(server.url()))));
        const Error error = failureOf(post(server.url()));
        QCOMPARE(error.kind, ErrorKind::Offline);
        QCOMPARE(error.sent, Sent::Maybe);
        HttpRequest remove = get(server.url());
        remove.method = HttpRequest::Method::Delete;
        QCOMPARE(failureOf(remove).sent, Sent::Maybe);
        QCOMPARE(server.requests().size(), std::size_t(3));
    }

    void comesBackAfterARestart()
    {
        quint16 port = 0;
        {
            ScriptedServer server([](const ScriptedRequest &) { return ScriptedReply::json("1"); });
            port = server.port();
            QVERIFY(await(send(get(server.url()))));
        }
        ScriptedServer again([](const ScriptedRequest &) { return ScriptedReply::json("2"); }, port);
        const auto response = await(send(get(again.url())));
        QVERIFY(response);
        QCOMPARE(response->body, QByteArray("2"));
    }

    void cancelFromAnotherThread()
    {
        ScriptedServer server([](const ScriptedRequest &) { return ScriptedReply::blackHole(); });
        std::stop_source stop;
        const auto future = m_client->send({}, post(server.url()), stop.get_token());
        QTRY_COMPARE(server.requests().size(), std::size_t(1));
        QElapsedTimer timer;
        timer.start();
        std::thread other([&stop] { stop.request_stop(); });
        const auto response = await(future);
        other.join();
        QVERIFY(timer.elapsed() < 1000);
        QCOMPARE(response.error().kind, ErrorKind::Cancelled);
        QCOMPARE(response.error().sent, Sent::Maybe);
    }

    void cancelBeforeAndWhileConnecting()
    {
        std::stop_source stop;
        stop.request_stop();
        ScriptedServer server([](const ScriptedRequest &) { return ScriptedReply::json("{}"); });
        QCOMPARE(await(m_client->send({}, get(server.url()), stop.get_token())).error().kind, ErrorKind::Cancelled);

        BlackHolePort port;
        std::stop_source later;
        const auto future = m_client->send({}, post(port.url()), later.get_token());
        QTest::qWait(50);
        later.request_stop();
        const auto response = await(future, Millis(1000));
        QCOMPARE(response.error().kind, ErrorKind::Cancelled);
        QVERIFY(response.error().sent != Sent::Maybe);
    }

    void aHangingBackendDelaysNobody()
    {
        ScriptedServer dead([](const ScriptedRequest &) { return ScriptedReply::blackHole(); });
        ScriptedServer alive([](const ScriptedRequest &) { return ScriptedReply::json("{}"); });
        std::vector<Async<HttpResponse>> stuck;
        for (int i = 0; i < 50; ++i) {
            stuck.push_back(send(get(dead.url())));
        }
        for (int i = 0; i < 20; ++i) {
            QVERIFY(await(send(get(alive.url())), Millis(1000)));
        }
    }

private:
    Async<HttpResponse> send(const HttpRequest &request) { return m_client->send({}, request, {}); }
    Error failureOf(const HttpRequest &request)
    {
        const auto response = await(send(request));
        return response ? Error {ErrorKind::Internal, QStringLiteral("no failure"), {}, response->status, std::nullopt} : response.error();
    }
    static ScriptedReply misbehaviour(int way)
    {
        ScriptedReply reply = ScriptedReply::json("{\"data\":[");
        switch (way) {
        case 0:
            return ScriptedReply::reset();
        case 1:
            return ScriptedReply::closeSilently();
        case 2:
            return ScriptedReply::truncated("{\"data\":[", true);
        case 3:
            reply.ending = ScriptedReply::Ending::TruncateChunk;
            return reply;
        case 4:
            reply.ending = ScriptedReply::Ending::Reset;
            return reply;
        case 5:
            return ScriptedReply::badGzip();
        case 6:
            reply.ending = ScriptedReply::Ending::EndlessHeaders;
            return reply;
        case 7:
            reply.ending = ScriptedReply::Ending::Raw;
            reply.body = "SSH-2.0-OpenSSH_9.2\r\n";
            return reply;
        case 8:
            reply.ending = ScriptedReply::Ending::DripHeaders;
            return reply;
        default:
            return ScriptedReply::slow(QByteArray(10'000, 'x'), Millis(20));
        }
    }
    static ScriptedReply oversized(int way)
    {
        if (way == 0) {
            ScriptedReply reply = ScriptedReply::json("x");
            reply.ending = ScriptedReply::Ending::Hang;
            reply.headers.emplace_back("Content-Length", "99999999999");
            return reply;
        }
        return way == 1 ? ScriptedReply::endless() : ScriptedReply::gzipBomb(2LL << 30);
    }

    SystemClock m_clock;
    std::unique_ptr<HttpClient> m_client;
};

QTEST_GUILESS_MAIN(TestHttpFaults)
#include "tst_httpfaults.moc"
