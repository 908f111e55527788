#include "tests/support/fakepage.h"
#include "tests/support/uistage.h"
#include "ui/pages/runbooks/factory.h"
#include "ui/pages/runbooks/runbookspage.h"

#include "models/steplistmodel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

#include <sys/stat.h>

using namespace quarterdeck;

namespace {

const QByteArray poolBook = "---\ntitle: Pool exhausted\nservice: checkout\nlast_reviewed_on: 2026-01-01\nreview_in: 3 months\n---\n"
                            "# Pool exhausted\n\n## Diagnosis\n\n- [ ] Look at {{ $labels.instance }}\n- [ ] Look for a deploy\n\n"
                            "## Mitigation\n\n- [ ] Roll back\n\n  ```sh\n  deploy rollback <service> --pod {{ $labels.pod }}\n  ```\n";

} // namespace

class TestRunbooksPage : public QObject {
    Q_OBJECT

    std::unique_ptr<FakePage> m_fake;
    std::unique_ptr<Page> m_page;

    void open()
    {
        m_page.reset(makeRunbooksPage()->create(m_fake->context(), nullptr));
        m_page->resize(1270, 830);
        m_page->setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->activateWindow();
    }
    void openRun()
    {
        open();
        m_page->show({"runbooks", "pool", {{"alert", "am:1"}}});
        QTRY_COMPARE(m_fake->runLog.runList.size(), 1u);
        QTRY_VERIFY(label("runProgress").contains("0 of 3 done"));
    }
    QListView *steps() const { return m_page->findChild<QListView *>("runSteps"); }
    QString label(const QString &name) const { return m_page->findChild<QLabel *>(name)->text(); }
    QModelIndex step(int number) const
    {
        for (int row = 0; row < steps()->model()->rowCount(); ++row) {
            const QModelIndex index = steps()->model()->index(row, 0);
            if (index.data(StepListModel::NumberRole).toInt() == number) {
                return index;
            }
        }
        return {};
    }
    QByteArray exported()
    {
        QByteArray bytes;
        bool isDone = false;
        then(static_cast<RunbooksPage *>(m_page.get())->exportMarkdown(), this, [&](const Result<QByteArray> &markdown) {
            bytes = markdown.value_or(QByteArray());
            isDone = true;
        });
        [&] { QTRY_VERIFY(isDone); }();
        return bytes;
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void init()
    {
        m_fake = std::make_unique<FakePage>();
        m_fake->theme.apply(*qApp);
        m_fake->preferences.current.author = QStringLiteral("ana");
        Alert alert;
        alert.key = {"am", "1"};
        alert.title = QStringLiteral("PoolExhausted");
        alert.startsAt = m_fake->clock.now() - Millis(60'000);
        alert.labels = {{"instance", "db-1"}, {"pod", "x; touch /tmp/p"}};
        m_fake->reader.alertList = {alert};
        RunbookFile file;
        file.id = QStringLiteral("pool");
        file.title = QStringLiteral("Pool exhausted");
        file.service = QStringLiteral("checkout");
        file.steps = 3;
        m_fake->library.add(file, poolBook);
    }

    void cleanup()
    {
        m_page.reset();
        m_fake.reset();
    }

    void libraryTellsOverdueReviews()
    {
        open();
        auto *table = m_page->findChild<QTableView *>("runbooksTable");
        QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        QTRY_VERIFY(table->model()->index(0, 3).data().toString().startsWith("review overdue since"));
        QTRY_COMPARE(label("runbooksTitle"), QStringLiteral("1 runbook(s) overdue for review"));
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(m_page->current().object, QStringLiteral("pool"));
        QCOMPARE(m_fake->runLog.runList.size(), 0u);
    }

    void aDestinationWithAnAlertStartsItsRunAndResumesIt()
    {
        openRun();
        QCOMPARE(m_fake->runLog.runList[0].alert.toString(), QStringLiteral("am:1"));
        QCOMPARE(m_fake->runLog.runList[0].params.value("instance"), QStringLiteral("db-1"));
        QCOMPARE(step(1).data().toString(), QStringLiteral("Look at db-1"));
        m_page->show({"runbooks", {}, {}});
        m_page->show({"runbooks", "pool", {{"alert", "am:1"}}});
        QTest::qWait(50);
        QCOMPARE(m_fake->runLog.runList.size(), 1u);
        QCOMPARE(m_page->current().object, m_fake->runLog.runList[0].id.toString(QUuid::WithoutBraces));
    }

    void aTickAppearsOnlyWhenItIsDurable()
    {
        openRun();
        steps()->setCurrentIndex(step(1));
        m_fake->runLog.answers.isHeld = true;
        QTest::keyClick(steps(), Qt::Key_Space);
        QTest::qWait(50);
        QCOMPARE(step(1).data(StepListModel::StepStateRole).toInt(), int(StepMark::State::Open));
        QVERIFY(label("runProgress").contains("0 of 3"));
        m_fake->runLog.answers.release();
        QTRY_COMPARE(step(1).data(StepListModel::StepStateRole).toInt(), int(StepMark::State::Ticked));
        QTRY_VERIFY(label("runProgress").contains("1 of 3"));
        QTRY_COMPARE(steps()->currentIndex().data(StepListModel::NumberRole).toInt(), 2);
    }

    void aTickThatIsNotStoredIsSaidSo()
    {
        openRun();
        steps()->setCurrentIndex(step(1));
        m_fake->runLog.answers.failure = Error {ErrorKind::Storage, QStringLiteral("The disk is full"), {}, 0, {}};
        QTest::keyClick(steps(), Qt::Key_X);
        QTRY_VERIFY(m_page->findChild<QLabel *>("staleSentence")->text().contains("The disk is full"));
        QCOMPARE(step(1).data(StepListModel::StepStateRole).toInt(), int(StepMark::State::Open));
    }

    void aClickOnTheBoxTicks()
    {
        openRun();
        const QRect row = steps()->visualRect(step(2));
        QTest::mouseClick(steps()->viewport(), Qt::LeftButton, {}, row.topLeft() + QPoint(25, 15));
        QTRY_COMPARE(step(2).data(StepListModel::StepStateRole).toInt(), int(StepMark::State::Ticked));
    }

    void skippingNeedsAReasonAndNotesStay()
    {
        openRun();
        steps()->setFocus();
        steps()->setCurrentIndex(step(2));
        QTest::keyClick(steps(), Qt::Key_S);
        auto *input = m_page->findChild<QLineEdit *>("runInput");
        QTRY_VERIFY(input->isVisible());
        QTest::keyClick(input, Qt::Key_Return);
        QVERIFY(input->isVisible());
        QVERIFY(m_fake->runLog.allMarks.empty());
        QTest::keyClicks(input, "no deploys");
        QTest::keyClick(input, Qt::Key_Return);
        QTRY_COMPARE(step(2).data(StepListModel::StepStateRole).toInt(), int(StepMark::State::Skipped));
        steps()->setCurrentIndex(step(1));
        QTest::keyClick(steps(), Qt::Key_N);
        QTRY_VERIFY(input->isVisible());
        QTest::keyClicks(input, "97 of 100");
        QTest::keyClick(input, Qt::Key_Return);
        QTRY_COMPARE(step(1).data(StepListModel::NoteRole).toString(), QStringLiteral("97 of 100"));
        QCOMPARE(step(1).data(StepListModel::StepStateRole).toInt(), int(StepMark::State::Open));
    }

    void codeIsCopiedButAHostileLabelIsNotFilledIn()
    {
        openRun();
        steps()->setCurrentIndex(step(3));
        QPushButton *copy = nullptr;
        QTRY_VERIFY((copy = m_page->findChild<QPushButton *>("copyCode0")) != nullptr);
        QTest::mouseClick(copy, Qt::LeftButton);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains("deploy rollback"));
        QVERIFY(!copied.contains("touch"));
        QVERIFY(copied.contains("{{ $labels.pod }}"));
        bool isWarned = false;
        for (const QLabel *warning : m_page->findChildren<QLabel *>("codeWarning")) {
            isWarned = isWarned || warning->text().contains("pod");
        }
        QVERIFY(isWarned);
    }

    void aChangedStepLosesItsTick()
    {
        openRun();
        steps()->setCurrentIndex(step(1));
        QTest::keyClick(steps(), Qt::Key_Space);
        QTRY_VERIFY(label("runProgress").contains("1 of 3"));
        m_fake->library.markdowns["pool"] = QByteArray(poolBook).replace("Look at {{ $labels.instance }}", "Look at {{ $labels.instance }} first");
        m_fake->library.announce();
        QTRY_VERIFY(label("runProgress").contains("0 of 3"));
        QVERIFY(step(1).data(StepListModel::IsChangedRole).toBool());
    }

    void finishingAndExportingTwiceGivesTheSameBytes()
    {
        openRun();
        steps()->setCurrentIndex(step(1));
        QTest::keyClick(steps(), Qt::Key_Space);
        QTRY_VERIFY(label("runProgress").contains("1 of 3"));
        m_fake->clock.advance(Millis(5000));
        QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(label("runProgress").contains("finished"));
        QVERIFY(m_fake->runLog.runList[0].finishedAt.isValid());
        const QByteArray first = exported();
        QVERIFY(first.contains("- [x] Look at db-1"));
        QVERIFY(first.contains("run finished"));
        m_fake->clock.advance(Millis(60'000));
        QCOMPARE(exported(), first);
        QTest::keyClick(m_page.get(), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(!m_fake->navigator.toasts.isEmpty());
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), first);
        QTest::keyClick(steps(), Qt::Key_Space);
        QTest::qWait(20);
        QCOMPARE(m_fake->runLog.allMarks.size(), 1u);
    }

    void theTextKeepsTheNumbersAndTheCodeOfTheFile()
    {
        m_fake->library.markdowns.insert("fenced",
            "# Restart\n\n1. Look\n2. Restart it\n\n   ```sh\n   systemctl restart checkout\n   systemctl status checkout\n   ```\n\n3. Verify\n");
        open();
        m_page->show({"runbooks", "fenced", {}});
        auto *text = m_page->findChild<QTextBrowser *>("runText");
        QTRY_VERIFY(text->toPlainText().contains("Verify"));
        const QStringList lines = text->toPlainText().split(u'\n');
        QCOMPARE(
            lines, (QStringList {"Restart", "1.  Look", "2.  Restart it", "systemctl restart checkout", "systemctl status checkout", "3.  Verify"}));
        const auto isMono = [&](const QString &words) {
            const QTextCursor found = text->document()->find(words);
            return found.charFormat().font().families() == m_fake->theme.font(TypeFace::Mono).families();
        };
        QVERIFY(isMono("systemctl restart"));
        QVERIFY(!isMono("Verify") && !isMono("Restart it"));
        takePicture(*m_page, QStringLiteral("runbook-text"));
    }

    void withoutRunbooksTheKeysStayWithThePage()
    {
        open();
        m_fake->library.files.clear();
        m_fake->library.announce();
        m_page->show({"runbooks", {}, {}});
        auto *filter = m_page->findChild<QLineEdit *>("runbooksFilter");
        QTRY_VERIFY(m_page->isAncestorOf(QApplication::focusWidget()) && !filter->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Slash);
        QVERIFY(filter->hasFocus() && filter->text().isEmpty());
    }

    void hostileMarkdownLoadsNothing()
    {
        QTemporaryDir folder;
        const QString fifo = folder.filePath("pipe");
        QCOMPARE(::mkfifo(fifo.toUtf8().constData(), 0600), 0);
        // Opening the pipe would hang for ever: nobody writes into it.
        const QByteArray text = "# Bad\n\n![x](" + fifo.toUtf8() + ")\n![y][ref]\n<img src='" + fifo.toUtf8() + "'>\n\n[ref]: " + fifo.toUtf8()
            + "\n\n[click](javascript:alert(1)) [web](https://example.org/)\n\n" + QByteArray("> ").repeated(5000) + "deep\n";
        m_fake->library.markdowns.insert("bad", text);
        m_fake->library.markdowns.insert("tame", text.left(text.indexOf("> > >")));
        open();
        m_page->show({"runbooks", "bad", {}});
        auto *browser = m_page->findChild<QTextBrowser *>("runText");
        QTRY_VERIFY(browser->toPlainText().contains("deep"));
        m_page->show({"runbooks", "tame", {}});
        QTRY_VERIFY(!browser->toPlainText().contains("deep"));
        QVERIFY(browser->toPlainText().contains("(image: x)"));
        browser->grab();
        emit browser->anchorClicked(QUrl("https://example.org/"));
        QCOMPARE(m_fake->navigator.opened, QStringList("https://example.org/"));
    }

    void aSlowFolderIsSaidSoAndHoldsNothingUp()
    {
        open();
        auto *problem = m_page->findChild<QWidget *>("runbooksProblem");
        m_fake->library.isSlow = true;
        m_page->show({"runbooks", "pool", {}});
        QTRY_VERIFY(problem->isVisible());
        // Whoever has gone on is not called back by a late answer.
        m_page->show({"runbooks", {}, {}});
        m_fake->library.answerAll();
        QTest::qWait(20);
        QVERIFY(m_page->findChild<QTableView *>("runbooksTable")->isVisible());
        m_page->show({"runbooks", "pool", {}});
        QTRY_VERIFY(problem->isVisible());
        m_fake->library.answerAll();
        QTRY_COMPARE(m_page->current().object, QStringLiteral("pool"));
        QVERIFY(!problem->isVisible());
    }

    void anUnknownRunbookIsSaidInWords()
    {
        open();
        m_page->show({"runbooks", "nowhere", {}});
        QTRY_VERIFY(m_page->findChild<QWidget *>("runbooksProblem")->isVisible());
        m_page->show({"runbooks", QUuid::createUuid().toString(), {}});
        QTRY_VERIFY(m_page->findChild<QWidget *>("runbooksProblem")->isVisible());
    }
};

QTEST_MAIN(TestRunbooksPage)
#include "tst_runbookspage.moc"
