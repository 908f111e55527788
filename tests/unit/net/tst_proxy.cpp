#include "app/core/clock.h"
#include "app/net/httpclient.h"
#include "tests/support/await.h"
#include "tests/support/fixedsecrets.h"
#include "tests/support/scriptedserver.h"

using namespace quarterdeck;

namespace {

HttpRequest get(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    return request;
}

ScriptedReply okay(const ScriptedRequest &)
{
    return ScriptedReply::json("{}");
}

HttpConfig withSecretAnd(HttpConfig config)
{
    config.auth = HttpConfig::Auth::Authorization;
    config.secret.keychain = QStringLiteral("eu");
    return config;
}

} // namespace

/// Who is asked through a proxy, and what the proxy gets to see.
class TestProxy : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        auto secrets = std::make_shared<FixedSecrets>();
        secrets->secrets.insert(QStringLiteral("eu"), "s3cr3t");
        secrets->secrets.insert(QStringLiteral("proxy"), "Basic cHIweHk=");
        m_client = std::make_unique<HttpClient>(secrets, m_clock);
    }

    void proxyGetsNoSecretInPlaintext()
    {
        ScriptedServer server(okay);
        HttpConfig config = withSecretAnd({});
        config.proxy.url = QStringLiteral("http://proxy.example:3128");
        const auto response = await(m_client->send(config, get(server.url()), {}), Millis(500));
        QCOMPARE(response.error().kind, ErrorKind::Rejected);
    }

    void ignoresTheEnvironmentsProxy()
    {
        ScriptedServer server(okay);
        ScriptedServer proxy(okay);
        const QByteArray address = proxy.url().toString().toUtf8();
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"}) {
            qputenv(name, address);
        }
        QVERIFY(await(m_client->send({}, get(server.url()), {})));
        QCOMPARE(proxy.connections(), 0);
        // Asked for, the environment counts, but not for this machine itself.
        HttpConfig config;
        config.proxy.fromEnvironment = true;
        QVERIFY(await(m_client->send(config, get(server.url()), {})));
        QCOMPARE(proxy.connections(), 0);
        const auto viaProxy = await(m_client->send(config, get(QUrl(QStringLiteral("http://eu-am.example:9093/x"))), {}));
        QVERIFY2(viaProxy, qPrintable(viaProxy ? QString() : viaProxy.error().what));
        QCOMPARE(proxy.requests().at(0).target, QByteArray("http://eu-am.example:9093/x"));
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"}) {
            qunsetenv(name);
        }
    }

    void usesTheNamedProxy()
    {
        ScriptedServer proxy([](const ScriptedRequest &request) {
            return request.method == "CONNECT" ? ScriptedReply::text("sign in", 407) : ScriptedReply::text("sign in", 407);
        });
        HttpConfig config;
        config.proxy.url = proxy.url().toString();
        const auto plain = requireOk(await(m_client->send(config, get(QUrl(QStringLiteral("http://eu-am.example/"))), {})), {});
        QCOMPARE(plain.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(plain.error().httpStatus, 407);
        const auto tunnel = await(m_client->send(withSecretAnd(config), get(QUrl(QStringLiteral("https://eu-am.example/"))), {}));
        QVERIFY(!tunnel);
        QCOMPARE(tunnel.error().kind, ErrorKind::Unauthorized);
        QVERIFY2(tunnel.error().what.contains(QLatin1StringView("proxy")), qPrintable(tunnel.error().what));
        QVERIFY(tunnel.error().sent != Sent::Maybe);
        QVERIFY(!proxy.rawBytes().contains("s3cr3t"));
    }

    void keepsSomeHostsOffIt()
    {
        ScriptedServer proxy(okay);
        HttpConfig config;
        config.proxy.url = proxy.url().toString();
        config.proxy.noProxy = QStringLiteral("nowhere.invalid");
        QVERIFY(await(m_client->send(config, get(QUrl(QStringLiteral("http://eu-am.example/"))), {})));
        QCOMPARE(proxy.connections(), 1);
        const auto direct = await(m_client->send(config, get(QUrl(QStringLiteral("http://am.nowhere.invalid/"))), {}));
        QVERIFY(!direct);
        QVERIFY2(!direct.error().what.contains(QLatin1StringView("proxy")), qPrintable(direct.error().what));
        // This machine is off it too, so that its secret may go in plain text.
        ScriptedServer server(okay);
        QVERIFY(await(m_client->send(withSecretAnd(config), get(server.url()), {})));
        const RefusedPort refused;
        const auto unreachable = await(m_client->send(config, get(refused.url()), {}));
        QVERIFY2(!unreachable.error().what.contains(QLatin1StringView("proxy")), qPrintable(unreachable.error().what));
        QCOMPARE(proxy.connections(), 1);
    }

    void tellsItOnlyWhatIsForIt()
    {
        ScriptedServer proxy([](const ScriptedRequest &) { return ScriptedReply::text("no", 403); });
        HttpConfig config;
        config.proxy.url = proxy.url().toString();
        config.proxy.connectHeaders.push_back({QStringLiteral("X-Site"), QStringLiteral("eu"), {}});
        config.proxy.connectHeaders.push_back({QStringLiteral("Proxy-Authorization"), {}, SecretRef {QStringLiteral("proxy"), {}, {}}});
        config.headers.push_back({QStringLiteral("X-Scope-OrgID"), QStringLiteral("team-a"), {}});
        QVERIFY(!await(m_client->send(withSecretAnd(config), get(QUrl(QStringLiteral("https://eu-am.example/"))), {})));
        QVERIFY(await(m_client->send(config, get(QUrl(QStringLiteral("http://eu-am.example/"))), {})));
        const auto requests = proxy.requests();
        QCOMPARE(requests.size(), std::size_t(2));
        QCOMPARE(requests[0].method, QByteArray("CONNECT"));
        QCOMPARE(requests[0].header("x-site"), QByteArray("eu"));
        QCOMPARE(requests[0].header("proxy-authorization"), QByteArray("Basic cHIweHk="));
        QVERIFY(requests[0].header("x-scope-orgid").isNull());
        QVERIFY(requests[0].header("authorization").isNull());
        QVERIFY(requests[1].header("x-site").isNull());
        QVERIFY(requests[1].header("proxy-authorization").isNull());
        QCOMPARE(requests[1].header("x-scope-orgid"), QByteArray("team-a"));
    }

    void itsSecretStaysOffPlainHttp()
    {
        HttpConfig config;
        config.proxy.url = QStringLiteral("http://proxy.example:3128");
        config.proxy.connectHeaders.push_back({QStringLiteral("Proxy-Authorization"), {}, SecretRef {QStringLiteral("proxy"), {}, {}}});
        const auto response = await(m_client->send(config, get(QUrl(QStringLiteral("https://eu-am.example/"))), {}), Millis(500));
        QCOMPARE(response.error().kind, ErrorKind::Rejected);
        QVERIFY2(response.error().what.contains(QLatin1StringView("proxy.example is not sent over plain http")), qPrintable(response.error().what));
    }

    void headersFromTheKeyring()
    {
        ScriptedServer server([](const ScriptedRequest &request) { return ScriptedReply::text("you sent " + request.header("x-api-key"), 400); });
        HttpConfig config;
        config.headers.push_back({QStringLiteral("X-Api-Key"), {}, SecretRef {QStringLiteral("eu"), {}, {}}});
        config.headers.push_back({QStringLiteral("X-Two"), QStringLiteral("a"), {}});
        config.headers.push_back({QStringLiteral("X-Two"), QStringLiteral("b"), {}});
        const auto response = await(m_client->send(config, get(server.url()), {}));
        QCOMPARE(response->body, QByteArray("you sent ***"));
        QCOMPARE(server.requests().at(0).header("x-api-key"), QByteArray("s3cr3t"));
        QCOMPARE(server.rawBytes().count("X-Two: "), 2);
        config.headers[0].secret.keychain = QStringLiteral("none");
        const auto missing = await(m_client->send(config, get(server.url()), {}));
        QCOMPARE(missing.error().kind, ErrorKind::Unauthorized);
        config.headers[0].secret.keychain = QStringLiteral("eu");
        const auto plain = await(m_client->send(config, get(QUrl(QStringLiteral("http://eu-am.example/"))), {}), Millis(500));
        QCOMPARE(plain.error().kind, ErrorKind::Rejected);
        QCOMPARE(server.requests().size(), std::size_t(1));
    }

private:
    SystemClock m_clock;
    std::unique_ptr<HttpClient> m_client;
};

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
