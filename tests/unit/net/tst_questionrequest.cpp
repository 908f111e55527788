#include "app/net/questionrequest.h"

#include <QTest>

using namespace quarterdeck;

/// A question with parameters, in the URL or as a form.
class TestQuestionRequest : public QObject {
    Q_OBJECT

private slots:
    void parametersAreEscaped()
    {
        const HttpRequest request = questionRequest(QUrl(QStringLiteral("https://x.example/base//?old=1#f")), QStringLiteral("/a%2Fb"),
            {{"query", QStringLiteral("{a=\"b+c\"} & 100%")}, {"field", QStringLiteral("é")}, {"field", QString()}});
        QCOMPARE(request.method, HttpRequest::Method::Get);
        QCOMPARE(request.url.toEncoded(), QByteArray("https://x.example/base/a%2Fb?query=%7Ba%3D%22b%2Bc%22%7D%20%26%20100%25&field=%C3%A9&field="));
    }
    void longOnesAreForms()
    {
        const HttpRequest request = questionRequest(QUrl(QStringLiteral("http://x.example")), QStringLiteral("/q"), {{"query", QString(5000, u'x')}});
        QCOMPARE(request.method, HttpRequest::Method::Post);
        QCOMPARE(request.contentType, QByteArray("application/x-www-form-urlencoded"));
        QCOMPARE(request.body, "query=" + QByteArray(5000, 'x'));
        QVERIFY(!request.url.hasQuery());
    }
};

QTEST_GUILESS_MAIN(TestQuestionRequest)
#include "tst_questionrequest.moc"
