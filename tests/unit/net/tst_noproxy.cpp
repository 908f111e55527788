#include "app/net/noproxy.h"

#include <QTest>

using namespace quarterdeck;

/// The rules of golang.org/x/net/http/httpproxy, which Prometheus reads no_proxy by.
class TestNoProxy : public QObject {
    Q_OBJECT

private slots:
    void rules_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isKeptOff");
        const auto row = [](const char *list, const char *url, bool isKeptOff) {
            QTest::addRow("%s for %s", url, list) << QString::fromLatin1(list) << QString::fromLatin1(url) << isKeptOff;
        };
        row("", "http://localhost/", false);
        row("x.example", "http://localhost:9093/", true);
        row("x.example", "http://127.0.0.2/", true);
        row("x.example", "http://[::1]/", true);
        row("*", "https://eu-am.example/", true);
        row("a.example, *", "https://eu-am.example/", true);
        row("eu-am.example", "https://EU-AM.example/", true);
        row("EU-AM.Example", "https://eu-am.example/", true);
        row("eu-am.example", "https://eu-am.example./", true);
        row("example", "https://eu-am.example/", true);
        row("example", "https://eu-amexample/", false);
        row(".example", "https://eu-am.example/", true);
        row(".eu-am.example", "https://eu-am.example/", false);
        row("*.example", "https://eu-am.example/", true);
        row("*.eu-am.example", "https://eu-am.example/", false);
        row("eu-am.example:9093", "https://eu-am.example:9093/", true);
        row("eu-am.example:9093", "https://eu-am.example/", false);
        row("eu-am.example:443", "https://eu-am.example/", true);
        row("eu-am.example:80", "http://eu-am.example/", true);
        row("10.1.2.3", "http://10.1.2.3:9090/", true);
        row("10.1.2.3:9090", "http://10.1.2.3:9091/", false);
        row("10.1.2.3", "http://10.1.2.30/", false);
        row("10.0.0.0/8", "http://10.255.0.1/", true);
        row("10.0.0.0/8", "http://11.0.0.1/", false);
        row("10.128.0.0/9", "http://10.127.0.1/", false);
        row("10.128.0.0/9", "http://10.129.0.1/", true);
        row("0.0.0.0/0", "http://8.8.8.8/", true);
        row("10.0.0.0/33", "http://10.0.0.0/", false);
        row("10.0.0.0/-1", "http://10.0.0.0/", false);
        row("10.0.0.0/x", "http://10.0.0.0/", false);
        row("10.0.0.0/8", "http://ten.example/", false);
        row("fd00::/8", "http://[fd12::1]/", true);
        row("fd00::/8", "http://[fe80::1]/", false);
        row("[fd12::1]:9090", "http://[fd12::1]:9090/", true);
        row("[fd12::1]:9090", "http://[fd12::1]:9091/", false);
        row("fd12::1", "http://[fd12:0::1]/", true);
        row(",, ,", "https://eu-am.example/", false);
        row(".", "https://eu-am.example/", false);
        row("/8", "http://10.0.0.1/", false);
    }
    void rules()
    {
        QFETCH(QString, list);
        QFETCH(QString, url);
        QFETCH(bool, isKeptOff);
        QCOMPARE(isKeptOffProxy(QUrl(url), list), isKeptOff);
    }
};

QTEST_GUILESS_MAIN(TestNoProxy)
#include "tst_noproxy.moc"
