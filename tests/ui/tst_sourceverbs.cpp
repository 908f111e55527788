#include "tests/ui/inboxbench.h"
#include "ui/pages/inbox/actsheet.h"

#include <QLineEdit>
#include <QPushButton>

using namespace quarterdeck;

/// Verbs that only some sources take: offered where one does, on where the chosen one does, and sent with what they need.
class TestSourceVerbs : public QObject {
    Q_OBJECT

    static constexpr VerbSet OfPager {Verb::Acknowledge, Verb::Unacknowledge, Verb::Snooze, Verb::Resolve, Verb::Reassign, Verb::Escalate,
        Verb::AddResponder, Verb::CancelResponder, Verb::Merge, Verb::SetPriority, Verb::Note, Verb::Maintain};

    /// The fixture, with the first two alerts told by a pager, the second of them acknowledged.
    static void fill(InboxBench &b)
    {
        b.f.reader.alertList.resize(4);
        for (Alert &alert : b.f.reader.alertList) {
            alert.state = AlertState::Triggered;
            alert.holds = {};
        }
        for (int i = 0; i < 2; ++i) {
            b.f.reader.alertList[std::size_t(i)].key.source = QStringLiteral("pager");
        }
        b.f.reader.alertList[1].state = AlertState::Acknowledged;
        b.f.reader.alertList[1].holds = {{HoldKind::Acknowledgement, QStringLiteral("PT4KHLK")}};
        b.f.reader.alertList[1].assigned = {QStringLiteral("Ana <b>Ruiz</b>")};
        b.f.sources.setStatus(QStringLiteral("pager"), QStringLiteral("alertmanager"), Freshness::Live, b.f.clock.now());
        SourceInfo pager;
        pager.id = QStringLiteral("pager");
        pager.verbs = OfPager;
        SourceInfo am;
        am.id = QStringLiteral("am-eu");
        am.verbs = VerbSet(Verb::Acknowledge, Verb::Silence, Verb::ExtendSilence, Verb::ExpireSilence, Verb::Unacknowledge);
        b.f.sources.infoList = {am, pager};
    }
    static void choose(InboxBench &b, std::size_t alert)
    {
        b.list->setCurrentIndex(b.page->feed().alerts().index(b.rowOf(b.f.reader.alertList[alert].key), 0));
    }
    static QAction *verb(const InboxBench &b, const char *name) { return b.part<QAction>(name); }
    /// Types into the open sheet, and presses its button.
    static void answer(InboxBench &b, const QString &text)
    {
        QTRY_VERIFY(b.part<ActSheet>("inbox.actSheet") != nullptr);
        b.part<QLineEdit>("inbox.actSheet.edit")->setText(text);
        QTest::mouseClick(b.part<QPushButton>("inbox.actSheet.accept"), Qt::LeftButton);
    }

private slots:
    void isOfferedWhereASourceTakesIt()
    {
        InboxBench b;
        fill(b);
        b.open();
        choose(b, 0);
        QTRY_VERIFY(verb(b, "inbox.resolve")->isVisible() && verb(b, "inbox.resolve")->isEnabled());
        QVERIFY(!verb(b, "inbox.checkNow")->isVisible());
        QVERIFY(!verb(b, "inbox.unacknowledge")->isEnabled());
        // The pager has no silences.
        QVERIFY(!verb(b, "inbox.silence")->isEnabled());
        QVERIFY(verb(b, "inbox.silence")->toolTip().contains(QLatin1StringView("pager")));
        choose(b, 1);
        QTRY_VERIFY(verb(b, "inbox.unacknowledge")->isEnabled());
        QVERIFY2(b.page->findChild<QWidget *>(QStringLiteral("inbox.detail")) != nullptr, "the pane is there");
        choose(b, 2);
        QTRY_VERIFY(!verb(b, "inbox.resolve")->isEnabled());
        QVERIFY(verb(b, "inbox.silence")->isEnabled());
    }

    void whatIsSnoozedIsNotAcknowledgedAgain()
    {
        InboxBench b;
        fill(b);
        b.f.reader.alertList[0].state = AlertState::Snoozed;
        b.open();
        choose(b, 0);
        QTRY_VERIFY(verb(b, "inbox.unacknowledge")->isEnabled());
        b.key(Qt::Key_A);
        QTest::qWait(30);
        QVERIFY(b.f.outbox.enqueued.empty());
    }

    void withoutSuchASourceNothingIsOffered()
    {
        InboxBench b;
        fill(b);
        b.f.sources.infoList.pop_back();
        b.open();
        for (const char *name : {"inbox.resolve", "inbox.snooze", "inbox.reassign", "inbox.merge"}) {
            QVERIFY2(!verb(b, name)->isVisible(), name);
        }
    }

