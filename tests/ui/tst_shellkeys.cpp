#include "tests/support/uistage.h"
#include "tests/ui/shellbench.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QToolButton>

using namespace quarterdeck;
using namespace std::chrono_literals;

class TestShellKeys : public ShellBench {
    Q_OBJECT

private slots:
    void init() { QVERIFY(open()); }
    void cleanup() { close(); }

    void chordsJumpAndNeverTriggerVerbs();
    void chordsRunOut();
    void keysAreTextInTextFields();
    void singleKeysCanBeSwitchedOff();
    void backReturnsToThePlaceBefore();
    void paletteFindsPagesVerbsAndObjects();
    void helpNamesTheKeysOfThePage();
    void overlaysGiveTheFocusBack();
    void toastOffersUndo();
    void everyActionHasAKeyAndAName();
    void f6WalksThePartsOfTheWindow();
};

void TestShellKeys::chordsJumpAndNeverTriggerVerbs()
{
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_G);
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_A);
    QCOMPARE(m_window->currentPageId(), QStringLiteral("rules"));
    QCOMPARE(page(QStringLiteral("inbox"))->acknowledged, 0);
    m_window->go({QStringLiteral("inbox"), {}, {}});
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_A);
    QCOMPARE(page(QStringLiteral("inbox"))->acknowledged, 1);
    // The verb of a page that is not shown stays silent.
    m_window->go({QStringLiteral("services"), {}, {}});
    QTest::keyClick(page(QStringLiteral("services"))->button, Qt::Key_A);
    QCOMPARE(page(QStringLiteral("inbox"))->acknowledged, 1);
    QCOMPARE(page(QStringLiteral("services"))->acknowledged, 1);
}

void TestShellKeys::chordsRunOut()
{
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_G);
    m_fakes->clock.advance(1600ms);
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_S);
    QCOMPARE(m_window->currentPageId(), QStringLiteral("inbox"));
}

void TestShellKeys::keysAreTextInTextFields()
{
    ProbePage *inbox = page(QStringLiteral("inbox"));
    inbox->edit->setFocus();
    QTest::keyClicks(inbox->edit, QStringLiteral("gsa?z"));
    QCOMPARE(inbox->edit->text(), QStringLiteral("gsa?z"));
    QCOMPARE(m_window->currentPageId(), QStringLiteral("inbox"));
    QCOMPARE(inbox->acknowledged, 0);
    QVERIFY(!m_fakes->time.isUtc());
}

void TestShellKeys::singleKeysCanBeSwitchedOff()
{
    PreferenceValues values = m_fakes->preferences.values();
    values.isSingleKeyEnabled = false;
    m_fakes->preferences.setValues(values);
    ProbePage *inbox = page(QStringLiteral("inbox"));
    QTest::keyClick(inbox->button, Qt::Key_A);
    QTest::keyClick(inbox->button, Qt::Key_Z);
    QTest::keyClick(inbox->button, Qt::Key_G);
    QTest::keyClick(inbox->button, Qt::Key_S);
    QCOMPARE(inbox->acknowledged, 0);
    QVERIFY(!m_fakes->time.isUtc());
    QCOMPARE(m_window->currentPageId(), QStringLiteral("inbox"));
    // What has a modifier works as before.
    QTest::keyClick(inbox->button, Qt::Key_3, Qt::AltModifier);
    QCOMPARE(m_fakes->time.span(), Millis(6h));
}

void TestShellKeys::backReturnsToThePlaceBefore()
{
    m_window->go({QStringLiteral("inbox"), QStringLiteral("am:1"), {}});
    m_window->go({QStringLiteral("services"), QStringLiteral("checkout"), {}});
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_window->currentPageId(), QStringLiteral("inbox"));
    QCOMPARE(page(QStringLiteral("inbox"))->shown.last().object, QStringLiteral("am:1"));
}

