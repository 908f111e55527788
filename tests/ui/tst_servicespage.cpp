#include "tests/support/fakepage.h"
#include "ui/pages/services/factory.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/timechart.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace quarterdeck;

namespace {

Service service(const QString &name, const QString &owner = QStringLiteral("payments"))
{
    Service s;
    s.name = name;
    s.owner = owner;
    s.tier = QStringLiteral("1");
    return s;
}

Panel panel(const QString &title)
{
    return {title, title + QStringLiteral("_total"), QStringLiteral("1"), 0.5, QStringLiteral("prom")};
}

Alert alert(const FakePage &fake, const QString &id, const QString &service, Severity severity)
{
    Alert a;
    a.key = {QStringLiteral("am"), id};
    a.title = QStringLiteral("PoolExhausted");
    a.service = service;
    a.severity = severity;
    a.startsAt = fake.clock.now() - Millis(360'000);
    a.labels = {{"instance", "db-1"}};
    return a;
}

Series line(const FakePage &fake, double value)
{
    Series s;
    s.unit = QStringLiteral("1");
    for (qint64 ms = fake.clock.now().ms - 3'600'000; ms <= fake.clock.now().ms; ms += 15'000) {
        s.samples.push_back({ms, value});
    }
    return s;
}

LogLine logLine(const FakePage &fake, qint64 agoMs, const QByteArray &text, LogLevel level = LogLevel::Error)
{
    LogLine l;
    l.source = QStringLiteral("journal");
    l.nanos = (fake.clock.now().ms - agoMs) * 1'000'000;
    l.cursor = QString::fromUtf8(text);
    l.service = QStringLiteral("checkout");
    l.level = level;
    l.text = text;
    return l;
}

} // namespace

class TestServicesPage : public QObject {
    Q_OBJECT

    std::unique_ptr<FakePage> m_fake;
    std::unique_ptr<Page> m_page;

    void open(std::size_t panels = 4)
    {
        Service checkout = service("checkout");
        for (std::size_t i = 0; i < panels; ++i) {
            checkout.panels.push_back(panel(QStringLiteral("Panel %1").arg(i)));
        }
        checkout.dependsOn = {"orders-db"};
        Service db = service("orders-db");
        db.dependents = {"checkout"};
        m_fake->reader.serviceList = {checkout, db, service("zoo", {})};
        m_page.reset(makeServicesPage()->create(m_fake->context(), nullptr));
        m_page->resize(1270, 830);
        m_page->setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->activateWindow();
        QTRY_COMPARE(table()->model()->rowCount(), 3);
    }
    QTableView *table() const { return m_page->findChild<QTableView *>("servicesTable"); }
    QString label(const QString &name) const { return m_page->findChild<QLabel *>(name)->text(); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }

private slots:
    void init()
    {
        m_fake = std::make_unique<FakePage>();
        m_fake->theme.apply(*qApp);
        m_fake->sources.setStatus("am", "alertmanager", Freshness::Live, m_fake->clock.now());
        m_fake->sources.setStatus("prom", "prometheus", Freshness::Live, m_fake->clock.now());
        m_fake->telemetry.asOf = m_fake->clock.now();
        m_fake->telemetry.seriesList = {line(*m_fake, 0.25)};
    }

    void cleanup()
    {
        m_page.reset();
        m_fake.reset();
    }

    void listSaysWhatFails()
    {
        m_fake->reader.alertList = {alert(*m_fake, "1", "checkout", Severity::Critical)};
        open();
        QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        QTRY_COMPARE(label("servicesTitle"), QStringLiteral("1 service(s) failing"));
        QCOMPARE(cell(0, 1), QStringLiteral("checkout"));
        QCOMPARE(cell(0, 0), QStringLiteral("Failing"));
        QCOMPARE(cell(1, 0), QStringLiteral("Healthy"));
        QCOMPARE(cell(2, 2), QStringLiteral("no owner"));
    }

    void nothingIsWellWhileASourceIsNotLive()
    {
        open();
        QTRY_COMPARE(label("servicesTitle"), QStringLiteral("All services healthy"));
        m_fake->sources.setStatus("prom", "prometheus", Freshness::Unreachable, m_fake->clock.now());
        QTRY_COMPARE(cell(0, 0), QStringLiteral("Unknown"));
        QCOMPARE(cell(2, 0), QStringLiteral("Unknown"));
        QVERIFY(label("servicesTitle") != QStringLiteral("All services healthy"));
        QVERIFY(m_page->findChild<QWidget *>("servicesStrip")->findChild<QLabel *>("staleSentence")->text().contains("prom"));
        m_page->show({"services", "checkout", {}});
        QTRY_VERIFY(label("serviceFinding").contains("health unknown"));
    }

