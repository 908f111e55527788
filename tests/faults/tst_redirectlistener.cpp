#include "app/bootstrap/redirect.h"
#include "app/bootstrap/signin.h"
#include "app/net/pkce.h"
#include "tests/support/await.h"

#include <QTcpSocket>
#include <QUrlQuery>

using namespace quarterdeck;

namespace {

HttpConfig config()
{
    OAuth2Config oauth2;
    oauth2.grant = OAuth2Config::Grant::AuthorizationCode;
    oauth2.clientId = QStringLiteral("a&b=c");
    oauth2.authorizeUrl = QUrl(QStringLiteral("https://idp.example/a?access_type=offline#top"));
    oauth2.tokenUrl = QUrl(QStringLiteral("https://idp.example/t"));
    oauth2.scopes = QStringList {QStringLiteral("read"), QStringLiteral("write")};
    HttpConfig made;
    made.auth = HttpConfig::Auth::OAuth2;
    made.oauth2 = oauth2;
    return made;
}

// What a browser gets for a request line at this address.
QByteArray fetched(const QString &address, const QByteArray &head)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), quint16(QUrl(address).port()));
    QByteArray all;
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(head); });
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { all += socket.readAll(); });
    bool isOver = false;
    QObject::connect(&socket, &QTcpSocket::disconnected, &socket, [&] { isOver = true; });
    QObject::connect(&socket, &QTcpSocket::errorOccurred, &socket, [&] { isOver = true; });
    (void)QTest::qWaitFor([&] { return isOver; }, 20'000);
    return all + socket.readAll();
}

QByteArray got(const QString &address, const QByteArray &query)
{
    return fetched(address, "GET /callback?" + query + " HTTP/1.1\r\nHost: x\r\n\r\n");
}

} // namespace

