#include "tests/support/fakepage.h"
#include "ui/pages/services/factory.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace quarterdeck;

/// The line of a service's page that says who is on call.
class TestServiceOnCall : public QObject {
    Q_OBJECT

    std::unique_ptr<FakePage> m_fake;
    std::unique_ptr<Page> m_page;

    void open()
    {
        Service checkout;
        checkout.name = QStringLiteral("checkout");
        Service zoo;
        zoo.name = QStringLiteral("zoo");
        m_fake->reader.serviceList = {checkout, zoo};
        m_fake->time.setUtc(true);
        m_page.reset(makeServicesPage()->create(m_fake->context(), nullptr));
        m_page->resize(1270, 830);
        m_page->setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->show({"services", "checkout", {}});
    }
    void connectPager() const
    {
        SourceStatus status;
        status.id = QStringLiteral("pd");
        status.kind = QStringLiteral("pagerduty");
        status.freshness = Freshness::Live;
        status.faces = Faces(Face::Alerts) | Face::OnCall;
        m_fake->sources.setStatus(status);
    }
    QLabel *line() const { return m_page->findChild<QLabel *>("serviceOnCall"); }
    // 14:36:02 UTC on 21 November.
    UtcTime now() const { return m_fake->clock.now(); }
    TimeRange covered() const { return {now() - Millis(60'000), now() + Millis(14LL * 86'400'000)}; }

private slots:
    void init()
    {
        m_fake = std::make_unique<FakePage>();
        m_fake->theme.apply(*qApp);
    }
    void cleanup()
    {
        m_page.reset();
        m_fake.reset();
    }

    void nobodyKnowsWithoutASource()
    {
        open();
        QTRY_COMPARE(line()->text(), QStringLiteral("On call: unknown, no source reports it"));
        QVERIFY(m_fake->onCall.asked.empty());
    }

    void nowAndNext()
    {
        connectPager();
        m_fake->onCall.tell("checkout", covered(),
            {FakeOnCall::shift("Ana <b>", {}, now() + Millis(3'600'000)),
                FakeOnCall::shift("Ben", now() + Millis(3'600'000), now() + Millis(86'400'000))});
        open();
        QTRY_COMPARE(line()->text(), QStringLiteral("On call: Ana <b> until 15:36, then Ben"));
        QVERIFY2(line()->toolTip().contains("First aid") && line()->toolTip().contains("pd"), qPrintable(line()->toolTip()));
        QVERIFY(line()->accessibleName().contains("Ben"));
        QCOMPARE(m_fake->onCall.asked.size(), 1u);
        // Another day is named, and nobody is said.
        m_fake->clock.advance(Millis(3'700'000));
        m_page->show({"services", "zoo", {}});
        QTRY_COMPARE(line()->text(), QStringLiteral("On call: no policy covers this service"));
        m_page->show({"services", "checkout", {}});
        QTRY_COMPARE(line()->text(), QStringLiteral("On call: Ben until 22 Nov 14:36, then nobody"));
    }

    void itIsAskedNowAndThen()
    {
        connectPager();
        m_fake->onCall.tell("checkout", covered(), {FakeOnCall::shift("Ana", {}, {})});
        open();
        QTRY_COMPARE(line()->text(), QStringLiteral("On call: Ana"));
        m_fake->clock.advance(Millis(200'000));
        m_page->show({"services", "zoo", {}});
        QCOMPARE(m_fake->onCall.asked.size(), 1u);
        m_fake->clock.advance(Millis(200'000));
        m_fake->sources.setPaused(true);
        m_page->show({"services", "checkout", {}});
        QCOMPARE(m_fake->onCall.asked.size(), 1u);
        m_fake->sources.setPaused(false);
        m_page->show({"services", "zoo", {}});
        QTRY_COMPARE(m_fake->onCall.asked.size(), 2u);
    }

    void whatIsOldSaysSo()
    {
        connectPager();
        m_fake->onCall.tell("checkout", covered(), {FakeOnCall::shift("Ana", {}, {})});
        m_fake->onCall.told.isLive = false;
        m_fake->onCall.told.failures = {{"pd", {ErrorKind::Offline, "pd: connection refused", {}, 0, std::nullopt}, now() - Millis(3LL * 3'600'000)}};
        open();
        QTRY_COMPARE(line()->text(), QStringLiteral("On call: Ana (as of 3 h ago)"));
        QVERIFY(line()->toolTip().contains("connection refused"));
    }

    void whatIsNotKnownIsNotNobody()
    {
        connectPager();
        m_fake->onCall.answers.isHeld = true;
        open();
        QTRY_COMPARE(line()->text(), QStringLiteral("On call: loading…"));
        m_fake->onCall.answers.failure = Error {ErrorKind::Offline, "nobody answers", {}, 0, std::nullopt};
        m_fake->onCall.answers.release();
        // An answer of no source at all.
        QTRY_COMPARE(line()->text(), QStringLiteral("On call: unknown"));
        QVERIFY(!line()->toolTip().contains("nobody answers"));
        m_fake->clock.advance(Millis(400'000));
        m_page->show({"services", "zoo", {}});
        QTRY_VERIFY(line()->toolTip().contains("nobody answers"));
        QCOMPARE(line()->text(), QStringLiteral("On call: unknown"));
    }

    void aSourceThatComesLaterIsAsked()
    {
        open();
        QTRY_VERIFY(line()->text().contains("unknown"));
        m_fake->onCall.tell("checkout", covered(), {FakeOnCall::shift("Ana", {}, {})});
        connectPager();
        QTRY_COMPARE(line()->text(), QStringLiteral("On call: Ana"));
    }
};

QTEST_MAIN(TestServiceOnCall)
#include "tst_serviceoncall.moc"
