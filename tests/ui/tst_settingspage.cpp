#include "tests/support/fakepage.h"
#include "tests/support/hover.h"
#include "ui/pages/settings/factory.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace quarterdeck;

class TestSettingsPage : public QObject {
    Q_OBJECT

    std::unique_ptr<FakePage> m_fake;
    std::unique_ptr<Page> m_page;

    void open()
    {
        m_page.reset(makeSettingsPage()->create(m_fake->context(), nullptr));
        m_page->resize(1270, 830);
        m_page->setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->activateWindow();
    }
    QString label(const QString &name) const
    {
        const auto *found = m_page->findChild<QLabel *>(name);
        return found == nullptr ? QStringLiteral("absent") : found->text();
    }

private slots:
    void init()
    {
        m_fake = std::make_unique<FakePage>();
        m_fake->theme.apply(*qApp);
        m_fake->preferences.backendList = {{"eu-am", "alertmanager", {"https://am.example"}, "bearer token from keychain:eu-am"},
            {"prom", "prometheus", {"http://localhost:9090"}, ""}};
        m_fake->sources.setStatus("eu-am", "alertmanager", Freshness::NeedsSignIn, m_fake->clock.now() - Millis(600'000));
        m_fake->sources.setStatus("prom", "prometheus", Freshness::Live, m_fake->clock.now() - Millis(4000));
    }

    void cleanup()
    {
        m_page.reset();
        m_fake.reset();
    }

    void tellsHowFreshEachSourceIs()
    {
        open();
        QCOMPARE(label("settingsTitle"), QStringLiteral("1 of 2 source(s) up to date"));
        QVERIFY(label("sourceState_eu-am").contains("Needs sign-in"));
        QCOMPARE(label("sourceState_prom"), QStringLiteral("Up to date, last answer 4 s ago."));
        m_fake->sources.setStatus("prom", "prometheus", Freshness::Unreachable, m_fake->clock.now() - Millis(4000));
        QTRY_VERIFY(label("sourceState_prom").startsWith("Unreachable."));
        QCOMPARE(label("settingsTitle"), QStringLiteral("0 of 2 source(s) up to date"));
    }

    void theTestButtonGivesTheVerdictInWords()
    {
        m_fake->sources.report.isOk = false;
        m_fake->sources.report.sentences = {"It rejects the token.", "Store a new one under keychain:eu-am."};
        m_fake->sources.answers.isHeld = true;
        open();
        auto *button = m_page->findChild<QPushButton *>("sourceTest_eu-am");
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(m_fake->sources.probed, QStringList("eu-am"));
        QTRY_COMPARE(label("sourceVerdict_eu-am"), QStringLiteral("Testing…"));
        QVERIFY(!button->isEnabled());
        m_fake->sources.answers.release();
        QTRY_VERIFY(label("sourceVerdict_eu-am").contains("The test failed.\nIt rejects the token."));
        QVERIFY(button->isEnabled());
        // Why it failed comes before what was found beside.
        m_fake->sources.answers.isHeld = false;
        m_fake->sources.report.error = Error {ErrorKind::Offline, QStringLiteral("eu-am refuses connections."), {}, 0, {}};
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(label("sourceVerdict_eu-am").startsWith("The test failed.\neu-am refuses connections.\nIt rejects the token."));
        m_fake->sources.report.error.reset();
        m_fake->sources.report.isOk = true;
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QTRY_VERIFY(label("sourceVerdict_eu-am").startsWith("The test passed."));
        m_fake->sources.probed.clear();
        QTest::keyClick(m_page.get(), Qt::Key_T);
        m_fake->sources.probed.sort();
        QCOMPARE(m_fake->sources.probed, QStringList({"eu-am", "prom"}));
    }

    void choicesGoThroughPreferences()
    {
        open();
        const auto box = [&](const char *name) { return m_page->findChild<QComboBox *>(name); };
        box("prefAppearance")->setCurrentIndex(2);
        emit box("prefAppearance")->activated(2);
        QCOMPARE(int(m_fake->preferences.current.appearance), int(PreferenceValues::Appearance::Dark));
        QTest::mouseClick(m_page->findChild<QCheckBox *>("prefUtc"), Qt::LeftButton, {}, QPoint(8, 12));
        QVERIFY(m_fake->preferences.current.isUtc);
        auto *author = m_page->findChild<QLineEdit *>("prefAuthor");
        author->setFocus();
        QTest::keyClicks(author, "Ana Ruiz ");
        QTest::keyClick(author, Qt::Key_Return);
        QCOMPARE(m_fake->preferences.current.author, QStringLiteral("Ana Ruiz"));
        auto *minutes = m_page->findChild<QSpinBox *>("prefAcknowledge");
        minutes->setValue(90);
        QCOMPARE(m_fake->preferences.current.acknowledgeMinutes, 90);
        m_page->findChild<QSpinBox *>("prefLogDays")->setValue(14);
        QCOMPARE(m_fake->preferences.current.logRetentionDays, 14);
        QVERIFY(m_fake->preferences.current.isNotifying);
    }

    void whatChangesElsewhereShowsWithoutBeingWrittenBack()
    {
        open();
        PreferenceValues values;
        values.author = QStringLiteral("bob");
        values.language = QStringLiteral("pl");
        values.historyRetentionDays = 100;
        m_fake->preferences.setValues(values);
        QCOMPARE(m_page->findChild<QLineEdit *>("prefAuthor")->text(), QStringLiteral("bob"));
        QCOMPARE(m_page->findChild<QComboBox *>("prefLanguage")->currentData().toString(), QStringLiteral("pl"));
        QCOMPARE(m_fake->preferences.current, values);
    }

    void aLongPathShowsBothEndsAndCanBeCopied()
    {
        const QString path = QStringLiteral("/srv/op/") + QStringLiteral("a-long-folder/").repeated(30) + QStringLiteral("config.yaml");
        m_fake->preferences.config = path;
        open();
        auto *fact = m_page->findChild<QLabel *>(QStringLiteral("prefConfigFile"));
        QVERIFY(fact != nullptr);
        QVERIFY(m_page->rect().contains(QRect(fact->mapTo(m_page.get(), QPoint()), fact->size())));
        QCOMPARE(fact->text(), path);
        QVERIFY(hoverText(*fact).contains(QStringLiteral("config.yaml")));
        QVERIFY(fact->accessibleName().endsWith(path));
        QTest::mouseClick(fact, Qt::LeftButton);
        QCOMPARE(fact->selectedText(), path);
        QApplication::clipboard()->clear();
        QTest::keySequence(fact, QKeySequence::Copy);
        QCOMPARE(QApplication::clipboard()->text(), path);
    }

    void undoTakesBackTheLastChangeAndAsksBeforeItReachesFurther()
    {
        open();
        auto *undo = m_page->findChild<QAction *>("undoSourceChange");
        QVERIFY(undo != nullptr && m_page->verbs().contains(undo));
        undo->trigger();
        QCOMPARE(m_fake->navigator.toasts.last(), QStringLiteral("There is nothing to undo."));
        m_fake->editor.deed = SourceDeed {"prom", SourceChange::Removed, true};
        undo->trigger();
        QCOMPARE(m_fake->editor.undone, 1);
        m_fake->editor.deed = SourceDeed {"eu-am", SourceChange::Changed, false};
        undo->trigger();
        auto *question = m_page->findChild<QWidget *>("confirmDialog");
        QVERIFY(question != nullptr);
        QStringList words;
        for (const auto *one : question->findChildren<QLabel *>()) {
            words << one->text();
        }
        QVERIFY2(words.contains("The source eu-am was changed."), qPrintable(words.join(u'|')));
        QCOMPARE(m_fake->editor.undone, 1);
        QTest::keyClick(question, Qt::Key_Return);
        QCOMPARE(m_fake->editor.undone, 2);
    }

    void fieldsStayWhereTheyAreWhenAProblemGoes()
    {
        open();
        m_page->findChild<QAction *>("addSource")->trigger();
        auto *sheet = m_page->findChild<QWidget *>("sourceSheet");
        QVERIFY(sheet != nullptr && QTest::qWaitForWindowExposed(sheet));
        auto *address = sheet->findChild<QLineEdit *>("sourceAddresses");
        auto *below = sheet->findChild<QWidget *>("sourceSignIn");
        address->setFocus();
        QTest::keyClicks(address, "not a url");
        QTest::mouseClick(sheet->findChild<QPushButton *>("sourceTest"), Qt::LeftButton);
        auto *problem = sheet->findChild<QLabel *>("sourceAddressesProblem");
        QTRY_VERIFY(problem->isVisible() && problem->text().startsWith(QStringLiteral("“not”")));
        const auto at = [&] { return below->mapTo(sheet, QPoint()); };
        QTest::qWait(50);
        const QPoint before = at();
        address->selectAll();
        QTest::keyClicks(address, "http://localhost:9093");
        QTest::mouseClick(sheet->findChild<QPushButton *>("sourceTest"), Qt::LeftButton);
        QTRY_COMPARE(problem->text(), QString());
        QTest::qWait(50);
        QCOMPARE(at(), before);
    }

    void nothingConnectedSaysWhatToDo()
    {
        m_fake->preferences.backendList.clear();
        m_fake->sources.statusList.clear();
        m_fake->preferences.warningList = {"config.yaml:3: unknown key \"bckends\""};
        open();
        QVERIFY(m_page->findChild<QWidget *>("settingsNoSources")->isVisible());
        QVERIFY(label("settingsWarnings").contains("config.yaml:3"));
    }
};

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
