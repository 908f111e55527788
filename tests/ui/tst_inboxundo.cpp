#include "tests/support/uistage.h"
#include "tests/ui/inboxbench.h"
#include "ui/pages/inbox/silencedialog.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace quarterdeck;

namespace {

QDialog *question(const InboxBench &b)
{
    auto *dialog = b.page->findChild<QDialog *>(QStringLiteral("confirmDialog"));
    return dialog != nullptr && dialog->isVisible() ? dialog : nullptr;
}

QString wordsOf(const QDialog &dialog)
{
    QStringList words;
    for (const auto *label : dialog.findChildren<QLabel *>()) {
        words << label->text();
    }
    return words.join(u' ');
}

void answer(QDialog *dialog, const char *button)
{
    QWidget *page = dialog->parentWidget();
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("confirmDialog.") + QLatin1StringView(button)), Qt::LeftButton);
    // Keys are the page's again when its window is active again, which the platform decides.
    page->window()->activateWindow();
    QVERIFY(QTest::qWaitFor([page] { return page->isAncestorOf(QApplication::focusWidget()); }));
}

} // namespace

/// Acting on many at once, and taking things back.
class TestInboxUndo : public QObject {
    Q_OBJECT

private slots:
    void manyAreAskedAboutOnce()
    {
        InboxBench b;
        b.f.sources.contextInfo = {QStringLiteral("staging"), false};
        b.open();
        b.page->feed().alerts().setAllMarked(true);
        const int marked = b.page->feed().alerts().alerts().totals().marked;
        QVERIFY(marked > 200);
        QTRY_VERIFY(b.strip("inbox.strip.marked").contains(QString::number(marked)));
        b.key(Qt::Key_A);
        QTRY_VERIFY(question(b) != nullptr);
        QVERIFY(b.f.outbox.enqueued.empty());
        const QString words = wordsOf(*question(b));
        QVERIFY2(
            words.contains(QStringLiteral("staging")) && words.contains(QStringLiteral("214 × NodeFilesystemSpaceFillingUp")), qPrintable(words));
        answer(question(b), "accept");
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        const std::size_t sent = b.f.outbox.enqueued[0].size();
        QVERIFY(sent > 200 && sent <= std::size_t(marked));
        QTRY_VERIFY(b.strip("inbox.strip.marked").isEmpty());
        // All of them are taken back by one press.
        b.key(Qt::Key_U);
        QTRY_COMPARE(b.f.outbox.withdrawn.size(), sent);
        QTRY_VERIFY(b.f.navigator.toasts.last().contains(QStringLiteral("Discarded before it was sent")));
    }