/// What comes back from a browser: one redirect with the right state counts, all else changes nothing.
class TestRedirectListener : public QObject {
    Q_OBJECT

private slots:
    void readsWhatTheStandardSays()
    {
        const auto redirect = readRedirect("/callback?code=a%2Bb+c%26&state=s%3D");
        QVERIFY(redirect);
        QCOMPARE(redirect->code.reveal(), QByteArray("a+b c&"));
        QCOMPARE(redirect->state, QByteArray("s="));
        QCOMPARE(codeOf(*redirect)->reveal(), QByteArray("a+b c&"));
        const auto denied = readRedirect("/callback?error=access_denied&error_description=not+today%0A%E2%80%AE&state=s");
        QCOMPARE(codeOf(*denied).error().kind, ErrorKind::Rejected);
        const QString words = codeOf(*denied).error().what;
        QVERIFY2(words.startsWith(QStringLiteral("The sign-in was rejected, by you or by the server (access_denied): not today")), qPrintable(words));
        QVERIFY2(!words.contains(QChar(0x202E)) && !words.contains(u'\n'), qPrintable(words));
        QCOMPARE(
            codeOf(*readRedirect("/callback?error=server_error")).error().what, QStringLiteral("The server did not sign you in (server_error)."));
    }
    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("elsewhere") << QByteArray("/favicon.ico") << ErrorKind::NotFound;
        QTest::newRow("below") << QByteArray("/callback/x?code=a") << ErrorKind::NotFound;
        QTest::newRow("nothing") << QByteArray() << ErrorKind::NotFound;
        QTest::newRow("two codes") << QByteArray("/callback?code=a&state=s&code=b") << ErrorKind::Rejected;
        QTest::newRow("two states") << QByteArray("/callback?state=t&code=a&%73tate=s") << ErrorKind::Rejected;
    }
    void refusesWhatIsNone()
    {
        QFETCH(QByteArray, target);
        QFETCH(ErrorKind, kind);
        const auto redirect = readRedirect(target);
        QVERIFY(!redirect);
        QCOMPARE(redirect.error().kind, kind);
    }
    void anAnswerWithoutACodeIsSaid()
    {
        QVERIFY(!codeOf(*readRedirect("/callback?state=s")));
        QVERIFY(!codeOf(*readRedirect("/callback")));
        QVERIFY(!codeOf(*readRedirect("/callback?state=s&code=" + QByteArray(5000, 'a'))));
    }
    void takesOneRedirectWithTheRightState()
    {
        SignIn signIn(config(), Millis(60'000));
        const auto address = signIn.begin();
        QVERIFY(address);
        const QUrlQuery query(*address);
        const auto value = [&query](const char *name) { return query.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded); };
        QCOMPARE(address->adjusted(QUrl::RemoveQuery), QUrl(QStringLiteral("https://idp.example/a")));
        QCOMPARE(value("access_type"), QStringLiteral("offline"));
        QCOMPARE(value("response_type"), QStringLiteral("code"));
        QCOMPARE(value("client_id"), QStringLiteral("a&b=c"));
        QCOMPARE(value("scope"), QStringLiteral("read write"));
        QCOMPARE(value("code_challenge_method"), QStringLiteral("S256"));
        const QString back = value("redirect_uri");
        const QByteArray state = value("state").toUtf8();
        QVERIFY(state.size() >= 43 && back.startsWith(QStringLiteral("http://127.0.0.1:")) && back.endsWith(QStringLiteral("/callback")));

        const auto code = signIn.code();
        QVERIFY(got(back, "code=evil&state=guessed").startsWith("HTTP/1.1 400 "));
        QVERIFY(got(back, "code=evil").startsWith("HTTP/1.1 400 "));
        QVERIFY(got(back, "error=access_denied").startsWith("HTTP/1.1 400 "));
        QVERIFY(got(back, "code=evil&code=c&state=" + state).startsWith("HTTP/1.1 404 "));
        QVERIFY(fetched(back, "GET /favicon.ico HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 404 "));
        QVERIFY(fetched(back, "POST /callback?code=evil&state=" + state + " HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 400 "));
        // Its answer may be cut off by what it goes on to send.
        (void)fetched(back, QByteArray(70'000, 'x'));
        QVERIFY(!code.isFinished());

        const QByteArray page = got(back, "code=c0de&state=" + state);
        QVERIFY2(page.startsWith("HTTP/1.1 200 ") && page.contains("You can close this tab"), page);
        const auto brought = await(code);
        QVERIFY(brought);
        QCOMPARE(brought->code.reveal(), QByteArray("c0de"));
        QCOMPARE(brought->redirectUri, back);
        QCOMPARE(challengeOf(brought->verifier.reveal()), value("code_challenge").toUtf8());
        // Nobody is listened to any more.
        QCOMPARE(got(back, "code=again&state=" + state), QByteArray());
    }
    void aRefusalEndsIt()
    {
        SignIn signIn(config(), Millis(60'000));
        const QUrlQuery query(*signIn.begin());
        const QByteArray page = got(query.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded),
            "error=access_denied&state=" + query.queryItemValue(QStringLiteral("state")).toUtf8());
        QVERIFY2(page.contains("You were not signed in"), page);
        const auto refused = await(signIn.code());
        QVERIFY(!refused);
        QVERIFY2(refused.error().what.contains(QStringLiteral("access_denied")), qPrintable(refused.error().what));
    }
    void oneThatBreaksOffHoldsUpNobody()
    {
        SignIn signIn(config(), Millis(60'000));
        const QUrlQuery query(*signIn.begin());
        const QString back = query.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded);
        std::vector<std::unique_ptr<QTcpSocket>> idle;
        for (int i = 0; i < 15; ++i) {
            idle.push_back(std::make_unique<QTcpSocket>());
            idle.back()->connectToHost(QStringLiteral("127.0.0.1"), quint16(QUrl(back).port()));
            QTRY_COMPARE(idle.back()->state(), QAbstractSocket::ConnectedState);
            idle.back()->write("GET /call");
        }
        QVERIFY(got(back, "code=c&state=" + query.queryItemValue(QStringLiteral("state")).toUtf8()).startsWith("HTTP/1.1 200 "));
        QVERIFY(await(signIn.code()));
    }
    void nobodyComesInTime()
    {
        SignIn signIn(config(), Millis(1));
        QVERIFY(signIn.begin());
        QCOMPARE(await(signIn.code()).error().kind, ErrorKind::Timeout);
    }
    void aPortCanBeAskedForAndTaken()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        HttpConfig taken = config();
        taken.oauth2->redirectPort = other.serverPort();
        SignIn refused(taken, Millis(60'000));
        const auto address = refused.begin();
        QVERIFY(!address);
        QVERIFY2(address.error().what.contains(QStringLiteral("is taken")), qPrintable(address.error().what));
        other.close();
        SignIn signIn(taken, Millis(60'000));
        const auto again = signIn.begin();
        QVERIFY2(again, qPrintable(again ? QString() : again.error().what));
        QVERIFY(again->toString(QUrl::FullyEncoded).contains(QStringLiteral("127.0.0.1%3A%1").arg(taken.oauth2->redirectPort)));
    }
    void aPageOverPlainHttpIsNotOpened()
    {
        HttpConfig plain = config();
        plain.oauth2->authorizeUrl = QUrl(QStringLiteral("http://idp.example/a"));
        const auto address = SignIn(plain, Millis(60'000)).begin();
        QVERIFY(!address);
        QVERIFY2(address.error().what.contains(QStringLiteral("plain http")), qPrintable(address.error().what));
    }
};

QTEST_GUILESS_MAIN(TestRedirectListener)
#include "tst_redirectlistener.moc"
