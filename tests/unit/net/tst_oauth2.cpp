#include "app/net/httpclient.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fixedsecrets.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/tokenserver.h"

#include <QTest>

using namespace quarterdeck;

namespace {

constexpr char ClientSecret[] = "cl13nt-s3cr3t";

HttpRequest get(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    request.timeout = Millis(10'000);
    return request;
}

HttpRequest post(const QUrl &url)
{
    HttpRequest request = get(url);
    request.method = HttpRequest::Method::Post;
    request.body = "{}";
    request.contentType = "application/json";
    return request;
}

HttpConfig signedInAt(const QUrl &tokenUrl)
{
    HttpConfig config;
    config.auth = HttpConfig::Auth::OAuth2;
    OAuth2Config oauth2;
    oauth2.clientId = QStringLiteral("quarterdeck");
    oauth2.clientSecret.keychain = QStringLiteral("client");
    oauth2.tokenUrl = tokenUrl;
    oauth2.scopes = QStringList {QStringLiteral("alerts"), QStringLiteral("metrics")};
    config.oauth2 = oauth2;
    return config;
}

} // namespace

/// Client credentials against an authorization server nobody here wrote, and against answers no server should give.
class TestOAuth2 : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        auto secrets = std::make_shared<FixedSecrets>();
        secrets->secrets.insert(QStringLiteral("client"), ClientSecret);
        secrets->secrets.insert(QStringLiteral("wrong"), "wr0ng-s3cr3t");
        m_client = std::make_unique<HttpClient>(secrets, m_clock);
    }

    void signsInOnceForAll_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<int>("asked");
        QTest::newRow("by Basic") << "client_secret_basic" << 1;
        QTest::newRow("in the body") << "client_secret_post" << 2;
    }
    void signsInOnceForAll()
    {
        QFETCH(QString, method);
        QFETCH(int, asked);
        TokenServer server(method);
        if (server.isMissing()) {
            QSKIP("python3-authlib or python3-flask absent");
        }
        QVERIFY2(server.isThere(), server.problem().constData());
        const HttpConfig config = signedInAt(server.url(QStringLiteral("/token")));
        const auto one = send(config, get(server.url(QStringLiteral("/protected"))));
        const auto two = send(config, get(server.url(QStringLiteral("/protected"))));
        const auto three = send(config, post(server.url(QStringLiteral("/protected"))));
        for (const auto &answer : {one, two, three}) {
            const auto response = requireOk(await(answer), "application/json");
            QVERIFY2(response, qPrintable(response ? QString() : response.error().what));
        }
        QCOMPARE(counts(server), QStringLiteral("{\"asked\":%1,\"granted\":1,\"protected\":3}").arg(asked));
        // A token that is withdrawn early is replaced for a question, and the way that worked is remembered.
        QVERIFY(await(send({}, post(server.url(QStringLiteral("/withdraw"))))));
        QVERIFY(requireOk(await(send(config, get(server.url(QStringLiteral("/protected"))))), {}));
        QCOMPARE(counts(server), QStringLiteral("{\"asked\":%1,\"granted\":2,\"protected\":4}").arg(asked + 1));
        // An action goes out once, whatever comes back; the next one has a new token.
        QVERIFY(await(send({}, post(server.url(QStringLiteral("/withdraw"))))));
        const auto refused = requireOk(await(send(config, post(server.url(QStringLiteral("/protected"))))), {});
        QCOMPARE(refused.error().kind, ErrorKind::Unauthorized);
        QVERIFY(requireOk(await(send(config, post(server.url(QStringLiteral("/protected"))))), {}));
        QCOMPARE(counts(server), QStringLiteral("{\"asked\":%1,\"granted\":3,\"protected\":5}").arg(asked + 2));
    }

    void saysWhoRefuses()
    {
        TokenServer server(QStringLiteral("client_secret_basic"));
        if (server.isMissing()) {
            QSKIP("python3-authlib or python3-flask absent");
        }
        HttpConfig config = signedInAt(server.url(QStringLiteral("/token")));
        config.oauth2->clientSecret.keychain = QStringLiteral("wrong");
        const auto refused = await(send(config, post(server.url(QStringLiteral("/protected")))));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(refused.error().what, QStringLiteral("127.0.0.1 does not know the client quarterdeck, or its secret is wrong (invalid_client)."));
        QCOMPARE(refused.error().where, QStringLiteral("/token"));
        config.oauth2->clientSecret.keychain = QStringLiteral("none");
        const auto missing = await(send(config, get(server.url(QStringLiteral("/protected")))));
        QCOMPARE(missing.error().what, QStringLiteral("There is no secret none."));
        QCOMPARE(counts(server), QStringLiteral("{\"asked\":2,\"granted\":0,\"protected\":0}"));
    }

    void oddAnswers_data()
    {
        QTest::addColumn<ScriptedReply>("reply");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const ScriptedReply &reply, ErrorKind kind, const char *words) {
            QTest::newRow(name) << reply << kind << QString::fromLatin1(words);
        };
        const auto json = [](const char *body, int status = 200) { return ScriptedReply::json(body, status); };
        const auto no = ErrorKind::Unauthorized;
        row("web page", ScriptedReply::html("<html>sign in</html>"), no, "sent a web page");
        row("web page refusing", ScriptedReply::html("<html>no</html>", 403), no, "rejected the sign-in of the client quarterdeck (403)");
        row("truncated JSON", json("{\"access_token\": \"abc"), no, "answered without an access token");
        row("empty", json(""), no, "answered without an access token");
        row("no token", json("{\"token_type\": \"Bearer\"}"), no, "answered without an access token");
        row("number for a token", json("{\"access_token\": 5}"), no, "answered without an access token");
        row("header in the token", json("{\"access_token\": \"a\\r\\nX-Evil: 1\"}"), no, "answered without an access token");
        row("other type", json("{\"access_token\": \"a\", \"token_type\": \"mac\"}"), no, "tokens of the type mac");
        row("echo", json("{\"error\": \"invalid_request\", \"error_description\": \"you sent cl13nt-s3cr3t\"}", 400), no,
            "(invalid_request): you sent ***");
        row("odd code", json("{\"error\": \"<b>no</b>\"}", 400), no, "rejected the sign-in of the client quarterdeck (400)");
        row("scope", json("{\"error\": \"invalid_scope\"}", 400), no, "does not grant the client quarterdeck the scopes");
        row("grant", json("{\"error\": \"unauthorized_client\"}", 400), no, "does not allow the client quarterdeck");
        row("elsewhere", ScriptedReply::redirect(302, "http://evil.example/token"), no, "not followed");
        row("not there", ScriptedReply::text("", 404), no, "Is token_url right?");
        row("conflict", ScriptedReply::text("", 409), no, "rejected the sign-in");
        row("broken", ScriptedReply::text("oops", 500), ErrorKind::Server, "server error");
        row("busy", ScriptedReply::tooMany("7"), ErrorKind::RateLimited, "is rate limiting");
        row("reset", ScriptedReply::reset(), ErrorKind::Offline, "closed the connection");
        row("large", json(QByteArray(300'000, ' ').constData()), no, "answered with more than");
    }
    void oddAnswers()
    {
        QFETCH(ScriptedReply, reply);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, words);
        ScriptedServer idp([reply](const ScriptedRequest &) { return reply; });
        ScriptedServer backend([](const ScriptedRequest &) { return ScriptedReply::json("{}"); });
        const auto response = await(send(signedInAt(idp.url(QStringLiteral("/token"))), post(backend.url())));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, kind);
        QVERIFY2(response.error().what.contains(words), qPrintable(response.error().what));
        QVERIFY2(!response.error().what.contains(QLatin1StringView(ClientSecret)), "the secret is repeated");
        QVERIFY2(response.error().sent != Sent::Maybe, "nothing was sent to the backend");
        QVERIFY(backend.requests().empty());
    }

    void sendsWhatTheStandardAsks()
    {
        ScriptedServer idp([](const ScriptedRequest &) { return ScriptedReply::json(R"({"access_token":"t0k3n","expires_in":"60"})"); });
        ScriptedServer backend([](const ScriptedRequest &) { return ScriptedReply::text("you sent t0k3n", 418); });
        HttpConfig config = signedInAt(idp.url(QStringLiteral("/token")));
        config.oauth2->clientId = QStringLiteral("a:b c");
        config.oauth2->endpointParams.insert(QStringLiteral("audience"), QStringLiteral("https://am/?a=1&b"));
        const auto response = await(send(config, get(backend.url())));
        QVERIFY(response);
        QCOMPARE(response->body, QByteArray("you sent ***"));
        QCOMPARE(
            idp.requests().at(0).body, QByteArray("grant_type=client_credentials&scope=alerts%20metrics&audience=https%3A%2F%2Fam%2F%3Fa%3D1%26b"));
        QCOMPARE(idp.requests().at(0).header("authorization"), "Basic " + QByteArray("a%3Ab%20c:cl13nt-s3cr3t").toBase64());
        QCOMPARE(idp.requests().at(0).header("content-type"), QByteArray("application/x-www-form-urlencoded"));
        QCOMPARE(backend.requests().at(0).header("authorization"), QByteArray("Bearer t0k3n"));
        QVERIFY(!backend.rawBytes().contains(ClientSecret));
    }

    void asksAgainWhenTheTokenIsOver()
    {
        ScriptedServer idp([](const ScriptedRequest &) { return ScriptedReply::json(R"({"access_token":"t","expires_in":3600})"); });
        ScriptedServer backend([](const ScriptedRequest &) { return ScriptedReply::json("{}"); });
        const HttpConfig config = signedInAt(idp.url(QStringLiteral("/token")));
        const auto asked = [&] {
            const auto answer = await(send(config, get(backend.url())));
            return answer ? idp.requests().size() : std::size_t(0);
        };
        QCOMPARE(asked(), std::size_t(1));
        // Ten seconds are the margin, and not one more.
        m_clock.advance(Millis(3'589'999));
        QCOMPARE(asked(), std::size_t(1));
        m_clock.advance(Millis(1));
        QCOMPARE(asked(), std::size_t(2));
        QCOMPARE(asked(), std::size_t(2));
        QCOMPARE(backend.requests().size(), std::size_t(4));
    }

    void aTokenOfAFewSecondsIsGoodForItsRequest()
    {
        ScriptedServer idp([](const ScriptedRequest &) { return ScriptedReply::json(R"({"access_token":"t","expires_in":10})"); });
        ScriptedServer backend([](const ScriptedRequest &) { return ScriptedReply::json("{}"); });
        const HttpConfig config = signedInAt(idp.url(QStringLiteral("/token")));
        QVERIFY(await(send(config, get(backend.url()))));
        QVERIFY(await(send(config, get(backend.url()))));
        QCOMPARE(idp.requests().size(), std::size_t(2));
        QCOMPARE(backend.requests().size(), std::size_t(2));
    }

    void neverRenewsInACircle()
    {
        ScriptedServer idp([](const ScriptedRequest &) { return ScriptedReply::json(R"({"access_token":"t"})"); });
        ScriptedServer backend([](const ScriptedRequest &) { return ScriptedReply::json("{}", 401); });
        const auto response = requireOk(await(send(signedInAt(idp.url()), get(backend.url()))), {});
        QCOMPARE(response.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(backend.requests().size(), std::size_t(2));
        QCOMPARE(idp.requests().size(), std::size_t(2));
    }

    void keepsTheSecretOffPlainHttp()
    {
        ScriptedServer backend([](const ScriptedRequest &) { return ScriptedReply::json("{}"); });
        const auto refused = await(send(signedInAt(QUrl(QStringLiteral("http://idp.example/token"))), get(backend.url())));
        QCOMPARE(refused.error().kind, ErrorKind::Unauthorized);
        QVERIFY2(refused.error().what.contains(QLatin1StringView("idp.example is not sent over plain http")), qPrintable(refused.error().what));
        ScriptedServer idp([](const ScriptedRequest &) { return ScriptedReply::json(R"({"access_token":"t"})"); });
        const auto token = await(send(signedInAt(idp.url()), get(QUrl(QStringLiteral("http://eu-am.example/")))));
        QCOMPARE(token.error().kind, ErrorKind::Rejected);
        QVERIFY(idp.requests().empty());
    }

    void canBeCancelledMeanwhile()
    {
        ScriptedServer idp([](const ScriptedRequest &) { return ScriptedReply::blackHole(); });
        ScriptedServer backend([](const ScriptedRequest &) { return ScriptedReply::json("{}"); });
        std::stop_source stop;
        const auto future = m_client->send(signedInAt(idp.url()), post(backend.url()), stop.get_token());
        QTRY_VERIFY(!idp.requests().empty());
        stop.request_stop();
        const auto response = await(future);
        QCOMPARE(response.error().kind, ErrorKind::Cancelled);
        QVERIFY(response.error().sent != Sent::Maybe);
        QVERIFY(backend.requests().empty());
    }

private:
    QString counts(const TokenServer &server)
    {
        const auto response = await(send({}, get(server.url(QStringLiteral("/counts")))));
        return response ? QString::fromUtf8(response->body.trimmed()) : response.error().what;
    }

    Async<HttpResponse> send(const HttpConfig &config, const HttpRequest &request) { return m_client->send(config, request, {}); }

    FakeClock m_clock {UtcTime {1'790'000'000'000}};
    std::unique_ptr<HttpClient> m_client;
};

QTEST_GUILESS_MAIN(TestOAuth2)
#include "tst_oauth2.moc"