    void whatTheAlertRulesOutIsOff()
    {
        InboxBench b;
        fill(b);
        b.f.reader.alertList[0].can = OfPager.without(Verb::Acknowledge).without(Verb::Snooze);
        b.open();
        choose(b, 0);
        QTRY_VERIFY(!verb(b, "inbox.snooze")->isEnabled());
        QVERIFY(!verb(b, "inbox.acknowledge")->isEnabled());
        QVERIFY(verb(b, "inbox.resolve")->isEnabled());
    }

    void eachIsSentWithWhatItNeeds_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<Verb>("wish");
        QTest::newRow("snooze") << QByteArray("inbox.snooze") << QStringLiteral("2h") << Verb::Snooze;
        QTest::newRow("maintenance") << QByteArray("inbox.maintain") << QStringLiteral("2h") << Verb::Maintain;
        QTest::newRow("reassign") << QByteArray("inbox.reassign") << QStringLiteral(" ana@example.org, Ben Ek ,") << Verb::Reassign;
        QTest::newRow("escalate") << QByteArray("inbox.escalate") << QStringLiteral("3") << Verb::Escalate;
        QTest::newRow("call") << QByteArray("inbox.callHelp") << QStringLiteral("Ben Ek") << Verb::AddResponder;
        QTest::newRow("call off") << QByteArray("inbox.callOff") << QStringLiteral("Ben Ek") << Verb::CancelResponder;
        QTest::newRow("priority") << QByteArray("inbox.priority") << QStringLiteral("P1") << Verb::SetPriority;
        QTest::newRow("note") << QByteArray("inbox.comment") << QStringLiteral("on it") << Verb::Note;
    }
    void eachIsSentWithWhatItNeeds()
    {
        QFETCH(QByteArray, action);
        QFETCH(QString, typed);
        QFETCH(Verb, wish);
        InboxBench b;
        fill(b);
        b.open();
        choose(b, 0);
        QTRY_VERIFY(verb(b, action.constData())->isEnabled());
        verb(b, action.constData())->trigger();
        answer(b, typed);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        const AlertAction &sent = b.f.outbox.enqueued[0].at(0);
        QCOMPARE(sent.verb, wish);
        QCOMPARE(sent.alert, b.f.reader.alertList[0].key);
        QCOMPARE(sent.expectedStart, b.f.reader.alertList[0].startsAt);
        switch (wish) {
        case Verb::Snooze:
        case Verb::Maintain:
            QCOMPARE(sent.until, b.f.clock.now() + Millis(7'200'000));
            break;
        case Verb::Reassign:
            QCOMPARE(sent.people, (QStringList {QStringLiteral("ana@example.org"), QStringLiteral("Ben Ek")}));
            break;
        case Verb::AddResponder:
        case Verb::CancelResponder:
            QCOMPARE(sent.people, QStringList {QStringLiteral("Ben Ek")});
            break;
        case Verb::Note:
            QCOMPARE(sent.comment, typed);
            break;
        default:
            QCOMPARE(sent.subject, typed);
            break;
        }
    }

    void whatMeansNothingIsNotSent()
    {
        InboxBench b;
        fill(b);
        b.open();
        choose(b, 0);
        QTRY_VERIFY(verb(b, "inbox.snooze")->isEnabled());
        verb(b, "inbox.snooze")->trigger();
        QTRY_VERIFY(b.part<ActSheet>("inbox.actSheet") != nullptr);
        for (const char *typed : {"", "soon", "-1h", "25:99"}) {
            b.part<QLineEdit>("inbox.actSheet.edit")->setText(QLatin1StringView(typed));
            QVERIFY2(!b.part<QPushButton>("inbox.actSheet.accept")->isEnabled(), typed);
            QTest::keyClick(b.part<QLineEdit>("inbox.actSheet.edit"), Qt::Key_Return);
        }
        QVERIFY(b.f.outbox.enqueued.empty());
    }

    void aResolutionIsAskedForOnce()
    {
        InboxBench b;
        fill(b);
        b.open();
        choose(b, 0);
        QTRY_VERIFY(verb(b, "inbox.resolve")->isEnabled());
        verb(b, "inbox.resolve")->trigger();
        QTRY_VERIFY(b.part<QPushButton>("confirmDialog.accept") != nullptr);
        QVERIFY(b.f.outbox.enqueued.empty());
        QTest::mouseClick(b.part<QPushButton>("confirmDialog.accept"), Qt::LeftButton);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QCOMPARE(b.f.outbox.enqueued[0].at(0).verb, Verb::Resolve);
    }

    void theOldestStaysWhereIncidentsAreMerged()
    {
        InboxBench b;
        fill(b);
        b.open();
        choose(b, 0);
        QTRY_VERIFY(verb(b, "inbox.resolve")->isEnabled());
        QVERIFY(!verb(b, "inbox.merge")->isEnabled());
        for (std::size_t i = 0; i < 2; ++i) {
            b.page->feed().alerts().setMarked(b.rowOf(b.f.reader.alertList[i].key), true);
        }
        QTRY_VERIFY(verb(b, "inbox.merge")->isEnabled());
        verb(b, "inbox.merge")->trigger();
        QTRY_VERIFY(b.part<QPushButton>("confirmDialog.accept") != nullptr);
        QTest::mouseClick(b.part<QPushButton>("confirmDialog.accept"), Qt::LeftButton);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QCOMPARE(b.f.outbox.enqueued[0].size(), std::size_t(1));
        // The first began a minute before the second.
        QCOMPARE(b.f.outbox.enqueued[0][0].alert, b.f.reader.alertList[1].key);
        QCOMPARE(b.f.outbox.enqueued[0][0].subject, b.f.reader.alertList[0].key.id);
    }

    void anAcknowledgementIsTakenBackByItsName()
    {
        InboxBench b;
        fill(b);
        b.open();
        choose(b, 1);
        QTRY_VERIFY(verb(b, "inbox.unacknowledge")->isEnabled());
        b.key(Qt::Key_A, Qt::ShiftModifier);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QCOMPARE(b.f.outbox.enqueued[0][0].verb, Verb::Unacknowledge);
        QCOMPARE(b.f.outbox.enqueued[0][0].silenceId, QStringLiteral("PT4KHLK"));
    }

    // The row still shows what the source says; the key is about what was asked for.
    void whatIsQueuedIsTakenBackAndAskedForAgain()
    {
        InboxBench b;
        fill(b);
        b.open();
        choose(b, 0);
        QTRY_VERIFY(!verb(b, "inbox.unacknowledge")->isEnabled());
        b.key(Qt::Key_A);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QTRY_VERIFY(verb(b, "inbox.unacknowledge")->isEnabled());
        b.key(Qt::Key_A, Qt::ShiftModifier);
        QTRY_COMPARE(b.f.outbox.withdrawn.size(), std::size_t(1));
        QTRY_COMPARE(b.f.navigator.toasts.last(), QStringLiteral("Discarded: nothing was sent."));
        QTRY_VERIFY(!verb(b, "inbox.unacknowledge")->isEnabled());
        // And the other way round.
        choose(b, 1);
        QTRY_VERIFY(verb(b, "inbox.unacknowledge")->isEnabled());
        b.key(Qt::Key_A, Qt::ShiftModifier);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(3));
        QTRY_COMPARE(b.f.outbox.entryList.front().state, OutboxState::Queued);
        QTRY_VERIFY(b.page->feed().outbox().openEntryOf(b.f.reader.alertList[1].key) != nullptr);
        b.key(Qt::Key_A);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(4));
        QCOMPARE(b.f.outbox.enqueued[3][0].verb, Verb::Acknowledge);
        QCOMPARE(b.f.outbox.withdrawn.size(), std::size_t(2));
    }

    void aQueuedSilenceIsEndedAndExtended()
    {
        InboxBench b;
        fill(b);
        const Alert alert = b.f.reader.alertList[2];
        OutboxEntry queued;
        queued.action.id = QUuid::createUuid();
        queued.action.verb = Verb::Silence;
        queued.action.source = alert.key.source;
        queued.action.matchers = exactMatchers(alert.labels);
        queued.action.alertTitle = QStringLiteral("all of it");
        b.f.outbox.entryList = {queued};
        b.open();
        choose(b, 2);
        b.key(Qt::Key_M, Qt::ShiftModifier);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QCOMPARE(b.f.outbox.enqueued[0][0].verb, Verb::ExtendSilence);
        QCOMPARE(b.f.outbox.enqueued[0][0].matchers, queued.action.matchers);
        QVERIFY(!b.f.outbox.enqueued[0][0].alert.isValid() && b.f.outbox.enqueued[0][0].silenceId.isEmpty());
        b.key(Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(b.part<QPushButton>("confirmDialog.accept") != nullptr);
        QTest::mouseClick(b.part<QPushButton>("confirmDialog.accept"), Qt::LeftButton);
        QTRY_COMPARE(b.f.outbox.withdrawn.size(), std::size_t(2));
        QTRY_VERIFY(!b.f.navigator.toasts.isEmpty());
        QTRY_COMPARE(b.f.navigator.toasts.last(), QStringLiteral("Discarded: nothing was sent."));
    }
};

QTEST_MAIN(TestSourceVerbs)
#include "tst_sourceverbs.moc"
