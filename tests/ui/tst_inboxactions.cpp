#include "tests/support/uistage.h"
#include "tests/ui/inboxbench.h"
#include "ui/pages/inbox/silencedialog.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace quarterdeck;

class TestInboxActions : public QObject {
    Q_OBJECT

private slots:
    void acknowledgingAsksAndNeverPretends()
    {
        InboxBench b;
        b.open();
        const Alert seen = b.f.reader.alertList[0];
        QCOMPARE(b.current(), seen.key);
        b.key(Qt::Key_A);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        const AlertAction action = b.f.outbox.enqueued[0][0];
        QCOMPARE(int(action.verb), int(Verb::Acknowledge));
        QCOMPARE(action.alert, seen.key);
        QCOMPARE(action.expectedStart, seen.startsAt);
        QCOMPARE(action.matchers, exactMatchers(seen.labels));
        QCOMPARE(action.duration, Millis(3'600'000));
        QCOMPARE(action.author, QStringLiteral("Ana Ruiz"));
        // The row keeps its true state; a badge says what is on its way.
        const QModelIndex row = b.page->feed().alerts().index(b.rowOf(seen.key), 0);
        QCOMPARE(row.data(AlertStateRole).toInt(), int(AlertState::Triggered));
        QTRY_COMPARE(row.data(PendingRole).toInt(), int(Pending::Queued));
        QTRY_COMPARE(row.data(AlertModel::PendingSinceRole).toLongLong(), b.f.clock.now().ms);
        QTRY_VERIFY(b.words("inbox.head.pending").contains(QStringLiteral("14:36, not sent")));
        // A second press asks nothing twice.
        b.key(Qt::Key_A);
        QTest::qWait(30);
        QCOMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QVERIFY(b.f.navigator.toasts.last().startsWith(QStringLiteral("Nothing to acknowledge")));
    }

