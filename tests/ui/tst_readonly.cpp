#include "tests/ui/inboxbench.h"

#include <QPushButton>
#include <QToolButton>

using namespace quarterdeck;

/// Verbs that would be refused in any case are off, and say why, before anybody presses their key.
class TestReadOnly : public QObject {
    Q_OBJECT

    /// The fixture, with the second alert told by rules alone.
    static void fill(InboxBench &b, ReadOnly readOnly)
    {
        b.f.reader.alertList.resize(4);
        for (Alert &alert : b.f.reader.alertList) {
            alert.state = AlertState::Triggered;
            alert.holds = {};
        }
        b.f.reader.alertList[1].key.source = QStringLiteral("prom-eu");
        SourceStatus status;
        status.id = QStringLiteral("prom-eu");
        status.kind = QStringLiteral("prometheus");
        status.freshness = Freshness::Live;
        status.lastOkAt = b.f.clock.now();
        status.readOnly = readOnly;
        b.f.sources.setStatus(status);
    }
    static bool isOn(const InboxBench &b, const char *verb) { return b.part<QAction>(verb)->isEnabled(); }

private slots:
    void anAlertThatCanOnlyBeReadOffersNoVerbs()
    {
        InboxBench b;
        fill(b, ReadOnly::Source);
        b.open();
        QTRY_VERIFY(isOn(b, "inbox.acknowledge"));
        QVERIFY(b.words("inbox.head.refused").isEmpty());
        b.list->setCurrentIndex(b.page->feed().alerts().index(b.rowOf(b.f.reader.alertList[1].key), 0));
        for (const char *verb : {"inbox.acknowledge", "inbox.silence", "inbox.extendSilence", "inbox.extendUntil", "inbox.expireSilence"}) {
            QTRY_VERIFY2(!isOn(b, verb), verb);
            QVERIFY(b.part<QAction>(verb)->toolTip().contains(QLatin1StringView("prom-eu only reports its alerts")));
        }
        for (const char *verb : {"inbox.note", "inbox.runbook", "inbox.copy", "inbox.openSource"}) {
            QVERIFY2(isOn(b, verb), verb);
        }
        QTRY_VERIFY(!b.part<QPushButton>("inbox.head.acknowledge")->isEnabled());
        QVERIFY(!b.part<QPushButton>("inbox.head.silence")->isEnabled());
        QVERIFY(b.part<QPushButton>("inbox.head.acknowledge")->toolTip().contains(QLatin1StringView("prom-eu")));
        QVERIFY(b.words("inbox.head.refused").startsWith(QLatin1StringView("prom-eu only reports")));
        b.key(Qt::Key_A);
        QTest::qWait(30);
        QVERIFY(b.f.outbox.enqueued.empty());
        b.list->setCurrentIndex(b.page->feed().alerts().index(b.rowOf(b.f.reader.alertList[0].key), 0));
        QTRY_VERIFY(isOn(b, "inbox.acknowledge"));
        QVERIFY(b.words("inbox.head.refused").isEmpty());
    }

    void ofSeveralOnlyThoseThatCan()
    {
        InboxBench b;
        fill(b, ReadOnly::Source);
        b.open();
        b.part<QAction>("inbox.markAll")->trigger();
        QTRY_COMPARE(b.page->feed().alerts().alerts().totals().marked, 4);
        QVERIFY(isOn(b, "inbox.acknowledge"));
        b.part<QAction>("inbox.acknowledge")->trigger();
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QCOMPARE(b.f.outbox.enqueued[0].size(), std::size_t(3));
        for (const AlertAction &action : b.f.outbox.enqueued[0]) {
            QCOMPARE(action.source, QStringLiteral("am-eu"));
        }
        QTRY_VERIFY(!b.f.navigator.toasts.isEmpty());
        QVERIFY(b.f.navigator.toasts.last().contains(QLatin1StringView("Left out, because they are read-only: 1")));
        b.page->feed().alerts().setAllMarked(false);
        b.page->feed().alerts().setMarked(b.rowOf(b.f.reader.alertList[1].key), true);
        QTRY_VERIFY(!isOn(b, "inbox.acknowledge"));
    }

    void aReadOnlyContextOffersNone()
    {
        InboxBench b;
        fill(b, ReadOnly::Context);
        b.f.sources.statusList[0].readOnly = ReadOnly::Context;
        b.open();
        QTRY_VERIFY(!isOn(b, "inbox.acknowledge"));
        QVERIFY(b.words("inbox.head.refused").startsWith(QLatin1StringView("This context is read-only")));
        // On a group too, and it says of the verbs what is so.
        b.list->setCurrentIndex(b.page->feed().alerts().index(0, 0));
        QTRY_VERIFY(!b.part<QPushButton>("inbox.head.acknowledge")->isEnabled());
    }
};

QTEST_MAIN(TestReadOnly)
#include "tst_readonly.moc"
