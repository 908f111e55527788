#include "tests/support/inboxfixture.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/widgets/keyvaluegrid.h"

#include <QApplication>
#include <QLabel>
#include <QTableView>
#include <QTest>

using namespace quarterdeck;

namespace {

// The page with the fixture's alerts, and the words that its detail pane shows now.
struct Bench {
    Bench()
    {
        f.theme.apply(*qApp);
        f.fill();
        page = std::make_unique<InboxPage>(f.context());
        page->resize(1264, 830);
        static_cast<QWidget &>(*page).show();
        list = page->findChild<QTableView *>(QStringLiteral("inbox.list"));
    }
    /// Chooses the header of a group by its name.
    bool choose(const QString &name) const
    {
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, AlertModel::AlertColumn);
            if (index.data(IsGroupRole).toBool() && index.data().toString() == name) {
                list->setCurrentIndex(index.siblingAtColumn(0));
                return true;
            }
        }
        return false;
    }
    QString words(const char *grid) const
    {
        QStringList found;
        const auto *part = page->findChild<KeyValueGrid *>(QString::fromLatin1(grid));
        for (const QLabel *label : part->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty()) {
                found << label->text();
            }
        }
        return found.join(u'|');
    }

    InboxFixture f;
    std::unique_ptr<InboxPage> page;
    QTableView *list = nullptr;
};

} // namespace

// The detail pane of a group header.
class TestInboxGroup : public QObject {
    Q_OBJECT

private slots:
    void tellsWhatTheGroupHolds()
    {
        Bench b;
        QVERIFY(QTest::qWaitForWindowActive(b.page.get()));
        QTRY_VERIFY(b.choose(QStringLiteral("checkout")));
        const QString alerts = b.words("inbox.group.alerts");
        QVERIFY2(alerts.contains(QLatin1StringView("Critical|2 firing")), qPrintable(alerts));
        QVERIFY2(alerts.contains(QStringLiteral("2 firing · 1 acknowledged")), qPrintable(alerts));
        QVERIFY2(alerts.contains(QLatin1StringView("Oldest|DbPoolNearlyExhausted|8 min, since 14:28")), qPrintable(alerts));
        QVERIFY2(alerts.contains(QLatin1StringView("Newest|PodRestarts")), qPrintable(alerts));
        QVERIFY2(alerts.contains(QLatin1StringView("am-eu|5")), qPrintable(alerts));
        const QString labels = b.words("inbox.group.labels");
        QVERIFY2(labels.contains(QLatin1StringView("service|checkout")), qPrintable(labels));
        QVERIFY2(!labels.contains(QLatin1StringView("alertname")), qPrintable(labels));
    }

    // What is promised is what the verb then does.
    void promisesWhatTheVerbsDo()
    {
        Bench b;
        QVERIFY(QTest::qWaitForWindowActive(b.page.get()));
        QTRY_VERIFY(b.choose(QStringLiteral("checkout")));
        QVERIFY2(b.words("inbox.group.verbs").contains(QLatin1StringView("Acknowledge|4 ")), qPrintable(b.words("inbox.group.verbs")));
        QTest::keyClick(b.list, Qt::Key_A);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QCOMPARE(b.f.outbox.enqueued[0].size(), std::size_t(4));
        QTRY_VERIFY2(b.words("inbox.group.verbs").contains(QLatin1StringView("nothing")), qPrintable(b.words("inbox.group.verbs")));
        QVERIFY2(b.words("inbox.group.alerts").contains(QLatin1StringView("Outbox|4 waiting")), qPrintable(b.words("inbox.group.alerts")));
    }

    void offersOneSilenceForManyAlerts()
    {
        Bench b;
        QVERIFY(QTest::qWaitForWindowActive(b.page.get()));
        QTRY_VERIFY(b.choose(QStringLiteral("node")));
        const QString verbs = b.words("inbox.group.verbs");
        QVERIFY2(verbs.contains(QLatin1StringView("one silence")), qPrintable(verbs));
        QTest::keyClick(b.list, Qt::Key_A);
        QTRY_VERIFY(b.page->findChild<QWidget *>(QStringLiteral("inbox.silenceDialog")) != nullptr);
        QVERIFY(b.f.outbox.enqueued.empty());
    }

    // Marked alerts take every verb away from the group: the pane must not promise otherwise.
    void marksTakeTheVerbsAway()
    {
        Bench b;
        QVERIFY(QTest::qWaitForWindowActive(b.page.get()));
        QTRY_VERIFY(b.choose(QStringLiteral("identity")));
        QTest::keyClick(b.list, Qt::Key_X);
        QTRY_VERIFY(b.choose(QStringLiteral("checkout")));
        const QString verbs = b.words("inbox.group.verbs");
        QVERIFY2(verbs.startsWith(QLatin1StringView("Marked|2 ")), qPrintable(verbs));
        QTest::keyClick(b.list, Qt::Key_A);
        QTRY_COMPARE(b.f.outbox.enqueued.size(), std::size_t(1));
        QCOMPARE(b.f.outbox.enqueued[0].size(), std::size_t(2));
    }

    void leavesWithTheGroup()
    {
        Bench b;
        QVERIFY(QTest::qWaitForWindowActive(b.page.get()));
        QTRY_VERIFY(b.choose(QStringLiteral("checkout")));
        auto *group = b.page->findChild<QWidget *>(QStringLiteral("inbox.group"));
        QVERIFY(group->isVisible());
        QTest::keyClick(b.list, Qt::Key_J);
        QTRY_VERIFY(!group->isVisible());
    }
};

QTEST_MAIN(TestInboxGroup)
#include "tst_inboxgroup.moc"