    void nothingIsWellWithoutASourceOfAlerts()
    {
        m_fake->sources.statusList.clear();
        m_fake->sources.setStatus("prom", "prometheus", Freshness::Live, m_fake->clock.now());
        open();
        QTRY_COMPARE(label("servicesTitle"), QStringLiteral("Health unknown: no alert source connected"));
        QCOMPARE(cell(0, 0), QStringLiteral("Unknown"));
        QVERIFY(m_page->findChild<QWidget *>("servicesStrip")->findChild<QLabel *>("staleSentence")->text().contains("No alert source"));
        m_page->show({"services", "checkout", {}});
        QTRY_COMPARE(label("serviceFinding"), QStringLiteral("health unknown: no alert source is connected"));
        const auto saysNone = [this] {
            const auto labels = m_page->findChild<QWidget *>("serviceSide")->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *one) { return one->text().startsWith("Unknown: no alert source"); });
        };
        QTRY_VERIFY(saysNone());
        m_fake->sources.setStatus("am", "alertmanager", Freshness::Live, m_fake->clock.now());
        QTRY_COMPARE(label("serviceFinding"), QStringLiteral("healthy, no open alerts"));
    }

    void aServiceNobodyNamesIsNotWell()
    {
        open();
        m_page->show({"services", "unheard-of", {}});
        QTRY_VERIFY(label("serviceFinding").startsWith("health unknown"));
        m_page->show({"services", "checkout", {}});
        QTRY_COMPARE(label("serviceFinding"), QStringLiteral("healthy, no open alerts"));
    }

    void whatWasNotAskedWasNotLookedFor()
    {
        m_fake->telemetry.seriesList = {};
        m_fake->sources.setStatus("prom", "prometheus", Freshness::Unreachable, m_fake->clock.now());
        open();
        m_page->show({"services", "unheard-of", {}});
        const auto sentence = [&] { return m_page->findChild<QWidget *>("servicePanels")->findChild<QLabel *>("emptySentence")->text(); };
        QTRY_COMPARE(sentence(), QStringLiteral("No metrics known for this service."));
        m_fake->sources.setStatus("prom", "prometheus", Freshness::Live, m_fake->clock.now());
        m_page->show({"services", "checkout", {}});
        m_page->show({"services", "unheard-of", {}});
        QTRY_COMPARE(sentence(), QStringLiteral("No standard metrics found for this service."));
    }

    void nothingIsWellWhileAlertsAreUnread()
    {
        m_fake->reader.answers.isHeld = true;
        m_fake->reader.serviceList = {service("checkout")};
        m_page.reset(makeServicesPage()->create(m_fake->context(), nullptr));
        m_page->setVisible(true);
        m_fake->reader.answers.isHeld = false;
        ChangeSet services;
        services.services = true;
        m_fake->reader.announce(services);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(cell(0, 0), QStringLiteral("Unknown"));
        m_fake->reader.answers.release();
        QTRY_COMPARE(cell(0, 0), QStringLiteral("Healthy"));
    }

    void aLiveAlertChangesTheFindingInPlace()
    {
        open();
        m_page->show({"services", "checkout", {}});
        QTRY_COMPARE(label("serviceFinding"), QStringLiteral("healthy, no open alerts"));
        ChangeSet changes;
        changes.changedAlerts = {alert(*m_fake, "1", "checkout", Severity::Critical)};
        m_fake->reader.apply(changes);
        QTRY_COMPARE(label("serviceFinding"), QStringLiteral("failing, 1 open alert(s) since 14:30"));
        QVERIFY(m_page->findChild<QAbstractButton *>("serviceAlert_am:1") != nullptr);
        QTest::mouseClick(m_page->findChild<QAbstractButton *>("serviceAlert_am:1"), Qt::LeftButton);
        QCOMPARE(m_fake->navigator.destinations.back().page, QStringLiteral("inbox"));
        QCOMPARE(m_fake->navigator.destinations.back().object, QStringLiteral("am:1"));
    }

    void keysOpenAndComeBack()
    {
        open();
        QTest::keyClick(table(), Qt::Key_Slash);
        auto *filter = m_page->findChild<QLineEdit *>("servicesFilter");
        QTRY_VERIFY(filter->hasFocus());
        QTest::keyClicks(filter, "orders");
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_VERIFY(table()->hasFocus());
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_COMPARE(m_page->current().object, QStringLiteral("orders-db"));
        QTest::keyClick(m_page.get(), Qt::Key_Backspace);
        QTRY_COMPARE(m_page->current().object, QString());
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_COMPARE(m_page->current().object, QStringLiteral("orders-db"));
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QTRY_COMPARE(m_page->current().object, QString());
    }

    void fourChartsShareOneCrosshairAndThreshold()
    {
        open();
        m_page->show({"services", "checkout", {}});
        const auto charts = m_page->findChildren<TimeChart *>();
        QCOMPARE(charts.size(), 4);
        QTRY_COMPARE(m_fake->telemetry.rangeQueries.size(), 4u);
        QTRY_VERIFY(charts[0]->summary().contains("25"));
        QSignalSpy moved(&m_fake->time, &TimeControl::crosshairChanged);
        emit charts[2]->crosshairMoved(m_fake->clock.now() - Millis(60'000));
        QCOMPARE(moved.count(), 1);
        QTest::keyClick(m_page.get(), Qt::Key_T);
        QVERIFY(charts[0]->isTableShown() && charts[3]->isTableShown());
        const TimeRange selected {m_fake->clock.now() - Millis(600'000), m_fake->clock.now() - Millis(300'000)};
        emit charts[1]->rangeSelected(selected);
        QVERIFY(!m_fake->time.isSliding());
        QTRY_COMPARE(charts[3]->range(), selected);
    }

    void onlyTheEndIsAskedAgain()
    {
        open(1);
        m_page->show({"services", "checkout", {}});
        QTRY_COMPARE(m_fake->telemetry.rangeQueries.size(), 1u);
        QCOMPARE(m_fake->telemetry.rangeQueries[0].range.length(), Millis(3'600'000));
        m_fake->clock.advance(Millis(20'000));
        QTRY_COMPARE_WITH_TIMEOUT(m_fake->telemetry.rangeQueries.size(), 2u, 5000);
        QVERIFY(m_fake->telemetry.rangeQueries[1].range.length() < Millis(60'000));
        QCOMPARE(m_fake->telemetry.rangeQueries[1].range.to, m_fake->clock.now());
        m_fake->sources.setPaused(true);
        m_fake->clock.advance(Millis(60'000));
        QTest::qWait(1500);
        QCOMPARE(m_fake->telemetry.rangeQueries.size(), 2u);
    }

    void whatCameWithAWarningIsAskedForAgainWhole()
    {
        m_fake->telemetry.warnings = {QStringLiteral("a store did not answer")};
        open(1);
        m_page->show({"services", "checkout", {}});
        QTRY_COMPARE(m_fake->telemetry.rangeQueries.size(), 1u);
        const auto *chart = m_page->findChild<TimeChart *>();
        QTRY_COMPARE(chart->accessibleDescription(), QStringLiteral("The source warns: a store did not answer"));
        m_fake->telemetry.warnings.clear();
        m_fake->clock.advance(Millis(20'000));
        QTRY_COMPARE_WITH_TIMEOUT(m_fake->telemetry.rangeQueries.size(), 2u, 5000);
        QCOMPARE(m_fake->telemetry.rangeQueries[1].range.length(), Millis(3'600'000));
        QTRY_COMPARE(chart->accessibleDescription(), QString());
        m_fake->clock.advance(Millis(20'000));
        QTRY_COMPARE_WITH_TIMEOUT(m_fake->telemetry.rangeQueries.size(), 3u, 5000);
        QVERIFY(m_fake->telemetry.rangeQueries[2].range.length() < Millis(60'000));
    }

    void nothingIsAskedWhileHidden()
    {
        open(1);
        m_page->show({"services", "checkout", {}});
        QTRY_COMPARE(m_fake->telemetry.rangeQueries.size(), 1u);
        m_page->hide();
        m_fake->clock.advance(Millis(120'000));
        QTest::qWait(1300);
        QCOMPARE(m_fake->telemetry.rangeQueries.size(), 1u);
    }

    void withoutPanelsAndDataThePageExplains()
    {
        m_fake->telemetry.seriesList.clear();
        open(0);
        m_page->show({"services", "checkout", {}});
        QTRY_COMPARE(m_fake->telemetry.rangeQueries.size(), 4u);
        QTRY_VERIFY(m_page->findChild<QWidget *>("servicePanelsEmpty")->isVisible());
        QVERIFY(m_fake->telemetry.rangeQueries[0].expression.contains("http_requests_total{service=\"checkout\"}"));
    }

    void derivedPanelsWithDataAreShown()
    {
        m_fake->telemetry.onRange = [this](const MetricQuery &query) -> Result<Dated<std::vector<Series>>> {
            const bool isErrors = query.expression.contains("5..");
            return Dated<std::vector<Series>> {
                isErrors ? std::vector<Series>() : std::vector<Series> {line(*m_fake, 1)}, m_fake->clock.now(), true, {}};
        };
        open(0);
        m_page->show({"services", "checkout", {}});
        int shown = 0;
        QTRY_VERIFY([&] {
            shown = 0;
            for (const TimeChart *chart : m_page->findChildren<TimeChart *>()) {
                shown += chart->isVisible() ? 1 : 0;
            }
            return shown == 3;
        }());
        QVERIFY(!m_page->findChild<QWidget *>("servicePanelsEmpty")->isVisible());
    }

    void logsAreFollowedOnceEach()
    {
        m_fake->telemetry.lineList = {logLine(*m_fake, 120'000, "old"), logLine(*m_fake, 1'000, "newest")};
        open();
        m_page->show({"services", "checkout", {}});
        auto *lines = m_page->findChild<LogView *>("serviceLogLines");
        QTRY_COMPARE(lines->lineCount(), 2);
        QTRY_VERIFY(m_fake->telemetry.lastTail != nullptr);
        m_fake->telemetry.lastTail->feed({logLine(*m_fake, 1'000, "newest"), logLine(*m_fake, 0, "fresh")});
        QTRY_COMPARE(lines->lineCount(), 3);
        QCOMPARE(lines->line(2).text, QByteArray("fresh"));
        QTest::keyClick(m_page.get(), Qt::Key_L);
        QTRY_VERIFY(lines->hasFocus());
        m_page->hide();
        QTRY_VERIFY(m_fake->telemetry.lastTail == nullptr);
    }

    void oKeyOpensTheRunbookOfTheWorstAlert()
    {
        m_fake->reader.alertList = {alert(*m_fake, "1", "checkout", Severity::Warning)};
        m_fake->library.byAlert.insert("PoolExhausted", "pool");
        m_fake->library.markdowns.insert("pool", "# Pool\n\n- [ ] Look at {{ $labels.instance }}\n- [ ] Act\n");
        open();
        m_page->show({"services", "checkout", {}});
        QTest::keyClick(m_page.get(), Qt::Key_O);
        QVERIFY(!m_fake->navigator.destinations.empty());
        QCOMPARE(m_fake->navigator.destinations.back().page, QStringLiteral("runbooks"));
        QCOMPARE(m_fake->navigator.destinations.back().object, QStringLiteral("pool"));
        QCOMPARE(m_fake->navigator.destinations.back().arguments.value("alert"), QStringLiteral("am:1"));
    }

    void neighboursLeadOn()
    {
        open();
        m_page->show({"services", "checkout", {}});
        QAbstractButton *chip = nullptr;
        QTRY_VERIFY((chip = m_page->findChild<QAbstractButton *>("neighbour_orders-db")) != nullptr);
        QTest::mouseClick(chip, Qt::LeftButton);
        QCOMPARE(m_fake->navigator.destinations.back().object, QStringLiteral("orders-db"));
    }

    void rangeKeys()
    {
        open();
        m_page->show({"services", "checkout", {}});
        QTest::keyClick(m_page.get(), Qt::Key_BracketLeft);
        QVERIFY(!m_fake->time.isSliding());
        QCOMPARE(m_fake->time.range().to, m_fake->clock.now() - Millis(1'800'000));
        QTest::keyClick(m_page.get(), Qt::Key_BracketRight);
        QVERIFY(m_fake->time.isSliding());
        QTest::keyClick(m_page.get(), Qt::Key_Plus);
        QCOMPARE(m_fake->time.span(), Millis(1'800'000));
        QTest::keyClick(m_page.get(), Qt::Key_Minus);
        QCOMPARE(m_fake->time.span(), Millis(3'600'000));
    }

    void everyFocusableControlHasAName()
    {
        m_fake->reader.alertList = {alert(*m_fake, "1", "checkout", Severity::Warning)};
        open();
        m_page->show({"services", "checkout", {}});
        QTRY_COMPARE(m_fake->telemetry.rangeQueries.size(), 4u);
        for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
            if (widget->isVisibleTo(m_page.get()) && widget->focusPolicy() != Qt::NoFocus && !widget->objectName().startsWith("qt_")
                && widget->metaObject() != &QAbstractButton::staticMetaObject) {
                const auto *button = qobject_cast<const QAbstractButton *>(widget);
                const bool isNamed = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
                QVERIFY2(isNamed || widget->inherits("QScrollBar") || widget->inherits("QTableCornerButton") || widget->inherits("QHeaderView"),
                    qPrintable(widget->metaObject()->className() + QStringLiteral(" ") + widget->objectName()));
            }
        }
    }
};

QTEST_MAIN(TestServicesPage)
#include "tst_servicespage.moc"
