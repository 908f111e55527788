#include "app/net/httpclient.h"
#include "app/net/pkce.h"
#include "app/net/signins.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fixedsecrets.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/tokenserver.h"

#include <QTest>
#include <QUrlQuery>

using namespace quarterdeck;

namespace {

const QString Redirect = QStringLiteral("http://127.0.0.1:5999/callback");

HttpConfig signedInAt(const QUrl &tokenUrl)
{
    OAuth2Config oauth2;
    oauth2.grant = OAuth2Config::Grant::AuthorizationCode;
    oauth2.clientId = QStringLiteral("desktop");
    oauth2.tokenUrl = tokenUrl;
    oauth2.signInName = QStringLiteral("pager");
    oauth2.scopes = QStringList {QStringLiteral("alerts"), QStringLiteral("offline_access")};
    HttpConfig config;
    config.auth = HttpConfig::Auth::OAuth2;
    config.oauth2 = oauth2;
    return config;
}

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
    return request;
}

AuthorizationCode codeOf(const QByteArray &code, const QByteArray &verifier)
{
    return {Secret(code), Secret(verifier), Redirect};
}

} // namespace

/// Sign-ins of persons, against an authorization server nobody here wrote and against answers no server should give.
class TestSignIns : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_secrets = std::make_shared<FixedSecrets>();
        m_client = std::make_unique<HttpClient>(m_secrets, m_clock);
    }

    void signsInOverALibrary()
    {
        TokenServer server;
        if (server.isMissing()) {
            QSKIP("python3-authlib or python3-flask absent");
        }
        QVERIFY2(server.isThere(), server.problem().constData());
        const HttpConfig config = signedInAt(server.url(QStringLiteral("/token")));
        const QUrl page = server.url(QStringLiteral("/protected"));
        const QByteArray verifier = unguessable();
        const QByteArray code = codeFrom(server, verifier);
        QVERIFY(!code.isEmpty());
        // A code is worth nothing to who has not the verifier.
        const auto stolen = await(m_client->signIn(config, codeOf(code, unguessable())));
        QVERIFY(!stolen);
        QCOMPARE(stolen.error().kind, ErrorKind::Unauthorized);
        QVERIFY2(stolen.error().what.contains(QStringLiteral("Sign in again: qdeck signin pager")), qPrintable(stolen.error().what));
        QVERIFY(m_secrets->signIns.isEmpty());
        const auto signedIn = await(m_client->signIn(config, codeOf(code, verifier)));
        QVERIFY2(signedIn, qPrintable(signedIn ? QString() : signedIn.error().what));
        QCOMPARE(signedIn->missingScopes, QStringList());
        QCOMPARE(m_secrets->signIns.keys(), QStringList(signInKey(*config.oauth2)));
        // Each refresh gives another token, and it is that one which is kept and sent the next time.
        QSet<QByteArray> kept {token(config)};
        for (int i = 0; i < 3; ++i) {
            const auto answer = requireOk(await(send(config, get(page))), "application/json");
            QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().what));
            kept.insert(token(config));
            m_clock.advance(Millis(864'000'000));
        }
        QCOMPARE(kept.size(), 4);
        QCOMPARE(textOf(server, QStringLiteral("/grants")),
            QStringLiteral("[\"authorization_code\",\"authorization_code\",\"refresh_token\",\"refresh_token\",\"refresh_token\"]"));
    }

    void saysWhatWasNotGranted()
    {
        TokenServer server;
        if (server.isMissing()) {
            QSKIP("python3-authlib or python3-flask absent");
        }
        HttpConfig config = signedInAt(server.url(QStringLiteral("/token")));
        config.oauth2->scopes.append(QStringLiteral("everything"));
        const QByteArray verifier = unguessable();
        const auto signedIn = await(m_client->signIn(config, codeOf(codeFrom(server, verifier), verifier)));
        QVERIFY2(signedIn, qPrintable(signedIn ? QString() : signedIn.error().what));
        QCOMPARE(signedIn->missingScopes, QStringList(QStringLiteral("everything")));
    }

    void aSignInThatIsOverIsSaidAndNotTriedAgain()
    {
        TokenServer server;
        if (server.isMissing()) {
            QSKIP("python3-authlib or python3-flask absent");
        }
        const HttpConfig config = signedInAt(server.url(QStringLiteral("/token")));
        const QUrl page = server.url(QStringLiteral("/protected"));
        const auto nobody = await(send(config, get(page)));
        QCOMPARE(nobody.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(nobody.error().what, QStringLiteral("Nobody is signed in to pager here. Sign in: qdeck signin pager"));
        QByteArray verifier = unguessable();
        QVERIFY(await(m_client->signIn(config, codeOf(codeFrom(server, verifier), verifier))));
        QVERIFY(await(send({}, post(server.url(QStringLiteral("/sign-out"))))));
        for (int i = 0; i < 3; ++i) {
            const auto over = await(send(config, post(page)));
            QCOMPARE(over.error().kind, ErrorKind::Unauthorized);
            QCOMPARE(over.error().what,
                QStringLiteral("127.0.0.1 rejected the sign-in; it may have expired (invalid_grant). Sign in again: qdeck signin pager"));
            QCOMPARE(over.error().sent, Sent::No);
        }
        QCOMPARE(textOf(server, QStringLiteral("/grants")), QStringLiteral("[\"authorization_code\",\"refresh_token\"]"));
        // A new sign-in, of this process or another, counts at once.
        verifier = unguessable();
        QVERIFY(await(m_client->signIn(config, codeOf(codeFrom(server, verifier), verifier))));
        QVERIFY(requireOk(await(send(config, get(page))), {}));
    }

    void renewsBeforeItIsOver()
    {
        ScriptedServer idp([](const ScriptedRequest &) { return ScriptedReply::json(R"({"access_token":"a","expires_in":600})"); });
        ScriptedServer backend([](const ScriptedRequest &) { return ScriptedReply::json("{}"); });
        const HttpConfig config = signedInWith(idp, "r3fr3sh");
        const auto asked = [&] { return await(send(config, get(backend.url()))) ? idp.requests().size() : std::size_t(0); };
        QCOMPARE(asked(), std::size_t(1));
        m_clock.advance(Millis(589'999));
        QCOMPARE(asked(), std::size_t(1));
        m_clock.advance(Millis(1));
        QCOMPARE(asked(), std::size_t(2));
        // No other refresh token was given, so that one still counts.
        QCOMPARE(token(config), QByteArray("r3fr3sh"));
        QCOMPARE(idp.requests().at(1).body, QByteArray("grant_type=refresh_token&refresh_token=r3fr3sh&client_id=desktop"));
        QVERIFY(idp.requests().at(1).header("authorization").isEmpty());
        QCOMPARE(backend.requests().at(0).header("authorization"), QByteArray("Bearer a"));
    }

    void aServerThatGivesTheSameTokenAgain()
    {
        // It is a secret that was sent, and yet nothing is blanked where it is the answer.
        ScriptedServer idp([](const ScriptedRequest &) {
            return ScriptedReply::json(R"({"access_token":"S4me-t0ken!","refresh_token":"S4me-t0ken!","expires_in":600})");
        });
        ScriptedServer backend([](const ScriptedRequest &) { return ScriptedReply::json("{}"); });
        const HttpConfig config = signedInWith(idp, "S4me-t0ken!");
        QVERIFY(await(send(config, get(backend.url()))));
        QCOMPARE(token(config), QByteArray("S4me-t0ken!"));
        QCOMPARE(backend.requests().at(0).header("authorization"), QByteArray("Bearer S4me-t0ken!"));
    }

    void nothingIsUsedBeforeItsSuccessorIsKept()
    {
        ScriptedServer idp([](const ScriptedRequest &request) {
            return request.body.contains("refresh_token=one") ? ScriptedReply::json(R"({"access_token":"a","refresh_token":"two","expires_in":600})")
                : request.body.contains("refresh_token=two")  ? ScriptedReply::json(R"({"access_token":"b","expires_in":600})")
                                                              : ScriptedReply::json(R"({"error":"invalid_grant"})", 400);
        });
        ScriptedServer backend([](const ScriptedRequest &) { return ScriptedReply::json("{}"); });
        const HttpConfig config = signedInWith(idp, "one");
        m_secrets->refusal = Error {ErrorKind::Unauthorized, QStringLiteral("The keyring is locked."), {}, 0, std::nullopt};
        const auto refused = await(send(config, get(backend.url())));
        QCOMPARE(refused.error().what, QStringLiteral("The keyring is locked."));
        QVERIFY(backend.requests().empty());
        QCOMPARE(token(config), QByteArray("one"));
        // The new one is not lost: it is kept as soon as that is possible, and the old one is never sent again.
        m_secrets->refusal.reset();
        QVERIFY(await(send(config, get(backend.url()))));
        QCOMPARE(token(config), QByteArray("two"));
        QCOMPARE(idp.requests().size(), std::size_t(2));
        QCOMPARE(backend.requests().at(0).header("authorization"), QByteArray("Bearer b"));
    }

    void endedBetweenTheTwoItSaysSo()
    {
        // The server has given another token, and the program was killed before it was kept.
        ScriptedServer idp([](const ScriptedRequest &) { return ScriptedReply::json(R"({"error":"invalid_grant"})", 400); });
        ScriptedServer backend([](const ScriptedRequest &) { return ScriptedReply::json("{}"); });
        const HttpConfig config = signedInWith(idp, "one");
        const auto over = await(send(config, get(backend.url())));
        QCOMPARE(over.error().kind, ErrorKind::Unauthorized);
        QVERIFY2(over.error().what.endsWith(QStringLiteral("Sign in again: qdeck signin pager")), qPrintable(over.error().what));
        QVERIFY(backend.requests().empty());
    }

    void anotherProcessMayBeFaster()
    {
        QString key;
        ScriptedServer idp([this, &key](const ScriptedRequest &request) {
            if (request.body.contains("refresh_token=two")) {
                return ScriptedReply::json(R"({"access_token":"b","expires_in":600})");
            }
            QMetaObject::invokeMethod(
                this, [this, &key] { m_secrets->signIns.insert(key, "two"); }, Qt::BlockingQueuedConnection);
            return ScriptedReply::json(R"({"error":"invalid_grant"})", 400);
        });
        ScriptedServer backend([](const ScriptedRequest &) { return ScriptedReply::json("{}"); });
        const HttpConfig config = signedInWith(idp, "one");
        key = signInKey(*config.oauth2);
        QVERIFY(await(send(config, get(backend.url()))));
        QCOMPARE(idp.requests().size(), std::size_t(2));
        QCOMPARE(backend.requests().at(0).header("authorization"), QByteArray("Bearer b"));
    }

    void tellsNoSecret_data()
    {
        QTest::addColumn<ScriptedReply>("reply");
        QTest::addColumn<QString>("words");
        const auto json = [](const char *body) { return ScriptedReply::json(body, 400); };
        QTest::newRow("echo") << json(R"({"error":"invalid_grant","error_description":"you sent r3fr3sh-t0ken"})")
                              << QStringLiteral("(invalid_grant): you sent ***. Sign in again: qdeck signin pager");
        QTest::newRow("client") << json(R"({"error":"unauthorized_client"})")
                                << QStringLiteral("does not allow the client desktop to sign people in");
        QTest::newRow("type") << ScriptedReply::json(R"({"access_token":"a","token_type":"r3fr3sh-t0ken"})")
                              << QStringLiteral("tokens of the type ***;");
        QTest::newRow("page") << ScriptedReply::html("<p>r3fr3sh-t0ken</p>") << QStringLiteral("sent a web page");
        QTest::newRow("broken") << ScriptedReply::text("r3fr3sh-t0ken", 500) << QStringLiteral("server error");
    }
    void tellsNoSecret()
    {
        QFETCH(ScriptedReply, reply);
        QFETCH(QString, words);
        ScriptedServer idp([reply](const ScriptedRequest &) { return reply; });
        ScriptedServer backend([](const ScriptedRequest &) { return ScriptedReply::json("{}"); });
        const auto response = await(send(signedInWith(idp, "r3fr3sh-t0ken"), post(backend.url())));
        QVERIFY(!response);
        QVERIFY2(response.error().what.contains(words), qPrintable(response.error().what));
        QVERIFY2(!response.error().what.contains(QStringLiteral("r3fr3sh-t0ken")), qPrintable(response.error().what));
        QVERIFY(response.error().sent == Sent::No);
        QVERIFY(backend.requests().empty());
    }

    void aClientWithASecretSaysItToo()
    {
        ScriptedServer idp([](const ScriptedRequest &request) {
            return request.header("authorization").isEmpty() ? ScriptedReply::json(R"({"access_token":"a","refresh_token":"r","expires_in":9})")
                                                             : ScriptedReply::json(R"({"error":"invalid_client"})", 401);
        });
        HttpConfig config = signedInAt(idp.url());
        config.oauth2->clientSecret.keychain = QStringLiteral("client");
        m_secrets->secrets.insert(QStringLiteral("client"), "cl13nt-s3cr3t");
        QVERIFY(await(m_client->signIn(config, codeOf("c0de", "v3rifier"))));
        QCOMPARE(idp.requests().size(), std::size_t(2));
        QCOMPARE(idp.requests().at(1).body,
            QByteArray("grant_type=authorization_code&redirect_uri=http%3A%2F%2F127.0.0.1%3A5999%2Fcallback&code=c0de&code_verifier=v3rifier"
                       "&client_id=desktop&client_secret=cl13nt-s3cr3t"));
    }

    void anAnswerWithoutARefreshTokenIsNoSignIn()
    {
        ScriptedServer idp([](const ScriptedRequest &) { return ScriptedReply::json(R"({"access_token":"a","expires_in":9})"); });
        const auto signedIn = await(m_client->signIn(signedInAt(idp.url()), codeOf("c", "v")));
        QCOMPARE(signedIn.error().kind, ErrorKind::Unauthorized);
        QVERIFY2(signedIn.error().what.contains(QStringLiteral("offline_access")), qPrintable(signedIn.error().what));
        QVERIFY(m_secrets->signIns.isEmpty());
    }

    void keepsAwayFromPlainHttpAndOtherServers()
    {
        const HttpConfig config = signedInAt(QUrl(QStringLiteral("http://idp.example/token")));
        m_secrets->signIns.insert(signInKey(*config.oauth2), "r");
        ScriptedServer backend([](const ScriptedRequest &) { return ScriptedReply::json("{}"); });
        const auto refused = await(send(config, get(backend.url())));
        QVERIFY2(refused.error().what.contains(QStringLiteral("idp.example is not sent over plain http")), qPrintable(refused.error().what));
        // What one server gave is not found by another that has taken its place.
        QVERIFY(signInKey(*config.oauth2) != signInKey(*signedInAt(QUrl(QStringLiteral("http://evil.example/token"))).oauth2));
        m_secrets->keyring = Error {ErrorKind::Unauthorized, QStringLiteral("There is no keyring."), {}, 0, std::nullopt};
        ScriptedServer idp([](const ScriptedRequest &) { return ScriptedReply::json("{}"); });
        QCOMPARE(await(send(signedInAt(idp.url()), get(backend.url()))).error().what, QStringLiteral("There is no keyring."));
        QVERIFY(idp.requests().empty());
    }

private:
    HttpConfig signedInWith(const ScriptedServer &idp, const QByteArray &refreshToken)
    {
        const HttpConfig config = signedInAt(idp.url(QStringLiteral("/token")));
        m_secrets->signIns.insert(signInKey(*config.oauth2), refreshToken);
        return config;
    }
    QByteArray token(const HttpConfig &config) const { return m_secrets->signIns.value(signInKey(*config.oauth2)); }
    Async<HttpResponse> send(const HttpConfig &config, const HttpRequest &request) { return m_client->send(config, request, {}); }
    QString textOf(const TokenServer &server, const QString &path)
    {
        const auto response = await(send({}, get(server.url(path))));
        return response ? QString::fromUtf8(response->body.trimmed()) : response.error().what;
    }
    // As a browser would fetch it: the redirect itself is not followed, it says the code.
    QByteArray codeFrom(const TokenServer &server, const QByteArray &verifier)
    {
        QUrl url = server.url(QStringLiteral("/authorize"));
        url.setQuery(QString::fromLatin1("response_type=code&client_id=desktop&scope=alerts&state=s&code_challenge_method=S256&code_challenge="
            + challengeOf(verifier) + "&redirect_uri=" + Redirect.toUtf8().toPercentEncoding()));
        QProcess browser;
        browser.start(QStringLiteral("curl"),
            {QStringLiteral("-s"), QStringLiteral("-o"), QStringLiteral("/dev/null"), QStringLiteral("-w"), QStringLiteral("%{redirect_url}"),
                url.toString(QUrl::FullyEncoded)});
        if (!browser.waitForFinished(30'000)) {
            return {};
        }
        return QUrlQuery(QUrl(QString::fromUtf8(browser.readAllStandardOutput()))).queryItemValue(QStringLiteral("code")).toUtf8();
    }

    FakeClock m_clock {UtcTime {1'790'000'000'000}};
    std::shared_ptr<FixedSecrets> m_secrets;
    std::unique_ptr<HttpClient> m_client;
};

QTEST_GUILESS_MAIN(TestSignIns)
#include "tst_signins.moc"