    void marksGoByTheButtonOfTheirBar()
    {
        InboxBench b;
        b.open();
        b.key(Qt::Key_X);
        QTRY_VERIFY(b.strip("inbox.strip.marked").startsWith(QStringLiteral("1 alert")));
        QTest::mouseClick(b.part<QWidget>("inbox.strip.marked")->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_VERIFY(b.strip("inbox.strip.marked").isEmpty());
        QCOMPARE(b.page->feed().alerts().alerts().totals().marked, 0);
    }

    void aContextInRedAsksForMoreThanOne()
    {
        InboxBench b;
        b.f.sources.contextInfo = {QStringLiteral("production"), true};
        b.open();
        b.key(Qt::Key_X);
        b.key(Qt::Key_X);
        b.key(Qt::Key_A);
        QTRY_VERIFY(question(b) != nullptr);
        QVERIFY(wordsOf(*question(b)).contains(QStringLiteral("production")));
        answer(question(b), "cancel");
        QTRY_VERIFY(question(b) == nullptr);
        QVERIFY(b.f.outbox.enqueued.empty());
        QCOMPARE(b.page->feed().alerts().alerts().totals().marked, 2);
        b.page->feed().alerts().setAllMarked(false);
        b.list->setCurrentIndex(b.list->model()->index(1, 0));
        b.key(Qt::Key_A);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
    }

    void whatWasDoneBeforeIsNamedFirst()
    {
        InboxBench b;
        b.open();
        const QString first = b.f.reader.alertList[0].title;
        b.key(Qt::Key_A);
        QTRY_COMPARE(b.f.navigator.toasts.size(), 1);
        b.key(Qt::Key_J);
        b.key(Qt::Key_A);
        QTRY_COMPARE(b.f.navigator.toasts.size(), 2);
        b.key(Qt::Key_U);
        QTRY_COMPARE(b.f.outbox.withdrawn.size(), std::size_t(1));
        QTRY_VERIFY(b.f.navigator.toasts.last().startsWith(QStringLiteral("Acknowledgement: CheckoutLatencyHigh")));
        // The last thing is undone. Another press does not reach behind it in silence.
        b.key(Qt::Key_U);
        QTRY_VERIFY(question(b) != nullptr);
        QVERIFY2(wordsOf(*question(b)).contains(QStringLiteral("Acknowledgement: ") + first), qPrintable(wordsOf(*question(b))));
        QCOMPARE(b.f.outbox.withdrawn.size(), std::size_t(1));
        answer(question(b), "accept");
        QTRY_COMPARE(b.f.outbox.withdrawn.size(), std::size_t(2));
        QTRY_VERIFY(question(b) == nullptr);
        b.key(Qt::Key_U);
        QTRY_COMPARE(b.f.navigator.toasts.last(), QStringLiteral("Nothing to undo."));
    }

    void anEndedSilenceIsMadeAgain()
    {
        InboxBench b;
        b.open();
        const auto &all = b.f.reader.alertList;
        const auto quiet = std::ranges::find(all, QStringLiteral("IndexLagHigh"), &Alert::title);
        const Silence silence = b.f.reader.silenceList[0];
        b.list->setCurrentIndex(b.list->model()->index(b.page->feed().alerts().reveal(quiet->key), 0));
        b.key(Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(question(b) != nullptr);
        answer(question(b), "accept");
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QCOMPARE(b.f.outbox.enqueued[0][0].verb, Verb::ExpireSilence);
        b.f.outbox.settle(b.f.outbox.enqueued[0][0].id, OutboxState::Confirmed, {}, silence.id);
        QTRY_COMPARE(b.f.navigator.toasts.size(), 1);
        b.key(Qt::Key_U);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(2));
        const AlertAction again = b.f.outbox.enqueued[1][0];
        QCOMPARE(again.verb, Verb::Silence);
        QCOMPARE(again.matchers, silence.matchers);
        QCOMPARE(again.until, silence.endsAt);
        QCOMPARE(again.comment, QStringLiteral("reindex running"));
        QVERIFY(again.silenceId.isEmpty());
        // It is about its matchers: that its alert is over by now, or fires anew, is no objection.
        QVERIFY(!again.expectedStart.isValid());
    }

    void anAcknowledgementIsMadeAgainForWhatWasSeenOnly()
    {
        InboxBench b;
        b.f.reader.silenceList[1].comment = QStringLiteral("ACK! on it");
        b.f.reader.silenceList[1].kind = HoldKind::Acknowledgement;
        b.open();
        const auto &all = b.f.reader.alertList;
        const auto acknowledged = std::ranges::find(all, QStringLiteral("DbPoolNearlyExhausted"), &Alert::title);
        b.list->setCurrentIndex(b.list->model()->index(b.page->feed().alerts().reveal(acknowledged->key), 0));
        b.key(Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(question(b) != nullptr);
        answer(question(b), "accept");
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        b.f.outbox.settle(b.f.outbox.enqueued[0][0].id, OutboxState::Confirmed, {}, QStringLiteral("s-ack"));
        QTRY_COMPARE(b.f.navigator.toasts.size(), 1);
        b.key(Qt::Key_U);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(2));
        QCOMPARE(b.f.outbox.enqueued[1][0].verb, Verb::Acknowledge);
        QVERIFY(b.f.outbox.enqueued[1][0].expectedStart.isValid());
    }

    void theQuestionBeforeASilenceEndsSpeaksOfOne()
    {
        InboxBench b;
        b.f.reader.silenceList[0].comment.clear();
        b.open();
        const auto &all = b.f.reader.alertList;
        const auto quiet = std::ranges::find(all, QStringLiteral("IndexLagHigh"), &Alert::title);
        b.list->setCurrentIndex(b.list->model()->index(b.page->feed().alerts().reveal(quiet->key), 0));
        b.key(Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(question(b) != nullptr);
        const QString words = wordsOf(*question(b));
        QVERIFY2(words.contains(QStringLiteral("What it hides can page again")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("IndexLagHigh")) && !words.contains(QChar(0x2014)), qPrintable(words));
        answer(question(b), "cancel");
    }

    // Reaching further back must end what stands now, not what ended long ago.
    void whatWasMadeAgainIsEndedInItsPlace()
    {
        InboxBench b;
        b.open();
        const auto &all = b.f.reader.alertList;
        const auto quiet = std::ranges::find(all, QStringLiteral("IndexLagHigh"), &Alert::title);
        const QString made = b.f.reader.silenceList[0].id;
        // It was an act of this window that made the silence.
        b.key(Qt::Key_A);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        b.f.outbox.settle(b.f.outbox.enqueued[0][0].id, OutboxState::Confirmed, {}, made);
        b.list->setCurrentIndex(b.list->model()->index(b.page->feed().alerts().reveal(quiet->key), 0));
        b.key(Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(question(b) != nullptr);
        answer(question(b), "accept");
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(2));
        b.f.outbox.settle(b.f.outbox.enqueued[1][0].id, OutboxState::Confirmed, {}, made);
        QTRY_COMPARE(b.f.navigator.toasts.size(), 2);
        b.key(Qt::Key_U);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(3));
        b.f.outbox.settle(b.f.outbox.enqueued[2][0].id, OutboxState::Confirmed, {}, QStringLiteral("made-anew"));
        b.key(Qt::Key_U);
        QTRY_VERIFY(question(b) != nullptr);
        answer(question(b), "accept");
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(4));
        QCOMPARE(b.f.outbox.enqueued[3][0].silenceId, QStringLiteral("made-anew"));
    }

    // Who types a reason at once means no label: its spaces must not take the first one out.
    void whatIsTypedAtOnceIsTheReason()
    {
        InboxBench b;
        b.open();
        b.key(Qt::Key_M);
        auto *dialog = b.page->findChild<SilenceDialog *>();
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(dialog->focusWidget() != nullptr);
        for (const char letter : QByteArray("flapping test")) {
            QTest::keyClick(dialog->focusWidget(), letter);
        }
        QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("inbox.silenceDialog.comment"))->text(), QStringLiteral("flapping test"));
        QVERIFY(dialog->findChild<QAbstractButton *>(QStringLiteral("inbox.silenceDialog.chip.alertname"))->isChecked());
    }
};

QTEST_MAIN(TestInboxUndo)
#include "tst_inboxundo.moc"
