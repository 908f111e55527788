#include "tests/support/inboxfixture.h"
#include "ui/pages/inbox/factory.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/silencedialog.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace quarterdeck;

namespace {

// A page in a window with the fixture's alerts, ready for keys.
struct Bench {
    explicit Bench(bool filled = true)
    {
        f.theme.apply(*qApp);
        if (filled) {
            f.fill();
        }
    }
    void open()
    {
        page = std::make_unique<InboxPage>(f.context());
        page->resize(1264, 830);
        static_cast<QWidget &>(*page).show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        list = page->findChild<QTableView *>(QStringLiteral("inbox.list"));
        QVERIFY(list != nullptr);
        if (!f.reader.alertList.empty() && !f.reader.answers.failure) {
            QTRY_VERIFY(list->currentIndex().isValid());
            QTRY_VERIFY(list->hasFocus());
        }
    }
    template <class T> T *part(const char *name) const { return page->findChild<T *>(QString::fromLatin1(name)); }
    QString words(const char *name) const
    {
        const auto *label = part<QLabel>(name);
        return label != nullptr && label->isVisible() ? label->text() : QString();
    }
    /// The sentence of a strip, or nothing while it is hidden.
    QString strip(const char *name) const
    {
        const auto *strip = part<QWidget>(name);
        const auto *label = strip == nullptr ? nullptr : strip->findChild<QLabel *>();
        return label != nullptr && strip->isVisible() ? label->text() : QString();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(list, key, modifiers); }
    AlertKey current() const { return AlertKey::fromString(list->currentIndex().data(KeyRole).toString()); }
    int rowOf(const AlertKey &key) const { return page->feed().alerts().rowOf(key); }

    InboxFixture f;
    std::unique_ptr<InboxPage> page;
    QTableView *list = nullptr;
};

} // namespace

class TestInboxPage : public QObject {
    Q_OBJECT

private slots:
    void acknowledgingAsksAndNeverPretends()
    {
        Bench b;
        b.open();
        const Alert seen = b.f.reader.alertList[0];
        QCOMPARE(b.current(), seen.key);
        b.key(Qt::Key_A);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        const AlertAction action = b.f.outbox.enqueued[0][0];
        QCOMPARE(int(action.verb), int(Verb::Acknowledge));
        QCOMPARE(action.alert, seen.key);
        QCOMPARE(action.expectedVersion, seen.version());
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
        Bench b;
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
        QCOMPARE(int(b.f.outbox.enqueued[2][0].verb), int(Verb::ExpireSilence));
        QCOMPARE(b.f.outbox.enqueued[2][0].silenceId, QStringLiteral("silence-9"));
    }

    void aFullDiskIsSaidAndNothingPretended()
    {
        Bench b;
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
        Bench b;
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
        Bench b;
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
        Bench b;
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

    void silencesAreExtendedAndEnded()
    {
        Bench b;
        b.open();
        b.list->setCurrentIndex(b.list->model()->index(b.rowOf(b.f.reader.alertList[2].key), 0));
        b.key(Qt::Key_M, Qt::ShiftModifier);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QCOMPARE(int(b.f.outbox.enqueued[0][0].verb), int(Verb::ExtendSilence));
        QCOMPARE(b.f.outbox.enqueued[0][0].silenceId, QStringLiteral("s-ack"));
        b.key(Qt::Key_M, Qt::ControlModifier);
        auto *accept = b.part<QPushButton>("inbox.confirm.accept");
        QVERIFY(accept != nullptr);
        QTest::mouseClick(accept, Qt::LeftButton);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(2));
        QCOMPARE(int(b.f.outbox.enqueued[1][0].verb), int(Verb::ExpireSilence));
    }

