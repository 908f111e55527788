#include "models/servicelistmodel.h"
#include "tests/support/hover.h"
#include "tests/support/uistage.h"
#include "tests/ui/inboxbench.h"
#include "ui/pages/inbox/alertlist.h"
#include "ui/pages/load/factory.h"
#include "ui/pages/load/loadtiles.h"
#include "ui/pages/services/factory.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>

using namespace quarterdeck;

namespace {

// What a window of 1024 x 700 leaves for a page.
constexpr QSize Narrow {848, 580};

bool isWhole(const QPushButton &button)
{
    return button.isVisible() && button.width() >= button.sizeHint().width();
}

} // namespace

/// A window that is narrow, or one at double size: what matters most is not cut.
class TestNarrow : public QObject {
    Q_OBJECT

private slots:
    void verbsGiveWayIntoTheMenu()
    {
        InboxBench b;
        b.open();
        auto *more = b.part<QToolButton>("inbox.head.more");
        const auto button = [&b](const char *name) { return b.part<QPushButton>(name); };
        const auto isInMenu = [&b, more](const char *name) { return more->menu()->actions().contains(b.part<QAction>(name)); };
        QTRY_VERIFY(isWhole(*button("inbox.head.runbook")));
        QVERIFY(!isInMenu("inbox.runbook"));
        b.page->resize(Narrow);
        b.part<QSplitter>("inbox.splitter")->setSizes({Narrow.width() - 230, 230});
        takePicture(*b.page, QStringLiteral("narrow-inbox"));
        QTRY_VERIFY(!button("inbox.head.runbook")->isVisible());
        QTRY_VERIFY(isWhole(*button("inbox.head.acknowledge")));
        QVERIFY(more->isVisible() && more->width() >= more->sizeHint().width());
        // What is not beside the primary verb stands in the menu, first of all, and in its order.
        QStringList gone;
        for (const char *name : {"silence", "note", "runbook"}) {
            const QString object = QStringLiteral("inbox.head.") + QLatin1StringView(name);
            if (!b.page->findChild<QPushButton *>(object)->isVisible()) {
                gone << QStringLiteral("inbox.") + QLatin1StringView(name);
            } else {
                QTRY_VERIFY2(isWhole(*b.page->findChild<QPushButton *>(object)), name);
            }
        }
        for (qsizetype i = 0; i < gone.size(); ++i) {
            QCOMPARE(more->menu()->actions().at(i)->objectName(), gone[i]);
        }
        b.page->resize(1264, 830);
        b.part<QSplitter>("inbox.splitter")->setSizes({792, 472});
        QTRY_VERIFY(isWhole(*button("inbox.head.runbook")));
        QVERIFY(!isInMenu("inbox.runbook") && !isInMenu("inbox.note"));
    }

