#include "tests/support/uistage.h"
#include "tests/ui/inboxbench.h"
#include "ui/pages/inbox/inboxcontroller.h"
#include "ui/pages/inbox/silencedialog.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

using namespace quarterdeck;

/// Sources whose silences are about one alert each, as the downtimes of Icinga2; and alerts that several things keep quiet.
class TestSingleSilences : public QObject {
    Q_OBJECT

    static void setSource(InboxBench &b, bool silencesByMatchers)
    {
        SourceInfo info;
        info.id = QStringLiteral("am-eu");
        info.verbs = VerbSet(Verb::Acknowledge, Verb::Silence, Verb::ExtendSilence, Verb::ExpireSilence);
        info.silencesByMatchers = silencesByMatchers;
        b.f.sources.infoList = {info};
    }
    /// The alert that is acknowledged has a downtime beside.
    static void hideTwice(InboxBench &b) { b.f.reader.alertList[2].holds.set(HoldKind::Downtime, {QStringLiteral("s-1")}); }
    static void choose(InboxBench &b, std::size_t alert)
    {
        b.list->setCurrentIndex(b.page->feed().alerts().index(b.rowOf(b.f.reader.alertList[alert].key), 0));
    }
    static QStringList silencesIn(const std::vector<AlertAction> &actions)
    {
        QStringList ids;
        for (const AlertAction &action : actions) {
            ids << action.silenceId;
        }
        return ids;
    }

private slots:
    void eachOfSeveralIsSilencedByItself()
    {
        InboxBench b;
        setSource(b, false);
        b.open();
        const std::vector<Alert> &all = b.f.reader.alertList;
        for (const std::size_t alert : {0U, 1U, 3U}) {
            choose(b, alert);
            b.key(Qt::Key_X);
        }
        b.part<QAction>("inbox.silence")->trigger();
        auto *dialog = b.part<SilenceDialog>("inbox.silenceDialog");
        QVERIFY(dialog != nullptr);
        const auto part = [dialog](const char *name) {
            return dialog->findChild<QWidget *>(QStringLiteral("inbox.silenceDialog.") + QLatin1StringView(name));
        };
        // There are no labels to choose: it names the alerts instead.
        QVERIFY(!part("typed")->isVisible() && !part("matchers")->isVisible());
        QCOMPARE(dialog->findChild<QLabel *>(QStringLiteral("inbox.silenceDialog.count"))->text(), QStringLiteral("Hides 3 open alert(s)"));
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("inbox.silenceDialog.examples"))->text().contains(all[1].title));
        QVERIFY(!part("warnings")->isVisible());
        takePicture(*dialog, QStringLiteral("silence-each"));
        QTest::keyClicks(part("comment"), QStringLiteral("deploy"));
        QTest::mouseClick(part("accept"), Qt::LeftButton);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QSet<AlertKey> reached;
        for (const AlertAction &action : b.f.outbox.enqueued[0]) {
            QCOMPARE(int(action.verb), int(Verb::Silence));
            QCOMPARE(action.comment, QStringLiteral("deploy"));
            QCOMPARE(action.duration, Millis(7'200'000));
            QVERIFY(action.alert.isValid() && action.expectedStart.isValid());
            reached.insert(action.alert);
            const auto alert = std::ranges::find(all, action.alert, &Alert::key);
            QCOMPARE(action.matchers, exactMatchers(alert->labels));
        }
        QCOMPARE(reached, (QSet<AlertKey> {all[0].key, all[1].key, all[3].key}));
    }

    void manyOfOneGroupAreNotOfferedAsOneSilence()
    {
        InboxBench b;
        setSource(b, false);
        b.open();
        AlertModel &model = b.page->feed().alerts();
        int header = -1;
        for (int row = 0; row < model.rowCount() && header < 0; ++row) {
            header = model.headerAt(row) != nullptr && model.headerAt(row)->name == QLatin1StringView("node") ? row : -1;
        }
        QVERIFY(header >= 0);
        QVERIFY(!b.page->feed().summary(*model.headerAt(header), InboxController::ManyAlerts).verbs.isOneSilence);
        b.list->setCurrentIndex(model.index(header, 0));
        b.part<QAction>("inbox.acknowledge")->trigger();
        QVERIFY(b.part<SilenceDialog>("inbox.silenceDialog") == nullptr);
        QVERIFY(b.part<QPushButton>("confirmDialog.accept") != nullptr);
    }

    // The acknowledgement of such a source has no end to move: only the downtime is asked for.
    void onlyWhatHasAnEndIsExtended()
    {
        InboxBench b;
        setSource(b, false);
        hideTwice(b);
        b.open();
        choose(b, 2);
        b.part<QAction>("inbox.extendSilence")->trigger();
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QCOMPARE(silencesIn(b.f.outbox.enqueued[0]), QStringList {QStringLiteral("s-1")});
    }

    // Hidden by two: which of them is asked, and told whose each is.
    void whichOfSeveralIsAskedFor()
    {
        InboxBench b;
        setSource(b, true);
        hideTwice(b);
        b.open();
        choose(b, 2);
        b.part<QAction>("inbox.extendSilence")->trigger();
        auto *first = b.part<QCheckBox>("inbox.extendDialog.which0");
        auto *second = b.part<QCheckBox>("inbox.extendDialog.which1");
        QVERIFY(first != nullptr && second != nullptr && first->isChecked() && second->isChecked());
        QVERIFY2(first->text().startsWith(QStringLiteral("Acknowledged by Bo until 16:00")), qPrintable(first->text()));
        QVERIFY2(second->text().startsWith(QStringLiteral("In downtime by Bo until 16:00")), qPrintable(second->text()));
        auto *hour = b.part<QPushButton>("inbox.extendDialog.1");
        QCOMPARE(hour->text(), QStringLiteral("+1h"));
        takePicture(*first->window(), QStringLiteral("extend-which"));
        first->setChecked(false);
        QCOMPARE(hour->text(), QStringLiteral("+1h: until 17:00"));
        second->setChecked(false);
        QVERIFY(!hour->isEnabled());
        second->setChecked(true);
        QTest::mouseClick(hour, Qt::LeftButton);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QCOMPARE(silencesIn(b.f.outbox.enqueued[0]), QStringList {QStringLiteral("s-1")});
    }

    // A single one is named, so that nobody has to guess which it is.
    void theOneThatIsExtendedIsNamed()
    {
        InboxBench b;
        b.open();
        choose(b, 2);
        b.part<QAction>("inbox.extendUntil")->trigger();
        auto *what = b.part<QLabel>("inbox.extendDialog.what");
        QVERIFY(what != nullptr && what->isVisible());
        QVERIFY2(what->text().startsWith(QStringLiteral("Acknowledged by Bo until 16:00")), qPrintable(what->text()));
    }
};

QTEST_MAIN(TestSingleSilences)
#include "tst_singlesilences.moc"