    void neverAFalseAllClear()
    {
        Bench b(false);
        b.open();
        QTRY_VERIFY(b.words("emptySentence").startsWith(QStringLiteral("All clear")));
        b.f.sources.setStatus(QStringLiteral("am-eu"), QStringLiteral("alertmanager"), Freshness::Unreachable, b.f.clock.now() - Millis(300'000));
        QTRY_COMPARE(b.words("emptySentence"), QStringLiteral("No alerts known. am-eu has not answered since 14:31: this is not an all-clear."));
        const auto *sentence = b.part<QLabel>("emptySentence");
        QVERIFY(sentence->height() >= sentence->heightForWidth(sentence->width())); // the end of it can be read
        QCOMPARE(b.strip("inbox.strip.source.0"), QStringLiteral("am-eu has not answered since 14:31."));
        b.f.sources.setStatus(QStringLiteral("am-eu"), QStringLiteral("alertmanager"), Freshness::Live, b.f.clock.now());
        b.f.sources.setPaused(true);
        QTRY_VERIFY(b.words("emptySentence").contains(QStringLiteral("not an all-clear")));
        b.f.sources.setPaused(false);
        QTRY_VERIFY(b.words("emptySentence").startsWith(QStringLiteral("All clear")));
    }

    void anUnreadableStoreIsNoAllClear()
    {
        Bench b;
        b.f.reader.answers.failure = Error {ErrorKind::Storage, QStringLiteral("torn page"), {}, 0, {}};
        b.open();
        QTRY_VERIFY(b.words("emptySentence").contains(QStringLiteral("not an all-clear")));
        b.f.reader.answers.failure.reset();
        QTest::mouseClick(b.part<QPushButton>("emptyButton"), Qt::LeftButton);
        QTRY_VERIFY(b.list->isVisible());
    }

    void filteringByKeyboard()
    {
        Bench b;
        b.open();
        b.key(Qt::Key_Slash);
        auto *edit = b.part<QLineEdit>("inbox.filter");
        QVERIFY(edit->hasFocus());
        QTest::keyClicks(edit, QStringLiteral("service:search is:open"));
        QTRY_COMPARE(b.list->model()->rowCount(), 3);
        QTest::keyClicks(edit, QStringLiteral(" is:wrong"));
        QTRY_VERIFY(b.strip("inbox.strip.filter").contains(QStringLiteral("wrong")));
        QCOMPARE(b.list->model()->rowCount(), 3); // the one before stays in force
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("nothingatall"));
        QTRY_VERIFY(b.words("emptySentence").contains(QStringLiteral("filter")));
        QTest::mouseClick(b.part<QPushButton>("emptyButton"), Qt::LeftButton);
        QTRY_VERIFY(b.list->isVisible());
        QTRY_VERIFY(b.strip("inbox.strip.filter").isEmpty());
    }

    void theDetailAnswersAndMovingCancels()
    {
        Bench b;
        b.open();
        QTRY_COMPARE(b.words("inbox.head.title"), QStringLiteral("CheckoutErrorBudgetBurn"));
        QTRY_COMPARE(b.f.telemetry.rangeQueries.size(), std::size_t(1));
        QCOMPARE(b.f.telemetry.rangeQueries[0].expression, QStringLiteral("sum(rate(errors[5m])) / sum(rate(requests[5m]))"));
        QTRY_COMPARE(b.f.telemetry.logQueries.size(), std::size_t(1));
        QCOMPARE(b.f.telemetry.logQueries[0].service, QStringLiteral("checkout"));
        QCOMPARE(b.f.telemetry.logQueries[0].range.length(), Millis(600'000));
        QTRY_VERIFY(b.words("inbox.timeline.1").contains(QStringLiteral("same spike on search")));
        // Twenty moves in a row ask for nothing but the last; what was under way is cancelled.
        b.f.telemetry.answers.isHeld = true;
        const std::size_t before = b.f.telemetry.logQueries.size();
        for (int i = 0; i < 20; ++i) {
            b.key(i % 2 == 0 ? Qt::Key_J : Qt::Key_K);
        }
        b.key(Qt::Key_J);
        QTRY_COMPARE(b.f.telemetry.logQueries.size(), before + 1);
        const CancelToken running = b.f.telemetry.cancels.back();
        b.key(Qt::Key_J);
        QVERIFY(running.stop_requested());
    }

    void aConflictIsShownWithBothAnswers()
    {
        Bench b;
        b.open();
        b.key(Qt::Key_A);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        const QUuid id = b.f.outbox.enqueued[0][0].id;
        b.f.outbox.settle(id, OutboxState::Conflict, QStringLiteral("You saw triggered since 14:30; it fired again at 14:35"));
        QTRY_VERIFY(b.words("inbox.conflict.text").contains(QStringLiteral("it fired again at 14:35")));
        QTest::mouseClick(b.part<QPushButton>("inbox.conflict.resend"), Qt::LeftButton);
        QTRY_COMPARE(b.f.outbox.resent, std::vector<QUuid> {id});
    }

    void aNoteIsKeptAndTold()
    {
        Bench b;
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
        Bench b;
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

    void foldingAndMovingByKeyboard()
    {
        Bench b;
        b.open();
        const int rows = b.list->model()->rowCount();
        b.key(Qt::Key_Left);
        QCOMPARE(b.list->model()->rowCount(), rows - 5);
        QCOMPARE(b.list->currentIndex().row(), 0);
        b.key(Qt::Key_Return);
        QCOMPARE(b.list->model()->rowCount(), rows);
        b.key(Qt::Key_End);
        QCOMPARE(b.list->currentIndex().row(), rows - 1);
        b.key(Qt::Key_Right);
        QCOMPARE(b.list->model()->rowCount(), rows + 3);
        b.key(Qt::Key_Home);
        QCOMPARE(b.list->currentIndex().row(), 0);
    }

    void aStormKeepsTheReadersPlace()
    {
        Bench b(false);
        b.f.fillMany();
        b.open();
        b.key(Qt::Key_Home);
        b.key(Qt::Key_Right);
        for (int i = 0; i < 80; ++i) {
            b.key(Qt::Key_J);
        }
        const AlertKey chosen = b.current();
        QVERIFY(chosen.isValid());
        QVERIFY(b.list->verticalScrollBar()->value() > 0);
        int y = b.list->visualRect(b.list->currentIndex()).top();
        bool hasSettled = false;
        for (int tick = 0; tick < 30; ++tick) {
            ChangeSet changes;
            for (int i = 0; i < 20; ++i) {
                const std::size_t at = std::size_t((tick * 977 + i * 61) % 10'000);
                Alert changed = b.f.reader.alertList[at];
                if (changed.key == chosen) {
                    continue;
                }
                changed.state = i % 3 == 0 ? AlertState::Resolved : AlertState::Acknowledged;
                changed.resolvedAt = b.f.clock.now();
                changes.changedAlerts.push_back(changed);
            }
            changes.changedAlerts.push_back(b.f.make(QStringLiteral("New"), {}, QStringLiteral("service-0"), QStringLiteral("critical"), 700));
            b.page->feed().alerts().applyDelta(changes);
            QApplication::processEvents();
            QCOMPARE(b.current(), chosen);
            if (hasSettled) {
                QVERIFY(std::abs(b.list->visualRect(b.list->currentIndex()).top() - y) <= b.list->rowHeight(0));
            }
            y = b.list->visualRect(b.list->currentIndex()).top();
            hasSettled = true; // the strip that tells of new alerts has taken its place
        }
        QCOMPARE(b.page->feed().alerts().alerts().totals().held, 30);
        QVERIFY(b.strip("inbox.strip.new").contains(QStringLiteral("30")));
        b.key(Qt::Key_Period);
        QCOMPARE(b.page->feed().alerts().alerts().totals().held, 0);
        QCOMPARE(b.current(), chosen);
    }

    void placesCanBeLeftAndFoundAgain()
    {
        Bench b;
        b.open();
        const AlertKey folded = b.f.reader.alertList[100].key;
        static_cast<Page &>(*b.page).show(
            {QStringLiteral("inbox"), folded.toString(), {{QStringLiteral("filter"), QStringLiteral("service:search")}}});
        QTRY_COMPARE(b.current(), folded);
        QVERIFY(b.f.navigator.toasts.last().contains(QStringLiteral("cleared")));
        QCOMPARE(b.page->current().object, folded.toString());
        const auto found = b.page->find(QStringLiteral("latency"), 5);
        QCOMPARE(found.front().title, QStringLiteral("CheckoutLatencyHigh"));
        QCOMPARE(b.page->exportCsv().count("\r\n"), int(b.f.reader.alertList.size()) + 1);
    }

    void everyVerbHasAKeyAndAName()
    {
        Bench b;
        b.open();
        QSet<QString> keys;
        for (const QAction *action : b.page->verbs()) {
            QVERIFY(action->objectName().startsWith(QStringLiteral("inbox.")));
            QVERIFY(!action->text().isEmpty());
            QVERIFY(!action->shortcuts().isEmpty());
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString()));
                keys.insert(key.toString());
            }
        }
        PreferenceValues values = b.f.preferences.current;
        values.isSingleKeyEnabled = false;
        b.f.preferences.setValues(values);
        b.key(Qt::Key_A);
        QTest::qWait(20);
        QVERIFY(b.f.outbox.enqueued.empty());
        for (QWidget *widget : b.page->findChildren<QWidget *>()) {
            if (widget->focusPolicy() & Qt::TabFocus && widget->isVisible()) {
                const auto *button = qobject_cast<QAbstractButton *>(widget);
                QVERIFY2(!widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty()),
                    qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
            }
        }
    }
};

QTEST_MAIN(TestInboxPage)
#include "tst_inboxpage.moc"