void TestShellKeys::paletteFindsPagesVerbsAndObjects()
{
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_K, Qt::ControlModifier);
    auto *edit = m_window->findChild<QLineEdit *>(QStringLiteral("paletteEdit"));
    auto *list = m_window->findChild<QListView *>(QStringLiteral("paletteList"));
    QTRY_VERIFY(edit->hasFocus());
    const auto titles = [list] {
        QStringList all;
        for (int i = 0; i < list->model()->rowCount(); ++i) {
            all += list->model()->index(i, 0).data().toString();
        }
        return all;
    };
    QVERIFY(titles().contains(QStringLiteral("services")));
    QTest::keyClicks(edit, QStringLiteral("ackn"));
    QCOMPARE(titles().value(0), QStringLiteral("Acknowledge"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(page(QStringLiteral("inbox"))->acknowledged, 1);
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_K, Qt::ControlModifier);
    edit->setText(QStringLiteral("checko"));
    QVERIFY(titles().contains(QStringLiteral("checkout")));
    list->setCurrentIndex(list->model()->index(int(titles().indexOf(QStringLiteral("checkout"))), 0));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!edit->isVisible());
    QCOMPARE(page(m_window->currentPageId())->shown.last().object, QStringLiteral("checkout"));
}

void TestShellKeys::helpNamesTheKeysOfThePage()
{
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_Question, Qt::ShiftModifier);
    auto *help = m_window->findChild<QWidget *>(QStringLiteral("help"));
    QTRY_VERIFY(help->isVisible());
    QStringList words;
    for (const QLabel *label : help->findChildren<QLabel *>()) {
        words += label->text();
    }
    QVERIFY(words.contains(QStringLiteral("Acknowledge")));
    takePicture(*m_window, QStringLiteral("shell-help"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!help->isVisible());
    // A sheet never hides a place that was asked for from elsewhere.
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_Question, Qt::ShiftModifier);
    QTRY_VERIFY(help->isVisible());
    QVERIFY(m_window->openLink(QStringLiteral("quarterdeck://service/checkout")));
    QVERIFY(!help->isVisible());
}

void TestShellKeys::overlaysGiveTheFocusBack()
{
    QToolButton *before = page(QStringLiteral("inbox"))->button;
    before->setFocus();
    QTest::keyClick(before, Qt::Key_K, Qt::ControlModifier);
    QVERIFY(QApplication::focusWidget() != before);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    auto *palette = m_window->findChild<QWidget *>(QStringLiteral("palette"));
    QVERIFY(palette->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_COMPARE(QApplication::focusWidget(), before);
}

void TestShellKeys::toastOffersUndo()
{
    int undone = 0;
    m_window->toast(QStringLiteral("Acknowledged."), [&undone] { ++undone; });
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_U);
    QCOMPARE(undone, 1);
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_U);
    QCOMPARE(undone, 1);
}

void TestShellKeys::everyActionHasAKeyAndAName()
{
    int seen = 0;
    for (const QMenu *menu : m_window->menuBar()->findChildren<QMenu *>()) {
        for (const QAction *action : menu->actions()) {
            if (action->isSeparator() || action->menu() != nullptr) {
                continue;
            }
            ++seen;
            const bool hasKey = !action->shortcut().isEmpty() || !action->property("shownKey").toString().isEmpty();
            QVERIFY2(hasKey, qPrintable(action->text()));
            QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
        }
    }
    QVERIFY(seen > 15);
}

void TestShellKeys::f6WalksThePartsOfTheWindow()
{
    ProbePage *inbox = page(QStringLiteral("inbox"));
    inbox->edit->setFocus();
    const auto part = [this] {
        const QWidget *focus = QApplication::focusWidget();
        while (focus != nullptr && focus->parentWidget() != m_window->centralWidget() && focus->parentWidget() != nullptr) {
            focus = focus->parentWidget();
        }
        return focus;
    };
    QList<const QWidget *> walked {part()};
    for (int i = 0; i < 8; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        walked << part();
    }
    const QSet<const QWidget *> parts(walked.begin(), walked.end());
    QCOMPARE(parts.size(), 4);
    // Round and round, and back to what had the focus there before.
    QCOMPARE(walked.at(4), walked.at(0));
    QCOMPARE(QApplication::focusWidget(), inbox->edit);
    QTest::keyClick(inbox->edit, Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(part(), walked.at(3));
}

QTEST_MAIN(TestShellKeys)
#include "tst_shellkeys.moc"
