#include "tests/support/realservers.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowhands.h"
#include "ui/widgets/timechart.h"

#include <QCompleter>
#include <QLineEdit>
#include <QTableView>

using namespace quarterdeck;

/// The page of metrics in the whole window, against a real Prometheus that watches itself.
class TestMetricsWindow : public QObject {
    Q_OBJECT

    RealPrometheus m_prometheus;
    WindowBench m_b;

    QLineEdit *edit() const { return m_b.find<QLineEdit>("metrics.query1.edit"); }
    QTableView *legend() const { return m_b.find<QTableView>("metrics.legend"); }
    QString note() const { return m_b.find<QLabel>("metrics.query1.note")->text(); }

private slots:
    void initTestCase()
    {
        if (!RealPrometheus::isInstalled()) {
            QSKIP("prometheus is not installed");
        }
        m_prometheus.setTargets({QStringLiteral("127.0.0.1:%1").arg(m_prometheus.port())});
        QVERIFY2(m_prometheus.start(), m_prometheus.log());
        QVERIFY(m_b.write(QStringLiteral("config.yaml"),
            "version: 1\ncurrent-context: test\ncontexts:\n- {name: test, backends: [prom]}\nbackends:\n- {name: prom, type: prometheus, "
            "poll_interval: 1s, url: '"
                + m_prometheus.url().toEncoded() + "'}\n"));
        QVERIFY(m_b.open());
        QTRY_COMPARE_WITH_TIMEOUT(m_b.status(QStringLiteral("prom")).freshness, Freshness::Live, 20'000);
    }

    void namesOfTheServerAreOffered()
    {
        WindowHands hands(m_b.window());
        hands.press(Qt::Key_G);
        hands.press(Qt::Key_M);
        QTRY_VERIFY(edit() != nullptr && edit()->hasFocus());
        const QWidget *popup = edit()->findChild<QCompleter *>()->popup();
        // The first scrape may not have come yet.
        const auto isOffered = [&] {
            edit()->clear();
            QTest::keyClicks(edit(), QStringLiteral("go_gorou"));
            return QTest::qWaitFor([popup] { return popup->isVisible(); }, 1500);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isOffered(), 60'000);
        QTest::keyClick(edit()->findChild<QCompleter *>()->popup(), Qt::Key_Down);
        QTest::keyClick(edit()->findChild<QCompleter *>()->popup(), Qt::Key_Return);
        QCOMPARE(edit()->text(), QStringLiteral("go_goroutines"));
        QTest::keyClicks(edit(), QStringLiteral("{"));
        QTRY_VERIFY_WITH_TIMEOUT(popup->isVisible(), 10'000);
        const auto *rows = edit()->findChild<QCompleter *>()->completionModel();
        QTRY_COMPARE(rows->index(0, 0).data().toString(), QStringLiteral("instance"));
        QTest::keyClick(edit()->findChild<QCompleter *>()->popup(), Qt::Key_Escape);
    }

    void theAnswerIsDrawnAndKeptOverARestart()
    {
        edit()->setFocus();
        edit()->selectAll();
        QTest::keyClicks(edit(), QStringLiteral("time() - 1.7e9"));
        QTest::keyClick(edit(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(legend()->model()->rowCount(), 1, 10'000);
        QTRY_VERIFY(m_b.find<TimeChart>("metrics.chart1")->toCsv().count('\n') > 100);
        QCOMPARE(note(), QString());
        m_b.close();
        QVERIFY(m_b.open());
        QTRY_VERIFY(edit() != nullptr);
        QCOMPARE(edit()->text(), QStringLiteral("time() - 1.7e9"));
        QTRY_COMPARE_WITH_TIMEOUT(legend()->model()->rowCount(), 1, 20'000);
    }

    void theServersOwnWordsStandAtTheQuery()
    {
        edit()->setFocus();
        edit()->selectAll();
        QTest::keyClicks(edit(), QStringLiteral("sum by (job) (go_goroutines"));
        QTest::keyClick(edit(), Qt::Key_Return);
        QTRY_VERIFY2_WITH_TIMEOUT(note().contains(QStringLiteral("parse error")), qPrintable(note()), 10'000);
    }

    void withTheServerGoneItSaysHowOldTheLinesAre()
    {
        edit()->setFocus();
        edit()->selectAll();
        QTest::keyClicks(edit(), QStringLiteral("vector(7)"));
        QTest::keyClick(edit(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(legend()->model()->rowCount(), 1, 10'000);
        m_prometheus.stop();
        m_b.find<QAction>("metricsRefresh")->trigger();
        QTRY_VERIFY2_WITH_TIMEOUT(note().contains(QStringLiteral("Not up to date, as of")), qPrintable(note()), 20'000);
        QCOMPARE(legend()->model()->rowCount(), 1);
    }

    void cleanupTestCase() { m_b.close(); }
};

QTEST_MAIN(TestMetricsWindow)
#include "tst_metricswindow.moc"
