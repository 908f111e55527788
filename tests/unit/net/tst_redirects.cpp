#include "app/core/clock.h"
#include "app/net/httpclient.h"
#include "tests/support/await.h"
#include "tests/support/fixedsecrets.h"
#include "tests/support/scriptedserver.h"

using namespace quarterdeck;

namespace {

constexpr char Canary[] = "c4n4ry-t0k3n";

HttpRequest get(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    return request;
}

} // namespace

/// Redirects stay at home: same scheme, host and port, GET only, three at most; no secret ever reaches another port.
class TestRedirects : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        auto secrets = std::make_shared<FixedSecrets>();
        secrets->secrets.insert(QStringLiteral("eu"), Canary);
        m_client = std::make_unique<HttpClient>(secrets, m_clock);
    }
    void cleanup() { m_client.reset(); }

    void noSecretLeaves_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("auth");
        QTest::addColumn<int>("method");
        for (int status : {301, 302, 303, 307, 308}) {
            for (int auth : {0, 1, 2}) {
                for (int method : {0, 1, 2}) {
                    QTest::addRow("%d auth %d method %d", status, auth, method) << status << auth << method;
                }
            }
        }
    }
    void noSecretLeaves()
    {
        QFETCH(int, status);
        QFETCH(int, auth);
        QFETCH(int, method);
        ScriptedServer elsewhere([](const ScriptedRequest &) { return ScriptedReply::json("{}"); });
        const QByteArray target = elsewhere.url(QStringLiteral("/steal?x=1")).toEncoded();
        ScriptedServer home([status, target](const ScriptedRequest &) { return ScriptedReply::redirect(status, target); });
        HttpConfig config;
        config.auth = HttpConfig::Auth(auth);
        config.secret.keychain = QStringLiteral("eu");
        config.headers.push_back({QStringLiteral("X-Api-Key"), QString::fromLatin1(Canary), {}});
        HttpRequest request = get(home.url(QStringLiteral("/api")));
        request.headers = {{"DD-API-KEY", Canary}, {"Cookie", Canary}};
        request.method = HttpRequest::Method(method);
        request.body = method == 1 ? QByteArray(Canary) : QByteArray();
        const auto response = await(m_client->send(config, request, {}));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Rejected);
        QCOMPARE(response.error().httpStatus, status);
        QVERIFY2(response.error().what.contains(QStringLiteral("127.0.0.1:%1").arg(elsewhere.port())), qPrintable(response.error().what));
        QVERIFY(!response.error().what.contains(QLatin1StringView("steal")));
        QCOMPARE(home.requests().size(), std::size_t(1));
        QVERIFY(home.rawBytes().contains(Canary));
        QTest::qWait(20);
        QCOMPARE(elsewhere.connections(), 0);
        QVERIFY(elsewhere.rawBytes().isEmpty());
    }

    void otherPlacesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("words");
        QTest::newRow("a sign-in") << QByteArray("https://sso.example/login?next=secret") << "sign-in page of https://sso.example";
        QTest::newRow("file") << QByteArray("file:///etc/passwd") << "file:";
        QTest::newRow("javascript") << QByteArray("javascript:alert(1)") << "javascript:";
        QTest::newRow("ftp") << QByteArray("ftp://127.0.0.1/x") << "ftp://127.0.0.1";
        QTest::newRow("other host, no scheme") << QByteArray("//evil.example/x") << "http://evil.example";
        QTest::newRow("https") << QByteArray("https://other.example/x?next=secret") << "https://other.example";
        QTest::newRow("user part") << QByteArray("http://127.0.0.1@evil.example/") << "http://evil.example";
        QTest::newRow("look-alike") << QByteArray("http://\xd0\xb5vil.example/") << "redirects";
        QTest::newRow("backslash") << QByteArray("\\\\evil.example/x") << "";
        QTest::newRow("nothing usable") << QByteArray("http://[::1") << "invalid address";
    }
    void otherPlacesAreNamed()
    {
        QFETCH(QByteArray, location);
        QFETCH(QString, words);
        ScriptedServer home([location](const ScriptedRequest &request) {
            return request.path() == "/api" ? ScriptedReply::redirect(302, location) : ScriptedReply::json("{}", 404);
        });
        const auto response = await(m_client->send({}, get(home.url(QStringLiteral("/api"))), {}));
        if (words.isEmpty()) {
            // What is not a place elsewhere may only ever be a path here.
            QVERIFY(!response || response->url.port() == home.port());
            return;
        }
        QVERIFY(!response);
        QCOMPARE(response.error().kind, words.startsWith(QStringLiteral("sign-in")) ? ErrorKind::Unauthorized : ErrorKind::Rejected);
        QVERIFY2(response.error().what.contains(words), qPrintable(response.error().what));
        QVERIFY(!response.error().what.contains(QLatin1StringView("secret")));
    }

    void sameOriginIsFollowedForGet_data()
    {
        QTest::addColumn<int>("status");
        for (int status : {301, 302, 303, 307, 308}) {
            QTest::addRow("%d", status) << status;
        }
    }
    void sameOriginIsFollowedForGet()
    {
        QFETCH(int, status);
        ScriptedServer home([status](const ScriptedRequest &request) {
            return request.path() == "/end" ? ScriptedReply::json("{\"ok\":1}") : ScriptedReply::redirect(status, "/end?q=1");
        });
        HttpConfig config;
        config.auth = HttpConfig::Auth::Authorization;
        config.secret.keychain = QStringLiteral("eu");
        const auto response = await(m_client->send(config, get(home.url(QStringLiteral("/start"))), {}));
        QVERIFY(response);
        QCOMPARE(response->body, QByteArray("{\"ok\":1}"));
        QCOMPARE(response->url, home.url(QStringLiteral("/end?q=1")));
        QCOMPARE(home.requests().at(1).header("authorization"), QByteArray("Bearer ") + Canary);

        HttpRequest change = get(home.url(QStringLiteral("/start")));
        change.method = HttpRequest::Method::Post;
        const auto refused = await(m_client->send(config, change, {}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        QCOMPARE(home.requests().size(), std::size_t(3));
    }

    void circlesEnd()
    {
        ScriptedServer home([](const ScriptedRequest &) { return ScriptedReply::redirect(302, "/again"); });
        const auto response = await(m_client->send({}, get(home.url()), {}));
        QVERIFY(!response);
        QVERIFY(response.error().what.contains(QLatin1StringView("circle")));
        QCOMPARE(home.requests().size(), std::size_t(4));
    }

    void redirectsShareOneTimeout()
    {
        ScriptedServer home([](const ScriptedRequest &request) {
            ScriptedReply reply = request.path() == "/3" ? ScriptedReply::json("{}")
                                                         : ScriptedReply::redirect(302, request.path() == "/" ? "/2" : "/3");
            reply.delay = Millis(400);
            return reply;
        });
        HttpRequest request = get(home.url());
        request.timeout = Millis(900);
        const auto response = await(m_client->send({}, request, {}));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Timeout);
    }

    void aRedirectWithoutAPlaceIsAnAnswer()
    {
        ScriptedServer home([](const ScriptedRequest &) { return ScriptedReply::empty(304); });
        const auto response = await(m_client->send({}, get(home.url()), {}));
        QVERIFY(response);
        QCOMPARE(response->status, 304);
        QCOMPARE(requireOk(response, {}).error().kind, ErrorKind::Rejected);
    }

private:
    SystemClock m_clock;
    std::unique_ptr<HttpClient> m_client;
};

QTEST_GUILESS_MAIN(TestRedirects)
#include "tst_redirects.moc"
