#include "tests/support/fakepage.h"
#include "ui/pages/services/factory.h"
#include "ui/widgets/histogrambar.h"
#include "ui/widgets/logview.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>

using namespace quarterdeck;

/// The log of a service: whose lines, what is missing, and no other service's.
class TestServiceLogs : public QObject {
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
        m_page.reset(makeServicesPage()->create(m_fake->context(), nullptr));
        m_page->resize(1270, 830);
        m_page->setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    LogLine logLine(qint64 agoMs, const QByteArray &text) const
    {
        LogLine line;
        line.source = QStringLiteral("web1");
        line.nanos = (m_fake->clock.now().ms - agoMs) * 1'000'000;
        line.cursor = QString::fromUtf8(text);
        line.service = QStringLiteral("checkout");
        line.level = LogLevel::Error;
        line.text = text;
        return line;
    }

private slots:
    void init()
    {
        m_fake = std::make_unique<FakePage>();
        m_fake->theme.apply(*qApp);
        m_fake->telemetry.asOf = m_fake->clock.now();
    }
    void cleanup()
    {
        m_page.reset();
        m_fake.reset();
    }

    void everyLogSourceIsNamedAndOneThatIsAwayIsSaid()
    {
        m_fake->telemetry.asked = QStringList {"web1", "web9"};
        m_fake->telemetry.failures = {{"web9", {ErrorKind::Offline, "web9: connection refused", {}, 0, std::nullopt}, {}}};
        m_fake->telemetry.staleness = m_fake->telemetry.failures.front().error;
        m_fake->telemetry.lineList = {logLine(1'000, "newest")};
        open();
        m_page->show({"services", "checkout", {}});
        auto *head = m_page->findChild<QWidget *>("serviceLogHead");
        const auto words = [head] {
            QString all = head->accessibleName();
            for (const QLabel *one : head->findChildren<QLabel *>()) {
                all += one->text();
            }
            return all;
        };
        QTRY_VERIFY2(words().contains("web1, web9"), qPrintable(words()));
        // The other one is followed all the same.
        QTRY_VERIFY(m_fake->telemetry.lastTail != nullptr);
    }

    void theLogAsksForLinesOfAClockThatIsAhead()
    {
        m_fake->telemetry.lineList = {logLine(-240'000, "four minutes ahead")};
        open();
        m_page->show({"services", "checkout", {}});
        auto *lines = m_page->findChild<LogView *>("serviceLogLines");
        QTRY_COMPARE(lines->lineCount(), 1);
    }

    void anotherServicesBarsAreNotLeftStanding()
    {
        m_fake->telemetry.lineList = {logLine(120'000, "old")};
        open();
        m_page->show({"services", "checkout", {}});
        auto *bar = m_page->findChild<HistogramBar *>("serviceLogHistogram");
        QTRY_VERIFY2(bar->accessibleName().contains("1 line"), qPrintable(bar->accessibleName()));
        m_fake->telemetry.answers.isHeld = true;
        m_page->show({"services", "zoo", {}});
        QVERIFY2(bar->accessibleName().contains("0 line"), qPrintable(bar->accessibleName()));
        m_fake->telemetry.answers.release();
    }

    void aRecordOpensWhole()
    {
        m_fake->telemetry.lineList = {logLine(1'000, "panic\n  at one\n  at two")};
        open();
        m_page->show({"services", "checkout", {}});
        auto *lines = m_page->findChild<LogView *>("serviceLogLines");
        QTRY_COMPARE(lines->lineCount(), 1);
        emit lines->lineActivated(0);
        auto *text = m_page->findChild<QPlainTextEdit *>("logLineText");
        QVERIFY(text != nullptr);
        QVERIFY(text->toPlainText().contains("panic\n  at one\n  at two"));
    }
};

QTEST_MAIN(TestServiceLogs)
#include "tst_servicelogs.moc"
