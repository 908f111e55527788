#include "app/core/clock.h"
#include "app/net/httpclient.h"
#include "tests/support/await.h"
#include "tests/support/fixedsecrets.h"
#include "tests/support/scriptedserver.h"

#include <QElapsedTimer>

#include <thread>

using namespace quarterdeck;

namespace {

HttpRequest get(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    return request;
}

HttpRequest post(const QUrl &url, const QByteArray &body)
{
    HttpRequest request = get(url);
    request.method = HttpRequest::Method::Post;
    request.body = body;
    request.contentType = "application/json";
    return request;
}

ScriptedReply okay(const ScriptedRequest &)
{
    return ScriptedReply::json("{}");
}

} // namespace

/// What the client sends, how it authenticates, and what it keeps to itself.
class TestHttpClient : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_secrets = std::make_shared<FixedSecrets>();
        m_secrets->secrets.insert(QStringLiteral("eu"), "s3cr3t");
        m_client = std::make_unique<HttpClient>(m_secrets, m_clock);
    }
    void cleanup() { m_client.reset(); }

    void getsABodyWithItsHeaders()
    {
        ScriptedServer server([](const ScriptedRequest &) {
            auto reply = ScriptedReply::json("{\"a\":1}");
            reply.headers.push_back({"X-Thing", "  yes "});
            reply.contentType = "Application/JSON; charset=utf-8";
            return reply;
        });
        const auto response = await(send(get(server.url(QStringLiteral("/a b?q=x%20y")))));
        QVERIFY2(response, qPrintable(response ? QString() : response.error().what));
        QCOMPARE(response->status, 200);
        QCOMPARE(response->body, QByteArray("{\"a\":1}"));
        QCOMPARE(response->contentType, QByteArray("application/json"));
        QCOMPARE(response->header("x-thing"), QByteArray("yes"));
        QCOMPARE(response->url.path(), QStringLiteral("/a b"));
        const auto requests = server.requests();
        QCOMPARE(requests.size(), std::size_t(1));
        QCOMPARE(requests[0].method, QByteArray("GET"));
        QCOMPARE(requests[0].target, QByteArray("/a%20b?q=x%20y"));
        QCOMPARE(requests[0].header("accept-encoding"), QByteArray("gzip"));
        QVERIFY(requests[0].header("user-agent").startsWith("Quarterdeck/"));
        QVERIFY(requests[0].header("authorization").isNull());
    }

    void postsAndDeletes()
    {
        ScriptedServer server(okay);
        const QByteArray large(3'000'000, 'x');
        QVERIFY(await(send(post(server.url(), large))));
        HttpRequest remove = get(server.url(QStringLiteral("/silence/1")));
        remove.method = HttpRequest::Method::Delete;
        QVERIFY(await(send(remove)));
        QVERIFY(await(send(post(server.url(), {}))));
        const auto requests = server.requests();
        QCOMPARE(requests.size(), std::size_t(3));
        QCOMPARE(requests[0].method, QByteArray("POST"));
        QCOMPARE(requests[0].body.size(), large.size());
        QCOMPARE(requests[0].header("content-type"), QByteArray("application/json"));
        QVERIFY(requests[0].header("expect").isNull());
        QCOMPARE(requests[1].method, QByteArray("DELETE"));
        QCOMPARE(requests[1].target, QByteArray("/silence/1"));
        QCOMPARE(requests[2].header("content-length"), QByteArray("0"));
    }

    void authenticates_data()
    {
        QTest::addColumn<int>("auth");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("basic") << int(HttpConfig::Auth::Basic) << QByteArray("Basic " + QByteArray("me:s3cr3t").toBase64());
        QTest::newRow("bearer") << int(HttpConfig::Auth::Authorization) << QByteArray("Bearer s3cr3t");
    }
    void authenticates()
    {
        QFETCH(int, auth);
        QFETCH(QByteArray, header);
        ScriptedServer server(okay);
        HttpConfig config = withSecret();
        config.auth = HttpConfig::Auth(auth);
        config.username = QStringLiteral("me");
        QVERIFY(await(m_client->send(config, get(server.url()), {})));
        QCOMPARE(server.requests().at(0).header("authorization"), header);
    }

    void missingSecretSendsNothing()
    {
        ScriptedServer server(okay);
        HttpConfig config = withSecret();
        config.secret.keychain = QStringLiteral("other");
        const auto response = await(m_client->send(config, get(server.url()), {}));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(server.connections(), 0);
    }

    void headerValuesCannotSmuggle()
    {
        ScriptedServer server(okay);
        HttpRequest request = get(server.url());
        request.headers = {{"X-Scope-OrgID", "team\r\nX-Evil: 1"}, {"Bad Name", "x"}, {"X-Empty", ""}, {"X:Y", "1"}};
        HttpConfig config;
        config.headers.push_back({QStringLiteral("X-Two"), QStringLiteral("a\nGET /evil HTTP/1.1"), {}});
        m_secrets->secrets.insert(QStringLiteral("nl"), "tok\r\nX-Evil: 2\n");
        config.auth = HttpConfig::Auth::Authorization;
        config.secret.keychain = QStringLiteral("nl");
        QVERIFY(await(m_client->send(config, request, {})));
        const auto requests = server.requests();
        QCOMPARE(requests.size(), std::size_t(1));
        QVERIFY(requests[0].header("x-evil").isNull());
        QCOMPARE(requests[0].header("x-scope-orgid"), QByteArray("teamX-Evil: 1"));
        QCOMPARE(requests[0].header("x-two"), QByteArray("aGET /evil HTTP/1.1"));
        QCOMPARE(requests[0].header("authorization"), QByteArray("Bearer tokX-Evil: 2"));
        QVERIFY(!server.rawBytes().contains("Bad Name"));
        QVERIFY(!requests[0].header("x-empty").isNull());
    }

    void secretsStayOffPlainHttp_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("insecure");
        QTest::newRow("name") << "http://eu-am.example:9093/" << false;
        QTest::newRow("address") << "http://192.0.2.1/" << false;
        QTest::newRow("looks like loopback") << "http://127.0.0.1.example/" << false;
        QTest::newRow("looks like localhost") << "http://localhost.example/" << false;
        QTest::newRow("unverified") << "https://eu-am.example/" << true;
    }
    void secretsStayOffPlainHttp()
    {
        QFETCH(QString, url);
        QFETCH(bool, insecure);
        HttpConfig config = withSecret();
        config.tls.insecureSkipVerify = insecure;
        const auto response = await(m_client->send(config, get(QUrl(url)), {}), Millis(500));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Rejected);
        QVERIFY(response.error().what.contains(QLatin1StringView("allow_plaintext")));
        HttpConfig header;
        header.tls.insecureSkipVerify = insecure;
        header.headers.push_back({QStringLiteral("X-Api-Key"), QStringLiteral("k"), {}});
        const auto second = await(m_client->send(header, get(QUrl(url)), {}), Millis(500));
        QCOMPARE(second.error().kind, ErrorKind::Rejected);
    }

    void refusesOtherAddresses_data()
    {
        QTest::addColumn<QUrl>("url");
        for (const char *url :
            {"file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "http://u:p@127.0.0.1/", "http:///x", "", "gopher://127.0.0.1/"}) {
            QTest::newRow(url) << QUrl(QString::fromLatin1(url));
        }
    }
    void refusesOtherAddresses()
    {
        QFETCH(QUrl, url);
        const auto response = await(send(get(url)), Millis(500));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Rejected);
        QVERIFY(!response.error().what.contains(QLatin1StringView(":p@")));
    }

    void streamsPieceByPiece()
    {
        ScriptedServer server([](const ScriptedRequest &) { return ScriptedReply::slow("0123456789", Millis(50)); });
        HttpRequest request = get(server.url());
        request.timeout = Millis(0);
        QByteArray seen;
        int pieces = 0;
        request.onData = [&](QByteArrayView data) {
            seen += data.toByteArray();
            ++pieces;
            return seen.size() < 5;
        };
        const auto response = await(send(request));
        QVERIFY(response);
        QVERIFY2(seen.startsWith("01234") && seen.size() < 10, seen.constData());
        QVERIFY(pieces > 1);
        QVERIFY(response->body.isEmpty());
    }

    void streamsNeverGetALoginPage()
    {
        ScriptedServer server([](const ScriptedRequest &request) {
            return request.path() == "/login" ? ScriptedReply::html("<html>login</html>") : ScriptedReply::json("{\"error\":\"no\"}", 500);
        });
        for (const char *path : {"/login", "/fail"}) {
            HttpRequest request = get(server.url(QString::fromLatin1(path)));
            bool isCalled = false;
            request.onData = [&](QByteArrayView) { return isCalled = true; };
            const auto response = await(send(request));
            QVERIFY(response);
            QVERIFY(!isCalled);
            QVERIFY(!response->body.isEmpty());
        }
    }

    void sendsFromInsideACallback()
    {
        ScriptedServer server(okay);
        HttpRequest request = get(server.url());
        Async<HttpResponse> inner;
        bool isSent = false;
        request.onData = [&](QByteArrayView) {
            inner = send(get(server.url(QStringLiteral("/inner"))));
            return isSent = true;
        };
        QVERIFY(await(send(request)));
        QVERIFY(isSent);
        QVERIFY(await(inner));
    }

    void manyAtOnceReuseConnections()
    {
        ScriptedServer server(okay);
        std::vector<Async<HttpResponse>> all;
        for (int i = 0; i < 200; ++i) {
            all.push_back(send(get(server.url(QStringLiteral("/%1").arg(i)))));
        }
        for (const auto &future : all) {
            QVERIFY(await(future));
        }
        QCOMPARE(server.requests().size(), std::size_t(200));
        QVERIFY2(server.connections() <= 4, qPrintable(QString::number(server.connections())));
    }

    void streamsDoNotHoldUpQueries()
    {
        ScriptedServer server(
            [](const ScriptedRequest &request) { return request.path() == "/tail" ? ScriptedReply::blackHole() : ScriptedReply::json("{}"); });
        std::stop_source stop;
        std::vector<Async<HttpResponse>> tails;
        for (int i = 0; i < 6; ++i) {
            HttpRequest tail = get(server.url(QStringLiteral("/tail")));
            tail.timeout = Millis(0);
            tails.push_back(m_client->send({}, tail, stop.get_token()));
        }
        QTRY_COMPARE(server.requests().size(), std::size_t(6));
        QVERIFY(await(send(get(server.url())), Millis(2000)));
        QVERIFY(await(send(post(server.url(), "{}")), Millis(2000)));
        stop.request_stop();
        for (const auto &tail : tails) {
            QCOMPARE(await(tail).error().kind, ErrorKind::Cancelled);
        }
    }

    void reportsClockSkew()
    {
        ScriptedServer server([](const ScriptedRequest &) {
            auto reply = ScriptedReply::json("{}");
            const QDateTime date = QDateTime::currentDateTimeUtc().addSecs(600);
            reply.headers.push_back({"Date", QLocale::c().toString(date, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toUtf8()});
            return reply;
        });
        const auto response = await(send(get(server.url())));
        QVERIFY(response);
        QVERIFY2(std::abs(response->clockSkew.count() - 600'000) < 3000, qPrintable(QString::number(response->clockSkew.count())));
    }

    void aSecretThatIsSaidBackIsForgotten()
    {
        ScriptedServer server([](const ScriptedRequest &request) {
            auto reply = ScriptedReply::json("{\"error\":\"you sent [" + request.header("authorization") + "]\"}", 500);
            reply.headers.push_back({"X-Echo", request.header("authorization")});
            return reply;
        });
        HttpConfig basic = withSecret();
        basic.auth = HttpConfig::Auth::Basic;
        basic.username = QStringLiteral("ana");
        for (const HttpConfig &config : {withSecret(), basic}) {
            const auto response = await(m_client->send(config, get(server.url()), {}));
            QVERIFY(response);
            QVERIFY2(response->body.contains("you sent ["), response->body);
            QVERIFY2(!response->body.contains("s3cr3t") && !response->body.contains(QByteArray("ana:s3cr3t").toBase64()), response->body);
            QVERIFY(!response->header("x-echo").contains("s3cr3t") && !response->header("x-echo").contains(QByteArray("ana:s3cr3t").toBase64()));
            const auto words = requireOk(*response, "application/json");
            QVERIFY(!words && !words.error().what.contains(QLatin1StringView("s3cr3t")));
        }
        // It was really sent.
        QCOMPARE(server.requests().front().header("authorization"), QByteArray("Bearer s3cr3t"));
    }

    void destructionFinishesEverything()
    {
        ScriptedServer server([](const ScriptedRequest &) { return ScriptedReply::blackHole(); });
        std::stop_source stop;
        const auto waiting = m_client->send({}, get(server.url()), stop.get_token());
        QTRY_COMPARE(server.requests().size(), std::size_t(1));
        const auto queued = m_client->send({}, get(server.url()), stop.get_token());
        m_client.reset();
        QVERIFY(waiting.isFinished());
        QVERIFY(queued.isFinished());
        QCOMPARE(waiting.result().error().kind, ErrorKind::Cancelled);
        stop.request_stop();
        QCoreApplication::processEvents();
    }

private:
    Async<HttpResponse> send(const HttpRequest &request) { return m_client->send({}, request, {}); }
    static HttpConfig withSecret()
    {
        HttpConfig config;
        config.auth = HttpConfig::Auth::Authorization;
        config.secret.keychain = QStringLiteral("eu");
        return config;
    }

    std::shared_ptr<FixedSecrets> m_secrets;
    SystemClock m_clock;
    std::unique_ptr<HttpClient> m_client;
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