    void stateAndAgeStayInSight_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {507, 450, 400}) {
            QTest::newRow(qPrintable(QString::number(width))) << width;
        }
    }
    void stateAndAgeStayInSight()
    {
        QFETCH(int, width);
        InboxBench b;
        b.open();
        auto *list = b.part<AlertList>("inbox.list");
        b.page->resize(Narrow.width(), Narrow.height());
        b.part<QSplitter>("inbox.splitter")->setSizes({width, Narrow.width() - width});
        QTRY_VERIFY(list->width() < 520);
        const QHeaderView *head = list->horizontalHeader();
        const int end = head->sectionViewportPosition(AlertModel::AgeColumn) + head->sectionSize(AlertModel::AgeColumn);
        QVERIFY2(end <= list->viewport()->width(), qPrintable(QStringLiteral("%1 > %2").arg(end).arg(list->viewport()->width())));
        QVERIFY(!head->isSectionHidden(AlertModel::StateColumn) && head->isSectionHidden(AlertModel::SourceColumn));
        // Grouped by service, each head names it.
        QVERIFY(head->isSectionHidden(AlertModel::ServiceColumn));
        takePicture(*b.page, QStringLiteral("narrow-list-%1").arg(width));
    }

    void theFilterCanBeReadBesideALongCount()
    {
        InboxBench b;
        b.open();
        b.part<QLabel>("inbox.count")->setText(QString(120, u'W'));
        b.page->resize(Narrow);
        QTRY_COMPARE(b.page->width(), Narrow.width());
        QTRY_VERIFY2(b.part<QLineEdit>("inbox.filter")->width() >= 190, qPrintable(QString::number(b.part<QLineEdit>("inbox.filter")->width())));
        QVERIFY(b.page->minimumSizeHint().width() <= Narrow.width());
    }

    void whatIsSaidOfTheLoadHasTheWholeWidth()
    {
        InboxFixture f;
        f.theme.apply(*qApp);
        const std::unique_ptr<Page> page(makeLoadPage()->create(f.context(), nullptr));
        QVERIFY(showAndWait(*page, {Narrow.width(), Narrow.height()}));
        const auto *title = page->findChild<QLabel *>(QStringLiteral("loadTitle"));
        const auto *weeks = page->findChild<QPushButton *>(QStringLiteral("loadWindow28"));
        const auto topOf = [&page](const QWidget *widget) { return widget->mapTo(page.get(), QPoint()).y(); };
        QTRY_VERIFY(title->width() > Narrow.width() - 60 && topOf(weeks) > topOf(title));
        page->resize(1264, 830);
        QTRY_VERIFY(title->width() < 1264 - 400);
    }

    void figuresStandInTwoRows()
    {
        Theme theme;
        LoadTiles tiles(theme);
        QVERIFY(showAndWait(tiles, {Narrow.width(), 300}));
        const auto place = [&tiles](const char *name) { return tiles.findChild<QWidget *>(QLatin1StringView(name))->geometry(); };
        QTRY_VERIFY(place("tileNoise").y() > place("tileInterruptions").y());
        QVERIFY(place("tileInterruptions").width() > 240);
        tiles.resize(1200, 120);
        QTRY_COMPARE(place("tileNoise").y(), place("tileInterruptions").y());
        QVERIFY(place("tileNoise").right() <= 1200);
    }

    void theBarOfMarksTakesOneLine()
    {
        InboxBench b;
        b.open();
        b.page->resize(Narrow);
        b.part<QSplitter>("inbox.splitter")->setSizes({430, Narrow.width() - 430});
        b.key(Qt::Key_X);
        auto *strip = b.part<QWidget>("inbox.strip.marked");
        QTRY_VERIFY(strip->isVisible());
        auto *label = strip->findChild<QLabel *>();
        QTRY_VERIFY2(label->height() < 2 * label->fontMetrics().height(), qPrintable(QString::number(label->height())));
        QVERIFY2(hoverText(*label).contains(label->text()), qPrintable(hoverText(*label)));
    }

    void columnsOfServicesGiveWay_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QList<int>>("hidden");
        QTest::newRow("wide") << 1264 << QList<int> {};
        QTest::newRow("narrow") << 848 << QList<int> {ServiceListModel::LoadColumn};
        QTest::newRow("narrowest") << 560 << QList<int> {ServiceListModel::OwnerColumn, ServiceListModel::TierColumn, ServiceListModel::LoadColumn};
    }
    void columnsOfServicesGiveWay()
    {
        QFETCH(int, width);
        QFETCH(QList<int>, hidden);
        InboxFixture f;
        f.theme.apply(*qApp);
        f.fill();
        const std::unique_ptr<Page> page(makeServicesPage()->create(f.context(), nullptr));
        QVERIFY(showAndWait(*page, {width, 580}));
        auto *table = page->findChild<QTableView *>(QStringLiteral("servicesTable"));
        QTRY_VERIFY(table->model()->rowCount() > 0);
        QList<int> found;
        for (int column = 0; column < ServiceListModel::ColumnCount; ++column) {
            if (table->isColumnHidden(column)) {
                found << column;
            }
        }
        QCOMPARE(found, hidden);
        QVERIFY(table->columnWidth(ServiceListModel::NameColumn) >= 240);
        QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
        takePicture(*page, QStringLiteral("narrow-services-%1").arg(width));
    }
};

QTEST_MAIN(TestNarrow)
#include "tst_narrow.moc"
