#include "tests/support/companywindow.h"
#include "tests/support/windowhands.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/timechart.h"

using namespace quarterdeck;

namespace {

constexpr int MostActions = 2;

} // namespace

/// The ten questions of an incident: each is answered in at most two actions from the alert. Live, and again from the cache with every
/// server gone.
class TestQuestions : public CompanyWindow {
    Q_OBJECT

    void addQuestions()
    {
        QTest::addColumn<QList<int>>("keys");
        QTest::addColumn<QStringList>("answers");
        const auto ask = [](const char *question, const QList<int> &keys, const QStringList &answers) { QTest::newRow(question) << keys << answers; };
        ask("1 what is broken, and how badly", {},
            {QStringLiteral("CheckoutBurns"), QStringLiteral("Seven of a hundred payments fail"), QStringLiteral("Critical")});
        ask("2 since when", {}, {QStringLiteral("firing since ")});
        ask("3 whose is it", {}, {QStringLiteral("Owner"), QStringLiteral("payments")});
        ask("4 who is on call", {}, {});
        ask("5 what changed just before", {}, {});
        ask("6 its metrics around the onset", {}, {QStringLiteral("chart")});
        ask("7 its logs around the onset", {Qt::Key_S}, {QStringLiteral("lines")});
        ask("8 what depends on what", {Qt::Key_S}, {QStringLiteral("Depends on"), QStringLiteral("orders-db")});
        ask("9 the procedure", {Qt::Key_O}, {QStringLiteral("Look for a deploy"), QStringLiteral("Roll back")});
        ask("10 what was done and said", {Qt::Key_Return, Qt::Key_End}, {QStringLiteral("a deploy ten minutes ago")});
    }
    // From the alert, as it is after the notification.
    void goToTheAlert()
    {
        const Alert alert = checkout();
        QVERIFY(alert.key.isValid());
        m_b.window().go({QStringLiteral("settings"), {}, {}});
        m_b.window().go({QStringLiteral("inbox"), alert.key.toString(), {}});
        QTRY_COMPARE(m_b.find<QLabel>("inbox.head.title")->text(), QStringLiteral("CheckoutBurns"));
        QVERIFY(QTest::qWaitForWindowActive(&m_b.window()));
    }
    bool isAnswered(const QString &answer) const
    {
        if (answer == QLatin1String("chart")) {
            const auto *chart = m_b.find<TimeChart>("inbox.chart.plot");
            return isInSight(chart) && chart->toCsv().count('\n') > 10;
        }
        if (answer == QLatin1String("lines")) {
            const auto *lines = m_b.find<LogView>("serviceLogLines");
            return isInSight(lines) && lines->lineCount() > 10 && lines->line(0).text.startsWith("checkout says");
        }
        return wordsInSight(m_b.window()).contains(answer);
    }
    void answer(int mostActions)
    {
        QFETCH(QList<int>, keys);
        QFETCH(QStringList, answers);
        if (answers.isEmpty()) {
            QSKIP("No source of this release knows the answer yet");
        }
        goToTheAlert();
        WindowHands hands(m_b.window());
        for (const int key : keys) {
            hands.press(Qt::Key(key));
            QTest::qWait(50);
        }
        for (const QString &wanted : answers) {
            QTRY_VERIFY2_WITH_TIMEOUT(
                isAnswered(wanted), qPrintable(wanted + QStringLiteral(" is not among:\n") + wordsInSight(m_b.window())), 10'000);
        }
        QVERIFY2(hands.actions() <= mostActions, qPrintable(QString::number(hands.actions())));
    }

private slots:
    void initTestCase()
    {
        if (!RealCompany::isInstalled()) {
            QSKIP("prometheus, prometheus-alertmanager or systemd-journal-remote is not installed");
        }
        QVERIFY2(prepare(), m_company.log());
        QVERIFY(m_b.open());
        QTRY_COMPARE_WITH_TIMEOUT(m_b.openAlerts().size(), std::size_t(2), 60'000);
        QVERIFY(WindowBench::wait(
            m_b.desktop->engine().store().addNote(checkout().key, QStringLiteral("bo"), QStringLiteral("a deploy ten minutes ago"))));
    }
    void isAnsweredLive_data() { addQuestions(); }
    void isAnsweredLive() { answer(MostActions); }
    void isAnsweredFromTheCache_data()
    {
        m_company.prometheus.stop();
        m_company.alertmanager.stop();
        m_company.gateway->stop();
        m_b.close();
        QVERIFY(m_b.open());
        QTRY_VERIFY(m_b.status(QStringLiteral("am")).error);
        addQuestions();
    }
    void isAnsweredFromTheCache()
    {
        if (QLatin1String(QTest::currentDataTag()).startsWith(QLatin1Char('2'))) {
            goToTheAlert();
            QTRY_VERIFY(wordsInSight(m_b.window()).contains(QLatin1String("firing since ")));
            return;
        }
        answer(MostActions);
    }
    void cleanupTestCase() { m_b.close(); }
};

QTEST_MAIN(TestQuestions)
#include "tst_questions.moc"
