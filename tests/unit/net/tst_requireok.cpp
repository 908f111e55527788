#include "app/net/httpclient.h"
#include "app/net/origin.h"

#include <QTest>

using namespace quarterdeck;

namespace {

HttpResponse answer(int status, const QByteArray &body = {}, const QByteArray &type = "application/json")
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    response.contentType = type;
    response.url = QUrl(QStringLiteral("https://eu-am.example:9093/api/v2/alerts"));
    return response;
}

} // namespace

/// Statuses and wrong bodies become errors in plain words.
class TestRequireOk : public QObject {
    Q_OBJECT

private slots:
    void statuses_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        const std::pair<int, ErrorKind> all[] = {{301, ErrorKind::Rejected}, {400, ErrorKind::Rejected}, {401, ErrorKind::Unauthorized},
            {403, ErrorKind::Forbidden}, {404, ErrorKind::NotFound}, {407, ErrorKind::Unauthorized}, {409, ErrorKind::Conflict},
            {410, ErrorKind::NotFound}, {418, ErrorKind::Rejected}, {422, ErrorKind::Rejected}, {429, ErrorKind::RateLimited},
            {500, ErrorKind::Server}, {502, ErrorKind::Server}, {503, ErrorKind::Server}, {504, ErrorKind::Server}, {511, ErrorKind::Unauthorized},
            {999, ErrorKind::Server}, {0, ErrorKind::Rejected}, {100, ErrorKind::Rejected}};
        for (const auto &[status, kind] : all) {
            QTest::addRow("%d", status) << status << int(kind);
        }
    }
    void statuses()
    {
        QFETCH(int, status);
        QFETCH(int, kind);
        const auto result = requireOk(answer(status, "{\"error\":\"the <b>server's</b> words\\u202e\"}"), "application/json");
        QVERIFY(!result);
        const Error &error = result.error();
        QCOMPARE(error.kind, ErrorKind(kind));
        QCOMPARE(error.httpStatus, status);
        QCOMPARE(error.where, QStringLiteral("/api/v2/alerts"));
        QCOMPARE(error.sent, Sent::Yes);
        QVERIFY2(error.what.contains(QLatin1StringView("eu-am.example")), qPrintable(error.what));
        QVERIFY(!error.what.contains(QChar(0x202E)));
    }

    void goodAnswersPass()
    {
        QVERIFY(requireOk(answer(200, "[]"), "application/json"));
        QVERIFY(requireOk(answer(204, {}, {}), "application/json"));
        QVERIFY(requireOk(answer(200, "OK", "text/plain"), {}));
        QVERIFY(requireOk(answer(200, "[]", {}), "application/json"));
        QVERIFY(requireOk(answer(200, "<html>", "text/html"), "text/html"));
    }

    void questionsWantWholeAnswers()
    {
        QVERIFY(requireWhole(answer(200, "[]")));
        for (const int status : {100, 201, 202, 203, 204, 205, 206, 207, 226, 299}) {
            const auto result = requireWhole(requireOk(answer(status, "[]"), "application/json"));
            QVERIFY2(!result, qPrintable(QString::number(status)));
            QVERIFY(status == 100 || result.error().kind == ErrorKind::BadPayload);
            QVERIFY2(result.error().what.contains(QStringLiteral("(%1)").arg(status)), qPrintable(result.error().what));
        }
    }

    void refusalsAreToldApart_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("words");
        const QByteArray html = "text/html";
        const QByteArray page = "<!DOCTYPE html><html><head><title>Sign In</title></head><form action=\"/oauth2/start\"></form></html>";
        for (const int status : {302, 400, 401, 403, 404, 500, 502, 503}) {
            QTest::addRow("sign-in page %d", status) << status << page << html << ErrorKind::Unauthorized << "sign-in page";
        }
        QTest::newRow("403 page of a server") << 403 << QByteArray("<html><center><h1>403 Forbidden</h1></center>nginx</html>") << html
                                              << ErrorKind::Forbidden << "denied permission";
        QTest::newRow("503 page of a server") << 503 << QByteArray("<html><center><h1>503 Service Unavailable</h1></center>nginx</html>") << html
                                              << ErrorKind::Server << "server error";
        QTest::newRow("no tenant 401") << 401 << QByteArray("no org id\n") << QByteArray("text/plain") << ErrorKind::Rejected << "X-Scope-OrgID";
        QTest::newRow("no tenant 400") << 400 << QByteArray(R"({"message":"no org id"})") << QByteArray("application/json") << ErrorKind::Rejected
                                       << "X-Scope-OrgID";
        QTest::newRow("no certificate") << 400 << QByteArray("<html><head><title>400 No required SSL certificate was sent</title></head></html>")
                                        << html << ErrorKind::Tls << "requires a client certificate";
        QTest::newRow("496") << 496 << QByteArray() << QByteArray() << ErrorKind::Tls << "requires a client certificate";
        QTest::newRow("bad certificate") << 400 << QByteArray("<html><title>400 The SSL certificate error</title></html>") << html << ErrorKind::Tls
                                         << "rejected our client certificate";
        QTest::newRow("407") << 407 << page << html << ErrorKind::Unauthorized << "The proxy for";
        QTest::newRow("401") << 401 << QByteArray("Unauthorized") << QByteArray("text/plain") << ErrorKind::Unauthorized << "password or token";
    }
    void refusalsAreToldApart()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, words);
        const Error error = requireOk(answer(status, body, type), "application/json").error();
        QVERIFY2(error.what.contains(words), qPrintable(error.what));
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.httpStatus, status);
    }

    void addressesInSentences()
    {
        QCOMPARE(hostText(QUrl(QStringLiteral("http://[::1]:9093/"))), QStringLiteral("[::1]"));
        QCOMPARE(hostText(QUrl(QStringLiteral("http://eu-am:9093/"))), QStringLiteral("eu-am"));
        HttpResponse response = answer(500);
        response.url = QUrl(QStringLiteral("http://[fe80::1]:9093/x"));
        QVERIFY(requireOk(response, {}).error().what.startsWith(QStringLiteral("[fe80::1] ")));
        for (const char *page :
            {"https://sso.example/x", "https://x/login", "https://x/oauth2/start?rd=y", "https://x/auth/realms/a", "https://x/saml2/"}) {
            QVERIFY2(isSignInAddress(QUrl(QString::fromLatin1(page))), page);
        }
        for (const char *other : {"https://x/api/v2/alerts", "https://author.example/", "https://x/blogins/"}) {
            QVERIFY2(!isSignInAddress(QUrl(QString::fromLatin1(other))), other);
        }
    }

    void webPagesNeedASignIn_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("html") << QByteArray("<html>login</html>") << QByteArray("text/html") << QByteArray("application/json");
        QTest::newRow("html, nothing expected") << QByteArray("<html>") << QByteArray("text/html") << QByteArray();
        QTest::newRow("html that says json") << QByteArray("\r\n <!DOCTYPE HTML><html>") << QByteArray("application/json")
                                             << QByteArray("application/json");
        QTest::newRow("html without a type") << QByteArray("<HTML>") << QByteArray() << QByteArray("application/json");
        QTest::newRow("empty html") << QByteArray() << QByteArray("text/html") << QByteArray("application/json");
    }
    void webPagesNeedASignIn()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, expected);
        const auto result = requireOk(answer(200, body, type), expected);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(result.error().httpStatus, 200);
        QVERIFY(result.error().what.contains(QLatin1StringView("login page")));
    }

    void otherTypesAreWrong()
    {
        const auto result = requireOk(answer(200, "metric 1", "text/plain"), "application/json");
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::BadPayload);
    }

    void failuresPassThrough()
    {
        const Error offline {ErrorKind::Offline, QStringLiteral("x"), {}, 0, std::nullopt, Sent::Maybe};
        QCOMPARE(requireOk(tl::unexpected(offline), {}).error(), offline);
    }

    void serversWords_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("end");
        QTest::newRow("prometheus")
            << QByteArray("{'status':'error','errorType':'bad_data','error':'1:5: parse \\'error\\'\\nhere'}").replace('\'', '"')
            << QByteArray("application/json") << "rejected the request (400): 1:5: parse \"error\" here";
        QTest::newRow("alertmanager") << QByteArray("{\"code\":602,\"message\":\"matchers in body is required\"}") << QByteArray("application/json")
                                      << ": matchers in body is required";
        QTest::newRow("string") << QByteArray("\"bad matcher\\u0021\"\n") << QByteArray("application/json") << ": bad matcher!";
        QTest::newRow("text") << QByteArray("no such\n unit") << QByteArray("text/plain") << ": no such unit";
        QTest::newRow("page") << QByteArray("<html><script>") << QByteArray("text/html") << "rejected the request (400).";
        QTest::newRow("nothing") << QByteArray() << QByteArray() << "rejected the request (400).";
        QTest::newRow("cut off escape") << QByteArray("{\"error\":\"a\\u12") << QByteArray("application/json") << "";
        QTest::newRow("cut off") << QByteArray("{\"error\"") << QByteArray("application/json") << "rejected the request (400).";
        QTest::newRow("backslash at the end") << QByteArray("\"\\") << QByteArray("application/json") << "";
    }
    void serversWords()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(QString, end);
        const auto result = requireOk(answer(400, body, type), "application/json");
        QVERIFY2(result.error().what.endsWith(end), qPrintable(result.error().what));
        const auto flood = requireOk(answer(400, "{\"error\":\"" + QByteArray(1'000'000, 'x') + "\"}"), "application/json");
        QVERIFY(flood.error().what.size() < 500);
    }

    void retryAfter_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("seconds") << QByteArray("retry-after") << QByteArray("7") << qint64(7000);
        QTest::newRow("zero") << QByteArray("retry-after") << QByteArray("0") << qint64(0);
        QTest::newRow("date") << QByteArray("retry-after") << QByteArray("Sat, 21 Nov 2026 10:00:30 GMT") << qint64(30'000);
        QTest::newRow("date gone by") << QByteArray("retry-after") << QByteArray("Sat, 21 Nov 2026 09:00:00 GMT") << qint64(-1);
        QTest::newRow("negative") << QByteArray("retry-after") << QByteArray("-5") << qint64(-1);
        QTest::newRow("huge") << QByteArray("retry-after") << QByteArray("1000000000") << qint64(86'400'000);
        QTest::newRow("huger") << QByteArray("retry-after") << QByteArray("99999999999999999999999") << qint64(86'400'000);
        QTest::newRow("nan") << QByteArray("retry-after") << QByteArray("nan") << qint64(-1);
        QTest::newRow("words") << QByteArray("retry-after") << QByteArray("soon") << qint64(-1);
        QTest::newRow("ratelimit-reset") << QByteArray("ratelimit-reset") << QByteArray("12") << qint64(12'000);
        QTest::newRow("epoch") << QByteArray("x-ratelimit-reset") << QByteArray("1795255260") << qint64(60'000);
        QTest::newRow("absent") << QByteArray("other") << QByteArray("1") << qint64(-1);
    }
    void retryAfter()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(qint64, ms);
        HttpResponse response = answer(429, "{}");
        response.headers = {{"date", "Sat, 21 Nov 2026 10:00:00 GMT"}, {name, value}};
        const auto result = requireOk(response, "application/json");
        QCOMPARE(result.error().kind, ErrorKind::RateLimited);
        QCOMPARE(result.error().retryAfter ? qint64(result.error().retryAfter->count()) : -1, ms);
        response.status = 503;
        QCOMPARE(requireOk(response, {}).error().retryAfter.has_value(), ms >= 0);
    }

    void loopback_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("isLocal");
        for (const char *host : {"localhost", "LOCALHOST", "127.0.0.1", "127.255.3.4", "::1"}) {
            QTest::newRow(host) << QString::fromLatin1(host) << true;
        }
        for (const char *host :
            {"127.0.0.1.example", "127.0.0", "localhost.example", "128.0.0.1", "127.0.0.256", "127.0.0.x", "0.0.0.0", "::2", ""}) {
            QTest::addRow("not %s", host) << QString::fromLatin1(host) << false;
        }
    }
    void loopback()
    {
        QFETCH(QString, host);
        QFETCH(bool, isLocal);
        QCOMPARE(isLoopback(host), isLocal);
    }
};

QTEST_GUILESS_MAIN(TestRequireOk)
#include "tst_requireok.moc"
