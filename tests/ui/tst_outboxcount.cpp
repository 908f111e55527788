#include "tests/support/fakepage.h"
#include "ui/pages/inbox/outboxpanel.h"
#include "ui/shell/outboxsheet.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/outboxtext.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace quarterdeck;

namespace {

OutboxEntry entry(OutboxState state)
{
    OutboxEntry made;
    made.action.id = QUuid::createUuid();
    made.action.alertTitle = QLatin1StringView(outboxStateName(state));
    made.state = state;
    return made;
}

bool hasWords(const QWidget &widget, const QString &words)
{
    const auto labels = widget.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&words](const QLabel *label) { return label->text().contains(words); });
}

} // namespace

// A conflict needs a person: wherever the outbox is counted it is told apart from what merely waits.
class TestOutboxCount : public QObject {
    Q_OBJECT

    FakePage m_fakes;

private slots:
    void initTestCase() { m_fakes.theme.apply(*qApp); }

    void everyStateIsCountedOnceOrDone_data()
    {
        QTest::addColumn<OutboxState>("state");
        QTest::addColumn<int>("waiting");
        QTest::addColumn<int>("conflicts");
        QTest::addColumn<int>("failed");
        QTest::newRow("queued") << OutboxState::Queued << 1 << 0 << 0;
        QTest::newRow("sending") << OutboxState::Sending << 1 << 0 << 0;
        QTest::newRow("unknown") << OutboxState::Unknown << 1 << 0 << 0;
        QTest::newRow("conflict") << OutboxState::Conflict << 0 << 1 << 0;
        QTest::newRow("rejected") << OutboxState::Rejected << 0 << 0 << 1;
        QTest::newRow("expired") << OutboxState::Expired << 0 << 0 << 1;
        QTest::newRow("confirmed") << OutboxState::Confirmed << 0 << 0 << 0;
        QTest::newRow("superseded") << OutboxState::Superseded << 0 << 0 << 0;
        QTest::newRow("withdrawn") << OutboxState::Withdrawn << 0 << 0 << 0;
    }
    void everyStateIsCountedOnceOrDone()
    {
        QFETCH(OutboxState, state);
        const OutboxCount count = countOutbox({entry(state)});
        QTEST(count.waiting, "waiting");
        QTEST(count.conflicts, "conflicts");
        QTEST(count.failed, "failed");
        QCOMPARE(count.needsPerson(), count.conflicts + count.failed > 0);
        QCOMPARE(outboxText(count) == QLatin1StringView("Outbox: empty"), count.waiting + count.conflicts + count.failed == 0);
    }

    void statusLineNamesConflictsFirst()
    {
        StatusLine line(m_fakes.theme);
        const auto *button = line.findChild<QToolButton *>(QStringLiteral("outboxButton"));
        QCOMPARE(button->text(), QStringLiteral("Outbox: empty"));
        line.setOutbox({entry(OutboxState::Queued)});
        QVERIFY(button->property("tone").toString().isEmpty());
        line.setOutbox({entry(OutboxState::Queued), entry(OutboxState::Queued), entry(OutboxState::Conflict)});
        QVERIFY2(button->text().startsWith(QLatin1StringView("Outbox: 1 conflict")), qPrintable(button->text()));
        QVERIFY2(button->text().endsWith(QLatin1StringView("2 waiting")), qPrintable(button->text()));
        QCOMPARE(button->accessibleName(), button->text());
        QCOMPARE(button->property("tone").toString(), QStringLiteral("warning"));
    }

    void panelCountsApartAndOffersTheConflict()
    {
        OutboxModel model;
        model.setEntries({entry(OutboxState::Queued), entry(OutboxState::Conflict), entry(OutboxState::Confirmed)});
        OutboxPanel panel(m_fakes.theme, m_fakes.time, model);
        panel.resize(800, 300);
        static_cast<QWidget &>(panel).show();
        QVERIFY(hasWords(panel, QStringLiteral("1 conflict")));
        QVERIFY(hasWords(panel, QStringLiteral("1 waiting")));
        QVERIFY(!hasWords(panel, QStringLiteral("2 waiting")));
        // It opens on what needs a person, so that its verbs can be pressed at once.
        QCOMPARE(panel.findChild<QTableView *>()->currentIndex().row(), 1);
        auto *drop = panel.findChild<QPushButton *>(QStringLiteral("inbox.outboxPanel.drop"));
        QVERIFY(drop->isEnabled());
        QSignalSpy dropped(&panel, &OutboxPanel::withdrawAsked);
        drop->click();
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(dropped[0][0].toUuid(), model.rowAt(1)->action.id);
    }

