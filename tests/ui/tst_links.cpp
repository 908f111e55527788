#include "tests/ui/shellbench.h"
#include "ui/shell/browser.h"
#include "ui/shell/links.h"

#include <QLabel>

using namespace quarterdeck;
using namespace std::chrono_literals;

class TestLinks : public ShellBench {
    Q_OBJECT

private slots:
    void init() { QVERIFY(open()); }
    void cleanup() { close(); }

    void linksOnlyNavigate_data();
    void linksOnlyNavigate();
    void linksSurviveTheRoundTrip();
    void addressesAreRefusedInWords_data();
    void addressesAreRefusedInWords();
};

void TestLinks::linksOnlyNavigate_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("object");
    QTest::newRow("alert") << "quarterdeck://alert/eu-am/0a1b"
                           << "inbox"
                           << "eu-am:0a1b";
    QTest::newRow("service") << "quarterdeck://service/checkout?from=now-1h&to=now"
                             << "services"
                             << "checkout";
    QTest::newRow("runbook") << "quarterdeck://runbook/team/db#step-3"
                             << "runbooks"
                             << "team/db";
    QTest::newRow("page") << "quarterdeck://page/load"
                          << "load"
                          << "";
    QTest::newRow("in capitals") << "QUARTERDECK://alert/eu-am/0a1b"
                                 << "inbox"
                                 << "eu-am:0a1b";
    QTest::newRow("file") << "file:///etc/passwd"
                          << ""
                          << "";
    QTest::newRow("verb") << "quarterdeck://acknowledge/eu-am/1"
                          << ""
                          << "";
    QTest::newRow("user") << "quarterdeck://x@alert/eu-am/1"
                          << ""
                          << "";
    QTest::newRow("half") << "quarterdeck://alert/eu-am"
                          << ""
                          << "";
    QTest::newRow("long") << "quarterdeck://service/" + QString(5000, u'x') << ""
                          << "";
    QTest::newRow("nothing") << ""
                             << ""
                             << "";
}

void TestLinks::linksOnlyNavigate()
{
    QFETCH(QString, link);
    const auto destination = parseLink(link);
    QTEST(destination ? destination->page : QString(), "page");
    QTEST(destination ? destination->object : QString(), "object");
    const int before = page(QStringLiteral("inbox"))->acknowledged;
    m_window->openLink(link);
    QCOMPARE(page(QStringLiteral("inbox"))->acknowledged, before);
}

void TestLinks::linksSurviveTheRoundTrip()
{
    for (const Destination &place : {Destination {QStringLiteral("inbox"), QStringLiteral("eu-am:a/b c?#%"), {}},
             Destination {QStringLiteral("services"), QStringLiteral("ünïcode <b>"), {}}, Destination {QStringLiteral("load"), {}, {}}}) {
        const auto back = parseLink(linkTo(place));
        QVERIFY2(back, qPrintable(linkTo(place)));
        QCOMPARE(back->page, place.page);
        QCOMPARE(back->object, place.object);
    }
}

void TestLinks::addressesAreRefusedInWords_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("https") << "https://grafana.example.com/d/1" << true;
    QTest::newRow("http") << "http://127.0.0.1:9090/graph" << true;
    QTest::newRow("file") << "file:///etc/passwd" << false;
    QTest::newRow("javascript") << "javascript:alert(1)" << false;
    QTest::newRow("https in capitals") << "HTTPS://grafana.example.com/d/1" << true;
    QTest::newRow("javascript in capitals") << "JavaScript:alert(1)" << false;
    QTest::newRow("file in capitals") << "FILE:///etc/passwd" << false;
    QTest::newRow("smb") << "smb://host/share" << false;
    QTest::newRow("user") << "https://paypal.com@evil.example/" << false;
    QTest::newRow("relative") << "/etc/passwd" << false;
    QTest::newRow("no host") << "https:///x" << false;
    QTest::newRow("empty") << "" << false;
}

void TestLinks::addressesAreRefusedInWords()
{
    QFETCH(QString, url);
    QFETCH(bool, isAllowed);
    QCOMPARE(refusalOf(url).isEmpty(), isAllowed);
    m_window->openExternal(url);
    auto *sheet = m_window->findChild<QWidget *>(QStringLiteral("confirm"));
    QCOMPARE(sheet->isVisible(), isAllowed);
    if (isAllowed) {
        const auto *sentence = sheet->findChild<QLabel *>(QStringLiteral("confirmSentence"));
        QVERIFY(sentence->text().contains(shownHost(url)));
    }
}

QTEST_MAIN(TestLinks)
#include "tst_links.moc"