    void undoWithdrawsOrExpires()
    {
        InboxBench b;
        b.open();
        b.key(Qt::Key_A);
        QTRY_COMPARE(b.f.navigator.toasts.size(), 1);
        b.key(Qt::Key_U);
        QTRY_COMPARE(b.f.outbox.withdrawn.size(), std::size_t(1));
        b.key(Qt::Key_J);
        b.key(Qt::Key_A);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(2));
        QTRY_VERIFY(b.f.navigator.toasts.last().startsWith(QStringLiteral("Acknowledgement of CheckoutLatencyHigh")));
        b.f.outbox.settle(b.f.outbox.enqueued[1][0].id, OutboxState::Confirmed, {}, QStringLiteral("silence-9"));
        b.f.navigator.lastUndo();
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(3));
        QCOMPARE(int(b.f.outbox.enqueued[2][0].verb), int(Verb::Unacknowledge));
        QCOMPARE(b.f.outbox.enqueued[2][0].silenceId, QStringLiteral("silence-9"));
    }

    void aFullDiskIsSaidAndNothingPretended()
    {
        InboxBench b;
        b.open();
        b.f.outbox.answers.failure = Error {ErrorKind::Storage, QStringLiteral("The disk is full"), {}, 0, {}};
        b.key(Qt::Key_A);
        QTRY_VERIFY(b.strip("inbox.strip.problem").contains(QStringLiteral("The disk is full")));
        QVERIFY(b.f.navigator.toasts.isEmpty());
        QCOMPARE(b.list->currentIndex().data(PendingRole).toInt(), int(Pending::None));
        b.f.outbox.answers.failure.reset();
        b.key(Qt::Key_A);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QTRY_VERIFY(b.strip("inbox.strip.problem").isEmpty());
    }

    void marksAndGroupsAreActedOnTogether()
    {
        InboxBench b;
        b.open();
        b.key(Qt::Key_X);
        b.key(Qt::Key_X);
        b.key(Qt::Key_A);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QCOMPARE(b.f.outbox.enqueued[0].size(), std::size_t(2));
        QTRY_COMPARE(b.page->feed().alerts().alerts().totals().marked, 0);
        // A whole group by its header: what is acknowledged or pending already is left out.
        b.key(Qt::Key_Home);
        b.key(Qt::Key_A);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(2));
        QCOMPARE(b.f.outbox.enqueued[1].size(), std::size_t(2));
    }

    void manyAlertsOfOneGroupAreOfferedAsOneSilence()
    {
        InboxBench b;
        b.open();
        const auto *model = b.list->model();
        int node = 0;
        while (model->index(node, 1).data().toString() != u"node") {
            ++node;
        }
        b.list->setCurrentIndex(model->index(node, 0));
        b.key(Qt::Key_A);
        auto *dialog = b.page->findChild<SilenceDialog *>();
        QVERIFY(dialog != nullptr);
        QVERIFY(b.f.outbox.enqueued.empty());
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("inbox.silenceDialog.count"))->text().contains(QStringLiteral("214")));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("inbox.silenceDialog.accept")), Qt::LeftButton);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        const AlertAction action = b.f.outbox.enqueued[0][0];
        QCOMPARE(int(action.verb), int(Verb::Silence));
        QVERIFY(!action.alert.isValid());
        const MatcherSet set(action.matchers);
        QVERIFY(set.matches(b.f.reader.alertList[10].labels));
        QVERIFY(!set.matches(b.f.reader.alertList[0].labels));
    }

    void theSilenceDialogCountsWhatItWouldHide()
    {
        InboxBench b;
        b.open();
        b.key(Qt::Key_M);
        auto *dialog = b.page->findChild<SilenceDialog *>();
        QVERIFY(dialog != nullptr);
        const auto *count = dialog->findChild<QLabel *>(QStringLiteral("inbox.silenceDialog.count"));
        auto *accept = dialog->findChild<QPushButton *>(QStringLiteral("inbox.silenceDialog.accept"));
        const auto chip = [dialog](const char *name) {
            return dialog->findChild<QAbstractButton *>(QStringLiteral("inbox.silenceDialog.chip.") + QLatin1StringView(name));
        };
        QVERIFY(count->text().startsWith(QStringLiteral("Hides 1 ")));
        for (const char *name : {"alertname", "instance", "severity", "cluster"}) {
            QTest::mouseClick(chip(name), Qt::LeftButton);
        }
        QTRY_VERIFY(count->text().startsWith(QStringLiteral("Hides 5 ")));
        QTest::mouseClick(chip("service"), Qt::LeftButton);
        QTRY_VERIFY(!accept->isEnabled());
        QTest::mouseClick(chip("service"), Qt::LeftButton);
        auto *duration = dialog->findChild<QLineEdit *>(QStringLiteral("inbox.silenceDialog.duration"));
        duration->selectAll();
        QTest::keyClicks(duration, QStringLiteral("nonsense"));
        QTRY_VERIFY(!accept->isEnabled());
        duration->selectAll();
        QTest::keyClicks(duration, QStringLiteral("45m"));
        QTRY_VERIFY(accept->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("inbox.silenceDialog.comment")), QStringLiteral("known"));
        QTest::mouseClick(accept, Qt::LeftButton);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QCOMPARE(b.f.outbox.enqueued[0][0].duration, Millis(2'700'000));
        QCOMPARE(b.f.outbox.enqueued[0][0].comment, QStringLiteral("known"));
        QCOMPARE(b.f.outbox.enqueued[0][0].matchers, (std::vector<Matcher> {{QStringLiteral("service"), QStringLiteral("checkout"), false, true}}));
    }

    // What is typed and not yet a chip is part of the silence: it is counted and sent.
    void whatIsTypedCounts()
    {
        InboxBench b;
        b.open();
        b.key(Qt::Key_M);
        auto *dialog = b.page->findChild<SilenceDialog *>();
        QVERIFY(dialog != nullptr);
        const auto *count = dialog->findChild<QLabel *>(QStringLiteral("inbox.silenceDialog.count"));
        for (const char *name : {"alertname", "instance", "severity", "cluster"}) {
            QTest::mouseClick(
                dialog->findChild<QAbstractButton *>(QStringLiteral("inbox.silenceDialog.chip.") + QLatin1StringView(name)), Qt::LeftButton);
        }
        QTRY_VERIFY(count->text().startsWith(QStringLiteral("Hides 5 ")));
        auto *typed = dialog->findChild<QLineEdit *>(QStringLiteral("inbox.silenceDialog.typed"));
        QTest::keyClicks(typed, QStringLiteral("{severity=\"critical\", \"alertname\"=~\"Checkout.*\"}"));
        QTRY_VERIFY(count->text().startsWith(QStringLiteral("Hides 2 ")));
        QTest::keyClick(typed, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QCOMPARE(b.f.outbox.enqueued[0][0].matchers,
            (std::vector<Matcher> {{QStringLiteral("service"), QStringLiteral("checkout"), false, true},
                {QStringLiteral("severity"), QStringLiteral("critical"), false, true},
                {QStringLiteral("alertname"), QStringLiteral("Checkout.*"), true, true}}));
    }

    void whatCannotBeReadStopsTheSilence_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("no matcher") << "pod"
                                    << "is written name=value";
        QTest::newRow("look-ahead") << "pod=~web(?!-1).*"
                                    << "no look-ahead";
        QTest::newRow("bracket") << "pod=~(web"
                                 << "round bracket is not closed";
    }

    void whatCannotBeReadStopsTheSilence()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        InboxBench b;
        b.open();
        b.key(Qt::Key_M);
        auto *dialog = b.page->findChild<SilenceDialog *>();
        QVERIFY(dialog != nullptr);
        auto *typed = dialog->findChild<QLineEdit *>(QStringLiteral("inbox.silenceDialog.typed"));
        const auto *warnings = dialog->findChild<QLabel *>(QStringLiteral("inbox.silenceDialog.warnings"));
        QTest::keyClicks(typed, text);
        QTRY_VERIFY(warnings->isVisible() && warnings->text().contains(QStringLiteral("is ignored")));
        QTest::keyClick(typed, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(warnings->text().contains(words), qPrintable(warnings->text()));
        QTest::qWait(100);
        QVERIFY2(warnings->text().contains(words), qPrintable(warnings->text()));
        QVERIFY(dialog->isVisible());
        QVERIFY(b.f.outbox.enqueued.empty());
        typed->clear();
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
    }

    // Pressed before the count could follow: what is new is read first, and sent by the second press.
    void whatIsNewIsSaidBeforeItIsSent()
    {
        InboxBench b;
        b.open();
        b.key(Qt::Key_M);
        auto *dialog = b.page->findChild<SilenceDialog *>();
        QVERIFY(dialog != nullptr);
        auto *typed = dialog->findChild<QLineEdit *>(QStringLiteral("inbox.silenceDialog.typed"));
        const auto *warnings = dialog->findChild<QLabel *>(QStringLiteral("inbox.silenceDialog.warnings"));
        typed->setText(QStringLiteral("zone!=\"a\""));
        QTest::keyClick(typed, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(b.f.outbox.enqueued.empty());
        QVERIFY2(warnings->text().contains(QStringLiteral("zone!=\"a\" also matches alerts without that label")), qPrintable(warnings->text()));
        QTest::qWait(100);
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
    }

    // A thousand hosts, pasted: a line edit would cut them without a word.
    void longTextIsNotCut()
    {
        InboxBench b;
        b.open();
        b.key(Qt::Key_M);
        auto *dialog = b.page->findChild<SilenceDialog *>();
        QVERIFY(dialog != nullptr);
        const QString text = QStringLiteral("instance=~\"") + QString(QStringLiteral("worker-1.example.org:9100|")).repeated(2000)
            + QStringLiteral("x\"");
        auto *typed = dialog->findChild<QLineEdit *>(QStringLiteral("inbox.silenceDialog.typed"));
        typed->setText(text);
        QCOMPARE(typed->text().size(), text.size());
        auto *comment = dialog->findChild<QLineEdit *>(QStringLiteral("inbox.silenceDialog.comment"));
        comment->setText(QString(40'000, u'c'));
        QCOMPARE(comment->text().size(), 40'000);
    }

    void theSilenceDialogIsAsHighAsItsContents()
    {
        InboxBench b;
        b.open();
        b.key(Qt::Key_M);
        auto *dialog = b.page->findChild<SilenceDialog *>();
        QVERIFY(dialog != nullptr);
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        const auto *area = dialog->findChild<QScrollArea *>(QStringLiteral("inbox.silenceDialog.exampleArea"));
        const auto *accept = dialog->findChild<QWidget *>(QStringLiteral("inbox.silenceDialog.accept"));
        const auto wanted = [layout = dialog->layout(), dialog] {
            return layout->hasHeightForWidth() ? layout->totalHeightForWidth(dialog->width()) : layout->totalSizeHint().height();
        };
        QTest::qWait(60);
        const int ofOne = dialog->height();
        QCOMPARE(ofOne, wanted());
        QCOMPARE(area->verticalScrollBar()->maximum(), 0);
        // Five, then more than are listed: it grows up to a limit, and the buttons stay in it.
        const auto toggle = [dialog](std::initializer_list<const char *> names) {
            for (const char *name : names) {
                QTest::mouseClick(
                    dialog->findChild<QAbstractButton *>(QStringLiteral("inbox.silenceDialog.chip.") + QLatin1StringView(name)), Qt::LeftButton);
            }
        };
        toggle({"alertname", "instance", "severity", "cluster"});
        QTRY_VERIFY(dialog->height() > ofOne);
        QVERIFY(dialog->height() >= wanted());
        QCOMPARE(area->verticalScrollBar()->maximum(), 0);
        toggle({"service", "cluster"});
        QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
        QVERIFY(area->height() < 160);
        QVERIFY(dialog->height() >= wanted());
        QVERIFY(dialog->rect().contains(accept->geometry()));
        QTest::qWait(150);
        takePicture(*dialog, QStringLiteral("silence-many"));
        const int ofMany = dialog->height();
        QVERIFY(ofMany < 640);
        // Back to one: nothing moves away under the pointer.
        toggle({"service", "cluster", "alertname", "instance", "severity", "cluster"});
        QTRY_COMPARE(area->verticalScrollBar()->maximum(), 0);
        QCOMPARE(dialog->height(), ofMany);
    }

    void silencesAreExtendedAndEnded()
    {
        InboxBench b;
        b.open();
        b.list->setCurrentIndex(b.list->model()->index(b.rowOf(b.f.reader.alertList[2].key), 0));
        b.key(Qt::Key_M, Qt::ShiftModifier);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QCOMPARE(int(b.f.outbox.enqueued[0][0].verb), int(Verb::ExtendSilence));
        QCOMPARE(b.f.outbox.enqueued[0][0].silenceId, QStringLiteral("s-ack"));
        const auto known = std::ranges::find(b.f.reader.silenceList, QStringLiteral("s-ack"), &Silence::id);
        const UtcTime end = known == b.f.reader.silenceList.end() ? UtcTime {} : known->endsAt;
        QCOMPARE(b.f.outbox.enqueued[0][0].until, end.isValid() ? end + Millis(3'600'000) : end);
        b.key(Qt::Key_M, Qt::ControlModifier);
        auto *accept = b.part<QPushButton>("confirmDialog.accept");
        QVERIFY(accept != nullptr);
        QTest::mouseClick(accept, Qt::LeftButton);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(2));
        QCOMPARE(int(b.f.outbox.enqueued[1][0].verb), int(Verb::ExpireSilence));
    }

    void howLongToExtendIsAskedFor()
    {
        InboxBench b;
        b.open();
        b.list->setCurrentIndex(b.list->model()->index(b.rowOf(b.f.reader.alertList[2].key), 0));
        b.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        auto *four = b.part<QPushButton>("inbox.extendDialog.4");
        QVERIFY(four != nullptr);
        takePicture(*four->window(), QStringLiteral("extend"));
        QTest::mouseClick(four, Qt::LeftButton);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        const AlertAction action = b.f.outbox.enqueued[0][0];
        QCOMPARE(action.duration, Millis(4 * 3'600'000));
        // Until a time that is typed.
        b.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        auto *until = b.part<QLineEdit>("inbox.extendDialog.until");
        QVERIFY(until != nullptr);
        QTest::keyClicks(until, QStringLiteral("2099-01-02 23:51"));
        QTest::mouseClick(b.part<QPushButton>("inbox.extendDialog.accept"), Qt::LeftButton);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(2));
        QVERIFY(b.f.outbox.enqueued[1][0].until > *parseRfc3339(u"2099-01-02T00:00:00Z"));
    }

    void aConflictIsShownWithBothAnswers()
    {
        InboxBench b;
        b.open();
        b.key(Qt::Key_A);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        const QUuid id = b.f.outbox.enqueued[0][0].id;
        b.f.outbox.settle(id, OutboxState::Conflict, Reason {ReasonCode::FiresAgain}.with(reasonpart::Since, UtcTime {1'795'271'700'000}));
        QTRY_VERIFY(b.words("inbox.conflict.text").contains(QStringLiteral("fired again at ") + b.f.time.exactText({1'795'271'700'000})));
        QTest::mouseClick(b.part<QPushButton>("inbox.conflict.resend"), Qt::LeftButton);
        QTRY_COMPARE(b.f.outbox.resent, std::vector<QUuid> {id});
    }

    void aNoteIsKeptAndTold()
    {
        InboxBench b;
        b.open();
        b.key(Qt::Key_N);
        auto *edit = b.part<QPlainTextEdit>("inbox.noteDialog.text");
        QVERIFY(edit != nullptr);
        QTest::keyClicks(edit, QStringLiteral("looks like the pool"));
        QTest::mouseClick(b.part<QPushButton>("inbox.noteDialog.accept"), Qt::LeftButton);
        QTRY_COMPARE(b.f.outbox.noteList.size(), std::size_t(1));
        QTRY_VERIFY(b.words("inbox.timeline.2").contains(QStringLiteral("looks like the pool")));
        b.page->activateWindow(); // offscreen there is no window manager to do it
        QVERIFY(QTest::qWaitForWindowActive(b.page.get()));
        QTRY_VERIFY(b.list->hasFocus());
        b.key(Qt::Key_U);
        QTRY_COMPARE(b.f.outbox.removedNotes.size(), std::size_t(1));
    }

    void otherVerbsLeadToTheirPlaces()
    {
        InboxBench b;
        b.f.library.byAlert.insert(QStringLiteral("CheckoutLatencyHigh"), QStringLiteral("checkout/latency"));
        b.open();
        b.key(Qt::Key_O);
        QCOMPARE(b.f.navigator.opened, QStringList {QStringLiteral("https://wiki.example/runbooks/checkout")});
        b.key(Qt::Key_O, Qt::ShiftModifier);
        QCOMPARE(b.f.navigator.opened.last(), QStringLiteral("https://prom.example/graph?g0.expr=x"));
        b.key(Qt::Key_J);
        b.key(Qt::Key_O);
        QCOMPARE(b.f.navigator.destinations.back().page, QStringLiteral("runbooks"));
        QCOMPARE(b.f.navigator.destinations.back().object, QStringLiteral("checkout/latency"));
        b.key(Qt::Key_S);
        QCOMPARE(b.f.navigator.destinations.back().object, QStringLiteral("checkout"));
        b.key(Qt::Key_C);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("CheckoutLatencyHigh")));
        b.key(Qt::Key_F5);
        QCOMPARE(b.f.sources.refreshed, QStringList {QString()});
    }
};

QTEST_MAIN(TestInboxActions)
#include "tst_inboxactions.moc"