    void sheetShowsConflictsFirstAndLetsDropThem()
    {
        QWidget window;
        window.resize(900, 700);
        OutboxSheet sheet(m_fakes.theme, &window);
        window.show();
        std::vector<OutboxEntry> entries(300, entry(OutboxState::Confirmed));
        const OutboxEntry conflict = entry(OutboxState::Conflict);
        entries.push_back(conflict);
        sheet.openWith(entries, {[](UtcTime) { return QStringLiteral("14:02"); }, [](UtcTime) { return QStringLiteral("14:02"); }});
        QVERIFY(hasWords(sheet, QStringLiteral("1 conflict")));
        auto *drop = sheet.findChild<QPushButton *>(QStringLiteral("outboxDrop"));
        QVERIFY(drop != nullptr);
        QSignalSpy dropped(&sheet, &OutboxSheet::withdrawRequested);
        drop->click();
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(dropped[0][0].toUuid(), conflict.action.id);
        QVERIFY(!sheet.isVisible());
    }

    // Each has its own button: sixty rows of one name would not say which is which.
    void rowsOfOneNameAreToldApart()
    {
        QWidget window;
        window.resize(900, 700);
        OutboxSheet sheet(m_fakes.theme, &window);
        window.show();
        std::vector<OutboxEntry> entries {entry(OutboxState::Queued), entry(OutboxState::Queued)};
        for (std::size_t i = 0; i < entries.size(); ++i) {
            entries[i].action.alertTitle = QStringLiteral("PodCrashLooping");
            entries[i].action.matchers = {{QStringLiteral("cluster"), QStringLiteral("eu-1")},
                {QStringLiteral("pod"), i == 0 ? QStringLiteral("cart") : QStringLiteral("search")}};
        }
        sheet.openWith(entries, {[](UtcTime) { return QStringLiteral("14:02"); }, [](UtcTime) { return QStringLiteral("14:02"); }});
        QVERIFY(hasWords(sheet, QStringLiteral("Acknowledge PodCrashLooping; pod=\"cart\"")));
        QVERIFY(hasWords(sheet, QStringLiteral("Acknowledge PodCrashLooping; pod=\"search\"")));
    }

    void sheetWithdrawsAllThatWaits()
    {
        QWidget window;
        window.resize(900, 700);
        OutboxSheet sheet(m_fakes.theme, &window);
        window.show();
        auto *all = sheet.findChild<QPushButton *>(QStringLiteral("outboxWithdrawAll"));
        std::vector<OutboxEntry> entries {entry(OutboxState::Queued), entry(OutboxState::Sending)};
        const OutboxSheet::Times times {[](UtcTime) { return QStringLiteral("14:02"); }, [](UtcTime) { return QStringLiteral("14:02"); }};
        sheet.openWith(entries, times);
        QVERIFY(!all->isVisible());
        for (int i = 0; i < 9'999; ++i) {
            entries.push_back(entry(OutboxState::Queued));
        }
        sheet.openWith(entries, times);
        QVERIFY(all->isVisible());
        QVERIFY2(all->text().contains(QStringLiteral("10,000")), qPrintable(all->text()));
        QSignalSpy asked(&sheet, &OutboxSheet::withdrawAllRequested);
        all->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<std::vector<QUuid>>().size(), std::size_t(10'000));
    }

    void emptySheetIsSmallAndSaysWhy()
    {
        QWidget window;
        window.resize(900, 700);
        OutboxSheet sheet(m_fakes.theme, &window);
        window.show();
        sheet.openWith({}, {[](UtcTime) { return QString(); }, {}});
        const auto *scroll = sheet.findChild<QWidget *>(QStringLiteral("outboxScroll"));
        QVERIFY(!scroll->isVisible());
        QVERIFY(sheet.findChild<QWidget *>(QStringLiteral("outboxEmpty"))->isVisible());
        QTest::keyClick(QApplication::focusWidget() == nullptr ? &sheet : QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!sheet.isVisible());
    }
};

QTEST_MAIN(TestOutboxCount)
#include "tst_outboxcount.moc"
