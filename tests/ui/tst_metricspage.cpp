#include "tests/support/fakepage.h"
#include "tests/support/uistage.h"
#include "ui/pages/metrics/factory.h"
#include "ui/widgets/timechart.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>

using namespace quarterdeck;

/// The page of metrics: what is asked, what is drawn and said of it, and what keys and mouse do.
class TestMetricsPage : public QObject {
    Q_OBJECT

    std::unique_ptr<FakePage> m_fake;
    std::unique_ptr<Page> m_page;

    Result<Dated<std::vector<Series>>> answer(const MetricQuery &query) const
    {
        if (query.expression.contains(QStringLiteral("sum by ("))) {
            return fail(ErrorKind::Rejected, QStringLiteral("1:9: parse error: unclosed left parenthesis"));
        }
        std::vector<Series> all;
        for (const char *job : {"api", "web"}) {
            Series series;
            series.labels = {{QStringLiteral("__name__"), QStringLiteral("up")}, {QStringLiteral("job"), QLatin1StringView(job)}};
            series.source = QStringLiteral("prom");
            series.unit = query.expression.startsWith(QStringLiteral("bytes")) ? QStringLiteral("By") : QStringLiteral("s");
            for (int i = 0; i < 60; ++i) {
                series.samples.push_back({query.range.from.ms + i * 60'000, *job == 'a' ? i : 100.0 - i});
            }
            all.push_back(series);
        }
        Dated<std::vector<Series>> dated {all, m_fake->clock.now(), m_fake->telemetry.failures.empty(), {}};
        dated.asked = {QStringLiteral("prom")};
        dated.warnings = m_fake->telemetry.warnings;
        dated.failures = m_fake->telemetry.failures;
        if (!dated.failures.empty()) {
            dated.error = dated.failures.front().error;
        }
        return dated;
    }
    void open(const QMap<QString, QString> &arguments = {})
    {
        m_page.reset(makeMetricsPage()->create(m_fake->context(), nullptr));
        QVERIFY(showAndWait(*m_page, {1270, 830}));
        m_page->show({QStringLiteral("metrics"), {}, arguments});
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    template <class T> T *find(const char *name) const { return m_page->findChild<T *>(QLatin1StringView(name)); }
    QLineEdit *edit(int number = 1) const { return find<QLineEdit>(qPrintable(QStringLiteral("metrics.query%1.edit").arg(number))); }
    QString note(int number = 1) const
    {
        const auto *label = find<QLabel>(qPrintable(QStringLiteral("metrics.query%1.note").arg(number)));
        return label->isVisible() ? label->text() : QString();
    }
    void type(const QString &text, int number = 1) const
    {
        edit(number)->setFocus();
        edit(number)->selectAll();
        QTest::keyClicks(edit(number), text);
        QTest::keyClick(edit(number), Qt::Key_Return);
    }
    QTableView *legend() const { return find<QTableView>("metrics.legend"); }
    TimeChart *chart(int number = 1) const { return find<TimeChart>(qPrintable(QStringLiteral("metrics.chart%1").arg(number))); }
    void press(const char *verb) const { find<QAction>(verb)->trigger(); }
    QStringList expressions() const
    {
        QStringList all;
        for (const MetricQuery &query : m_fake->telemetry.rangeQueries) {
            all << query.expression;
        }
        return all;
    }
    QWidget *popup(int number = 1) const { return edit(number)->findChild<QCompleter *>()->popup(); }

private slots:
    void init()
    {
        m_fake = std::make_unique<FakePage>();
        m_fake->theme.apply(*qApp);
        SourceStatus status;
        status.id = QStringLiteral("prom");
        status.faces = Face::Metrics;
        status.freshness = Freshness::Live;
        m_fake->sources.setStatus(status);
        m_fake->telemetry.onRange = [this](const MetricQuery &query) { return answer(query); };
        m_fake->telemetry.nameList = {
            {QStringLiteral("http_requests_total"), QStringLiteral("counter"), QStringLiteral("Requests"), {}}, {QStringLiteral("up"), {}, {}, {}}};
        m_fake->telemetry.labelList = {{QStringLiteral("job"), {QStringLiteral("api"), QStringLiteral("web \"x\"")}}};
    }
    void cleanup()
    {
        m_page.reset();
        m_fake.reset();
    }

    void asksForWhatIsTypedAndDrawsIt()
    {
        open();
        QTRY_VERIFY(edit()->hasFocus());
        QVERIFY(find<QWidget>("metrics.empty")->isVisible());
        type(QStringLiteral("up{job=~\".+\"}"));
        QTRY_COMPARE(legend()->model()->rowCount(), 2);
        QCOMPARE(expressions(), QStringList {QStringLiteral("up{job=~\".+\"}")});
        QVERIFY(chart()->isVisible() && chart()->toCsv().count('\n') > 50);
        QCOMPARE(note(), QString());
        QCOMPARE(m_page->current().arguments.value(QStringLiteral("q")), QStringLiteral("up{job=~\".+\"}"));
        takePicture(*m_page, QStringLiteral("metricspage"));
    }

    void anErrorOfTheServerStandsAtItsQueryInItsWords()
    {
        open({{QStringLiteral("q"), QStringLiteral("up")}, {QStringLiteral("q2"), QStringLiteral("sum by (")}});
        QTRY_VERIFY2(note(2).contains(QStringLiteral("unclosed left parenthesis")), qPrintable(note(2)));
        QCOMPARE(note(1), QString());
        QCOMPARE(legend()->model()->rowCount(), 2);
        QVERIFY(edit(2)->accessibleDescription().contains(QStringLiteral("unclosed")));
    }

    void whatIsNotWholeIsSaid()
    {
        m_fake->telemetry.warnings = {QStringLiteral("a store did not answer")};
        m_fake->telemetry.failures = {
            {QStringLiteral("eu"), Error {ErrorKind::Offline, QStringLiteral("eu: no route to host"), {}, 0, std::nullopt}, {}}};
        open({{QStringLiteral("q"), QStringLiteral("up")}});
        QTRY_VERIFY2(note().contains(QStringLiteral("eu: no route to host")), qPrintable(note()));
        QVERIFY2(note().contains(QStringLiteral("a store did not answer")), qPrintable(note()));
    }

    void queriesAreAddedSwitchedOffAndRemoved()
    {
        open({{QStringLiteral("q"), QStringLiteral("up")}});
        QTRY_COMPARE(legend()->model()->rowCount(), 2);
        chart()->setFocus();
        QTest::keyClick(chart(), Qt::Key_A);
        QTRY_VERIFY(edit(2) != nullptr && edit(2)->hasFocus());
        type(QStringLiteral("down"), 2);
        QTRY_COMPARE(legend()->model()->rowCount(), 4);
        QTest::keyClick(edit(2), Qt::Key_T, Qt::ControlModifier);
        QTRY_COMPARE(legend()->model()->rowCount(), 2);
        QVERIFY(!find<QCheckBox>("metrics.query2.on")->isChecked());
        QCOMPARE(m_page->current().arguments.value(QStringLiteral("off2")), QStringLiteral("1"));
        QTest::mouseClick(find<QCheckBox>("metrics.query2.on"), Qt::LeftButton, {}, QPoint(8, 10));
        QTRY_COMPARE(legend()->model()->rowCount(), 4);
        edit(1)->setFocus();
        QTest::keyClick(edit(1), Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(edit(2) == nullptr);
        QCOMPARE(edit(1)->text(), QStringLiteral("down"));
        // The last one stays.
        QTest::keyClick(edit(1), Qt::Key_D, Qt::ControlModifier);
        QVERIFY(edit(1) != nullptr);
    }

    void namesAndLabelsAreOfferedAndPutIn()
    {
        open();
        QTRY_VERIFY(edit()->hasFocus());
        QTest::keyClicks(edit(), QStringLiteral("rate(http"));
        QTRY_VERIFY(popup()->isVisible());
        QTest::keyClick(popup(), Qt::Key_Down);
        QTest::keyClick(popup(), Qt::Key_Return);
        QCOMPARE(edit()->text(), QStringLiteral("rate(http_requests_total"));
        QVERIFY(m_fake->telemetry.rangeQueries.empty());
        QTest::keyClicks(edit(), QStringLiteral("{job="));
        QTRY_VERIFY(popup()->isVisible());
        QCOMPARE(m_fake->telemetry.labelQueries.back().selector, QStringLiteral("http_requests_total"));
        QTest::keyClick(popup(), Qt::Key_Down);
        QTest::keyClick(popup(), Qt::Key_Down);
        QTest::keyClick(popup(), Qt::Key_Return);
        QCOMPARE(edit()->text(), QStringLiteral("rate(http_requests_total{job=\"web \\\"x\\\"\""));
    }

    void theFormWritesTheQuery()
    {
        open();
        press("metricsForm");
        auto *form = find<QDialog>("metrics.form");
        QVERIFY(form != nullptr);
        QVERIFY(QTest::qWaitForWindowActive(form));
        const auto field = [form](const char *name) {
            return form->findChild<QLineEdit *>(QLatin1StringView("metrics.form.") + QLatin1StringView(name));
        };
        QTest::keyClicks(field("metric"), QStringLiteral("http_requests_total"));
        QTest::keyClicks(field("filters"), QStringLiteral("job=\"a"));
        QVERIFY(!form->findChild<QWidget *>(QStringLiteral("metrics.form.accept"))->isEnabled());
        QTest::keyClicks(field("filters"), QStringLiteral("pi\""));
        form->findChild<QComboBox *>(QStringLiteral("metrics.form.over"))->setCurrentIndex(1);
        form->findChild<QComboBox *>(QStringLiteral("metrics.form.fold"))->setCurrentIndex(1);
        QTest::keyClicks(field("by"), QStringLiteral("code"));
        const QString wanted = QStringLiteral("sum by (code) (rate(http_requests_total{job=\"api\"}[5m]))");
        QCOMPARE(form->findChild<QLabel *>(QStringLiteral("metrics.form.preview"))->text(), wanted);
        takePicture(*form, QStringLiteral("metricsform"));
        QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
        // Without a window manager the dialog is not active again once a list has closed: no key reaches its shortcuts.
        QTest::mouseClick(form->findChild<QWidget *>(QStringLiteral("metrics.form.accept")), Qt::LeftButton);
        QTRY_COMPARE(edit()->text(), wanted);
        QTRY_VERIFY(expressions().contains(wanted));
    }

    void theLegendShowsOneAloneAndHides()
    {
        open({{QStringLiteral("q"), QStringLiteral("up")}});
        QTRY_COMPARE(legend()->model()->rowCount(), 2);
        const auto columns = [this] { return chart()->toCsv().split('\n').first().count(','); };
        QCOMPARE(columns(), 2);
        const QRect first = legend()->visualRect(legend()->model()->index(0, 0));
        QTest::mouseClick(legend()->viewport(), Qt::LeftButton, {}, first.center());
        QTRY_COMPARE(columns(), 1);
        QCOMPARE(m_page->exportCsv().split('\n').first().count(','), 1);
        legend()->setFocus();
        QTest::keyClick(legend(), Qt::Key_Return);
        QTRY_COMPARE(columns(), 2);
        QTest::keyClick(legend(), Qt::Key_H);
        QTRY_COMPARE(columns(), 1);
        QVERIFY(legend()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("hidden")));
        QTest::keyClick(legend(), Qt::Key_H, Qt::ShiftModifier);
        QTRY_COMPARE(columns(), 2);
    }

    void theLegendSortsByItsFigures()
    {
        open({{QStringLiteral("q"), QStringLiteral("up")}});
        QTRY_COMPARE(legend()->model()->rowCount(), 2);
        const QAbstractItemModelTester tester(legend()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(legend()->model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("Last"));
        legend()->sortByColumn(3, Qt::DescendingOrder);
        const QString most = legend()->model()->index(0, 3).data().toString();
        QVERIFY2(most.startsWith(QStringLiteral("100")), qPrintable(most));
        legend()->sortByColumn(3, Qt::AscendingOrder);
        QCOMPARE(legend()->model()->index(1, 3).data().toString(), most);
    }

    void unitsThatDifferHaveChartsOfTheirOwnWithOneCrosshair()
    {
        open({{QStringLiteral("q"), QStringLiteral("up")}, {QStringLiteral("q2"), QStringLiteral("bytes")}});
        QTRY_VERIFY(chart(2) != nullptr);
        QCOMPARE(chart()->range(), chart(2)->range());
        chart()->setFocus();
        QTest::keyClick(chart(), Qt::Key_Left);
        QVERIFY(m_fake->time.crosshair().isValid());
        const TimeRange some {m_fake->clock.now() - Millis(1'200'000), m_fake->clock.now() - Millis(600'000)};
        emit chart()->rangeSelected(some);
        QCOMPARE(m_fake->time.range(), some);
        QTRY_COMPARE(chart(2)->range(), some);
        QCOMPARE(m_fake->telemetry.rangeQueries.back().range, some);
        press("metricsTable");
        QVERIFY(chart()->isTableShown() && chart(2)->isTableShown());
    }

    void optionsAreKept()
    {
        open({{QStringLiteral("q"), QStringLiteral("up")}});
        QTRY_COMPARE(legend()->model()->rowCount(), 2);
        chart()->setFocus();
        QTest::keyClick(chart(), Qt::Key_L);
        QTest::keyClick(chart(), Qt::Key_P);
        QTest::keyClick(chart(), Qt::Key_C);
        QTRY_COMPARE(legend()->model()->rowCount(), 4);
        auto *threshold = find<QLineEdit>("metrics.threshold");
        press("metricsThreshold");
        QTRY_VERIFY(threshold->hasFocus());
        QTest::keyClicks(threshold, QStringLiteral("12.5"));
        QTest::keyClick(threshold, Qt::Key_Return);
        const QMap<QString, QString> kept = m_page->current().arguments;
        QCOMPARE(kept.value(QStringLiteral("log")), QStringLiteral("1"));
        QCOMPARE(kept.value(QStringLiteral("steps")), QStringLiteral("1"));
        QCOMPARE(kept.value(QStringLiteral("compare")), QStringLiteral("1d"));
        QCOMPARE(kept.value(QStringLiteral("threshold")), QStringLiteral("12.5"));
        // A stack of logarithms means nothing.
        press("metricsStacked");
        QVERIFY(!m_page->current().arguments.contains(QStringLiteral("log")));
        takePicture(*m_page, QStringLiteral("metricspage-compared"));
        open(kept);
        QTRY_COMPARE(legend()->model()->rowCount(), 4);
        QCOMPARE(m_page->current().arguments, kept);
        QVERIFY(find<QAbstractButton>("metrics.logarithmic")->isChecked());
        // What is no number is said, and the threshold before stays.
        threshold = find<QLineEdit>("metrics.threshold");
        threshold->setFocus();
        threshold->selectAll();
        QTest::keyClicks(threshold, QStringLiteral("many"));
        QTest::keyClick(threshold, Qt::Key_Return);
        QVERIFY(threshold->accessibleDescription().contains(QStringLiteral("many")));
        QCOMPARE(m_page->current().arguments.value(QStringLiteral("threshold")), QStringLiteral("12.5"));
    }

    void whatFiredIsMarkedAndLeadsToTheAlert()
    {
        Incident incident;
        incident.fingerprint = AlertKey {QStringLiteral("am"), QStringLiteral("7")}.toString();
        incident.title = QStringLiteral("Burns");
        incident.created = m_fake->clock.now() - Millis(600'000);
        m_fake->reader.incidentList = {incident};
        open({{QStringLiteral("q"), QStringLiteral("up")}});
        QTRY_COMPARE(legend()->model()->rowCount(), 2);
        QTest::qWait(20);
        emit chart()->markerActivated(0);
        QCOMPARE(m_fake->navigator.destinations.size(), std::size_t(1));
        QCOMPARE(m_fake->navigator.destinations.front().object, incident.fingerprint);
    }

    void isSavedAndCopied()
    {
        open({{QStringLiteral("q"), QStringLiteral("up{a=\"b c\"}")}});
        QTRY_COMPARE(legend()->model()->rowCount(), 2);
        press("metricsCopy");
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("qdeck metrics --since 1h 'up{a=\"b c\"}'"));
        const QTemporaryDir folder;
        for (const char *kind : {"svg", "png"}) {
            press(*kind == 's' ? "metricsSvg" : "metricsPng");
            auto *dialog = m_page->window()->findChild<QFileDialog *>(QStringLiteral("exportDialog"));
            QVERIFY(dialog != nullptr);
            const QString name = folder.filePath(QStringLiteral("x.") + QLatin1StringView(kind));
            emit dialog->fileSelected(name);
            delete dialog;
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(bytes.size() > 1000);
            if (*kind == 's') {
                QVERIFY(bytes.contains("<svg") && bytes.contains("<polyline") && !bytes.contains("data:image"));
            } else {
                QVERIFY(!QImage::fromData(bytes, "PNG").isNull());
            }
        }
        const QList<QByteArray> rows = m_page->exportCsv().split('\n');
        QVERIFY2(rows.first().startsWith("time,"), rows.first().constData());
        QVERIFY(rows.size() > 50);
    }

    void pausedItAsksNothingAndRefreshAsksForAll()
    {
        open({{QStringLiteral("q"), QStringLiteral("up")}});
        QTRY_COMPARE(legend()->model()->rowCount(), 2);
        const std::size_t asked = m_fake->telemetry.rangeQueries.size();
        m_fake->sources.setPaused(true);
        m_fake->clock.advance(Millis(120'000));
        QTest::qWait(1200);
        QCOMPARE(m_fake->telemetry.rangeQueries.size(), asked);
        m_fake->sources.setPaused(false);
        QTRY_VERIFY_WITH_TIMEOUT(m_fake->telemetry.rangeQueries.size() > asked, 3000);
        press("metricsRefresh");
        QTRY_COMPARE(m_fake->telemetry.rangeQueries.back().range, m_fake->time.range());
    }

    void withoutASourceItSaysSo()
    {
        m_fake->sources.statusList.clear();
        open({{QStringLiteral("q"), QStringLiteral("up")}});
        QTRY_VERIFY(find<QWidget>("metrics.empty")->isVisible());
        QVERIFY(!chart()->isVisible());
    }
};

QTEST_MAIN(TestMetricsPage)
#include "tst_metricspage.moc"
