#include "tests/support/inboxfixture.h"
#include "ui/pages/inbox/inboxpage.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace quarterdeck;

// Draws the inbox in both themes with every kind of data. Pictures are kept where QUARTERDECK_PICTURES points to.
class TestInboxLook : public QObject {
    Q_OBJECT

    static void keep(QWidget &page, const QString &name)
    {
        QTest::qWait(300);
        const QPixmap picture = page.grab();
        QVERIFY(!picture.isNull());
        const QString folder = qEnvironmentVariable("QUARTERDECK_PICTURES");
        if (!folder.isEmpty()) {
            QVERIFY(picture.save(QDir(folder).filePath(name + QStringLiteral(".png"))));
        }
    }

private slots:
    void looks_data()
    {
        QTest::addColumn<QString>("data");
        QTest::addColumn<bool>("dark");
        for (const char *name : {"normal", "empty", "notclear", "stale", "many", "hostile", "pending", "scrolled", "group"}) {
            QTest::addRow("%s dark", name) << QString::fromLatin1(name) << true;
            QTest::addRow("%s light", name) << QString::fromLatin1(name) << false;
        }
    }
    void looks()
    {
        QFETCH(QString, data);
        QFETCH(bool, dark);
        InboxFixture f;
        f.theme.setScheme(dark ? Theme::Scheme::Dark : Theme::Scheme::Light);
        f.theme.apply(*qApp);
        if (data == u"many" || data == u"scrolled") {
            f.fillMany();
        } else if (data == u"hostile") {
            f.fillHostile();
        } else if (data != u"empty" && data != u"notclear") {
            f.fill();
        }
        if (data == u"stale" || data == u"notclear") {
            f.sources.setStatus(QStringLiteral("am-eu"), QStringLiteral("alertmanager"), Freshness::Unreachable, f.clock.now() - Millis(300'000));
            f.telemetry.isLive = false;
        }
        InboxPage page(f.context());
        page.resize(1264, 830);
        static_cast<QWidget &>(page).show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QTest::qWait(20);
        auto *list = page.findChild<QTableView *>(QStringLiteral("inbox.list"));
        if (data == u"pending") {
            QTest::keyClick(list, 'j');
            QTest::keyClick(list, 'a');
            QTRY_COMPARE(f.outbox.enqueued.size(), std::size_t(1));
            QTest::qWait(50);
            QTest::keyClick(list, 'x');
            QTest::keyClick(list, 'x');
        }
        if (data == u"scrolled") {
            QTest::keyClick(list, Qt::Key_Right);
            for (int i = 0; i < 60; ++i) {
                QTest::keyClick(list, 'j');
            }
            ChangeSet changes;
            changes.changedAlerts = {f.make(QStringLiteral("Fresh"), {}, QStringLiteral("service-1"), QStringLiteral("critical"), 0)};
            f.reader.apply(changes);
        }
        if (data == u"group") {
            QTest::keyClick(list, Qt::Key_Home);
        }
        keep(page, data + (dark ? QStringLiteral("-dark") : QStringLiteral("-light")));
    }
};

QTEST_MAIN(TestInboxLook)
#include "tst_inboxlook.moc"
