#include "tests/support/inboxfixture.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/pages/inbox/rowwords.h"
#include "ui/widgets/confirmdialog.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>

using namespace quarterdeck;

// What a row of the inbox says where its cells have no room: short forms in the list, all of it on hovering and to a screen reader.
class TestInboxRows : public QObject {
    Q_OBJECT

    InboxFixture m_f;
    std::unique_ptr<InboxPage> m_page;
    QTableView *m_list = nullptr;

    QModelIndex rowOf(const char *title) const
    {
        for (int row = 0; row < m_list->model()->rowCount(); ++row) {
            const QModelIndex index = m_list->model()->index(row, AlertModel::AlertColumn);
            if (!index.data(IsGroupRole).toBool() && index.data().toString() == QLatin1StringView(title)) {
                return index.siblingAtColumn(0);
            }
        }
        return {};
    }
    const Alert &alertOf(const QModelIndex &index) const { return *m_page->feed().alerts().alertAt(index.row()); }

private slots:
    void initTestCase()
    {
        m_f.theme.apply(*qApp);
        m_f.fill();
        m_page = std::make_unique<InboxPage>(m_f.context());
        m_page->resize(1264, 830);
        static_cast<QWidget &>(*m_page).show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_list = m_page->findChild<QTableView *>(QStringLiteral("inbox.list"));
        QTRY_VERIFY(m_list->model()->rowCount() > 0);
    }

    void statesBecomeShorterBeforeTheyAreCut()
    {
        const RowWords words(m_f.clock, m_f.time);
        const QModelIndex row = rowOf("DbPoolNearlyExhausted");
        QVERIFY(row.isValid());
        const auto byLength = [](const QString &form) { return qreal(form.size()); };
        QCOMPARE(words.state(row, alertOf(row), 100, byLength), QStringLiteral("Acknowledged → 15:26"));
        QCOMPARE(words.state(row, alertOf(row), 15, byLength), QStringLiteral("Acked → 15:26"));
        QCOMPARE(words.state(row, alertOf(row), 3, byLength), QStringLiteral("Acked → 15:26"));
        // A day is enough where the time of another day has no room.
        Alert silenced = alertOf(row);
        silenced.state = AlertState::Suppressed;
        silenced.holds.set(HoldKind::Silence, {QStringLiteral("s")});
        const UtcTime later = m_f.clock.now() + Millis(172'800'000);
        QCOMPARE(inboxwords::shortState(silenced, later, m_f.clock.now(), m_f.time), QStringLiteral("Silenced → Mon"));
        QCOMPARE(inboxwords::state(silenced, later, m_f.clock.now(), m_f.time), QStringLiteral("Silenced → Mon 14:36"));
    }

    // Orca reads a whole row where its number is another one; of one that has the number of the row before it, the one cell.
    void aRowIsHeardWithItsSeverityAndStateOnce()
    {
        const auto heard = [this] { return m_list->currentIndex().data(Qt::AccessibleTextRole).toString(); };
        const QModelIndex first = rowOf("CheckoutLatencyHigh");
        QVERIFY(first.isValid());
        m_list->setCurrentIndex(first.siblingAtColumn(AlertModel::AlertColumn));
        QVERIFY2(heard().startsWith(QStringLiteral("CheckoutLatencyHigh")) && !heard().contains(QStringLiteral("Critical")), qPrintable(heard()));
        const int number = first.row();
        const Alert above = m_f.make(
            QStringLiteral("CheckoutDown"), QStringLiteral("no order in 5 min"), QStringLiteral("checkout"), QStringLiteral("critical"), 60);
        ChangeSet changes;
        changes.changedAlerts = {above};
        m_f.reader.apply(changes);
        QTRY_VERIFY(rowOf("CheckoutDown").isValid());
        QCOMPARE(m_list->currentIndex().row(), number + 1);
        m_list->setCurrentIndex(m_list->model()->index(number, AlertModel::AlertColumn));
        QVERIFY2(heard().startsWith(QStringLiteral("Critical, ")) && heard().endsWith(QStringLiteral(", Firing")), qPrintable(heard()));
        QCOMPARE(heard().count(QStringLiteral("Critical")), 1);
        m_list->setCurrentIndex(m_list->model()->index(number + 1, AlertModel::AlertColumn));
        QVERIFY2(!heard().contains(QStringLiteral("Critical")), qPrintable(heard()));
        changes = {};
        changes.removedAlerts = {above.key};
        m_f.reader.apply(changes);
        QTRY_VERIFY(!rowOf("CheckoutDown").isValid());
    }

    void aStaleRowKeepsItsStateAndItsShape()
    {
        const RowWords words(m_f.clock, m_f.time);
        const QModelIndex row = rowOf("CheckoutLatencyHigh");
        QVERIFY(row.isValid());
        const auto byLength = [](const QString &form) { return qreal(form.size()); };
        // The last complete poll was five minutes ago; the alert itself changed long before.
        const UtcTime heard = m_f.clock.now() - Millis(300'000);
        m_f.sources.setStatus(QStringLiteral("am-eu"), QStringLiteral("alertmanager"), Freshness::Unreachable, heard);
        QTRY_VERIFY(row.data(AlertModel::IsStaleRole).toBool());
        Alert old = alertOf(row);
        old.lastSeenAt = m_f.clock.now() - Millis(3'600'000);
        ChangeSet changes;
        Alert handled = alertOf(rowOf("DbPoolNearlyExhausted"));
        handled.lastSeenAt = old.lastSeenAt;
        changes.changedAlerts = {old, handled};
        m_f.reader.apply(changes);
        QTRY_COMPARE(row.data(AlertModel::LastSeenRole).toLongLong(), heard.ms);
        QCOMPARE(words.state(row, alertOf(row), 100, byLength), QStringLiteral("Firing · as of 14:31"));
        QCOMPARE(words.state(row, alertOf(row), 12, byLength), QStringLiteral("Firing"));
        const QModelIndex acked = rowOf("DbPoolNearlyExhausted");
        QCOMPARE(words.state(acked, alertOf(acked), 100, byLength), QStringLiteral("Acknowledged → 15:26 · as of 14:31"));
        QVERIFY(words.hover(row).contains(QStringLiteral("last seen ") + m_f.time.exactText(heard)));
        QCOMPARE(words.spoken(row.siblingAtColumn(AlertModel::StateColumn)), QStringLiteral("Firing · as of 14:31"));
        // The triangle is filled, in grey.
        m_list->scrollTo(row);
        const QRect place = m_list->visualRect(row);
        const QImage picture = m_list->viewport()->grab().toImage();
        QCOMPARE(picture.pixelColor(21, place.center().y() + 1), m_f.theme.color(Token::Stale));
        m_f.sources.setStatus(QStringLiteral("am-eu"), QStringLiteral("alertmanager"), Freshness::Live, m_f.clock.now());
        QTRY_VERIFY(!row.data(AlertModel::IsStaleRole).toBool());
        QCOMPARE(words.state(row, alertOf(row), 100, byLength), QStringLiteral("Firing"));
    }

    void quietAlertsAreCalledWhatTheyAre()
    {
        Alert alert = alertOf(rowOf("IndexLagHigh"));
        const auto word = [&] { return inboxwords::state(alert, {}, m_f.clock.now(), m_f.time); };
        QCOMPARE(word(), QStringLiteral("Silenced"));
        alert.holds.remove(HoldKind::Silence);
        QCOMPARE(word(), QStringLiteral("Quiet"));
        alert.holds.set(HoldKind::TimeInterval, {QStringLiteral("offhours-dach")});
        QCOMPARE(word(), QStringLiteral("Muted"));
        alert.holds.set(HoldKind::Inhibition, {QStringLiteral("f")});
        QCOMPARE(word(), QStringLiteral("Inhibited"));
        const auto sentence = [&](const QuietReason &reason) { return inboxwords::quietReason(reason, m_f.clock.now(), m_f.time); };
        QCOMPARE(sentence({{HoldKind::TimeInterval, {}}, QStringLiteral("offhours-dach")}), QStringLiteral("Muted by time interval offhours-dach"));
        QCOMPARE(
            sentence({{HoldKind::TimeInterval, {}, {}, {}, QStringLiteral("mail")}}), QStringLiteral("Muted for receiver mail; others are notified"));
        QCOMPARE(sentence({{HoldKind::Inhibition, QStringLiteral("f9")}, QStringLiteral("NodeDown"), QStringLiteral("node 3 is gone")}),
            QStringLiteral("Inhibited by NodeDown: node 3 is gone"));
        QCOMPARE(sentence({{HoldKind::Silence, QStringLiteral("s7")}}), QStringLiteral("Silenced"));
        QuietReason acked {{HoldKind::Acknowledgement, QStringLiteral("s8"), QStringLiteral("ana")}};
        acked.since = m_f.clock.now() - Millis(42 * 60'000);
        QCOMPARE(sentence(acked), QStringLiteral("Acknowledged by ana (42 min ago)"));
    }

    // Who did it, until when and why: on hovering, in the pane and in the timeline. What is silenced is not open.
    void quietAlertsSayWhy()
    {
        const RowWords words(m_f.clock, m_f.time);
        const QModelIndex row = rowOf("IndexLagHigh");
        QVERIFY(row.isValid());
        const QString why = QStringLiteral("Silenced by Bo until 16:00: reindex running");
        QVERIFY2(words.hover(row).contains(why), qPrintable(words.hover(row)));
        QVERIFY(words.hover(rowOf("DbPoolNearlyExhausted")).contains(QStringLiteral("Acknowledged by Bo until 16:00: reindex running")));
        m_list->setCurrentIndex(row);
        const auto isSaidIn = [this, &why](const char *part) {
            const auto labels = m_page->findChild<QWidget *>(QLatin1StringView(part))->findChildren<QLabel *>();
            return std::any_of(
                labels.begin(), labels.end(), [&why](const QLabel *label) { return label->isVisible() && label->text().contains(why); });
        };
        QTRY_VERIFY(isSaidIn("inbox.head"));
        QCOMPARE(
            m_page->findChild<QLabel *>(QStringLiteral("inbox.count"))->text(), QStringLiteral("222 open · 1 acknowledged · 1 silenced until 16:00"));
        const auto &model = m_page->feed().alerts();
        const AlertGroup *group = model.headerAt(model.headerRowOf(row.row()));
        QVERIFY(group != nullptr);
        QCOMPARE(words.count(*group), QStringLiteral("1 open · 1 silenced until 16:00"));
        // Where there is less room, how long it is silenced goes first.
        const auto byLength = [](const QString &form) { return qreal(form.size()); };
        QCOMPARE(words.count(*group, 100, byLength), QStringLiteral("1 open · 1 silenced until 16:00"));
        QCOMPARE(words.count(*group, 20, byLength), QStringLiteral("1 open · 1 silenced"));
    }

    void whatIsOnItsWayIsSaidInFullOnHoverAndAloud()
    {
        const QModelIndex row = rowOf("CheckoutLatencyHigh");
        m_list->setCurrentIndex(row);
        const auto spoken = [&row](int column) { return row.siblingAtColumn(column).data(Qt::AccessibleTextRole).toString(); };
        QVERIFY(!spoken(AlertModel::AlertColumn).contains(QLatin1StringView("not sent")));
        QTest::keyClick(m_list, Qt::Key_A);
        QTRY_COMPARE(row.data(PendingRole).toInt(), int(Pending::Queued));
        const RowWords words(m_f.clock, m_f.time);
        QTRY_COMPARE(words.pending(row), QStringLiteral("acknowledgement queued at 14:36, not sent"));
        QVERIFY(words.hover(row).contains(words.pending(row)));
        QVERIFY2(spoken(AlertModel::AlertColumn).startsWith(QStringLiteral("CheckoutLatencyHigh, ") + words.pending(row)),
            qPrintable(spoken(AlertModel::AlertColumn)));
        QCOMPARE(spoken(AlertModel::SeverityColumn), QStringLiteral("Critical"));
        QVERIFY(inboxwords::pendingWord(Pending::None).isEmpty());
        for (const Pending pending : {Pending::Queued, Pending::Sending, Pending::Unknown, Pending::Conflict}) {
            QVERIFY(!inboxwords::pendingWord(pending).isEmpty());
        }
    }

    // What Qt would read instead are the values that it sorts by.
    void everyCellSaysWhatTheEyeSees()
    {
        const QModelIndex row = rowOf("CheckoutLatencyHigh");
        const auto spoken = [this](int at, int column) { return m_list->model()->index(at, column).data(Qt::AccessibleTextRole).toString(); };
        for (int at = 0; at < std::min(40, m_list->model()->rowCount()); ++at) {
            for (int column = 0; column < AlertModel::ColumnCount; ++column) {
                QVERIFY2(!QRegularExpression(QStringLiteral("^\\d{6,}$")).match(spoken(at, column)).hasMatch(), qPrintable(spoken(at, column)));
            }
        }
        AlertModel &model = m_page->feed().alerts();
        model.setMarked(row.row(), true);
        QCOMPARE(spoken(row.row(), AlertModel::SeverityColumn), QStringLiteral("marked, Critical"));
        QVERIFY(!spoken(row.row(), AlertModel::AgeColumn).isEmpty());
        const int header = model.headerRowOf(row.row());
        QCOMPARE(spoken(header, AlertModel::SeverityColumn), QStringLiteral("Group, unfolded"));
        QVERIFY2(spoken(header, AlertModel::StateColumn).contains(QStringLiteral("open")), qPrintable(spoken(header, AlertModel::StateColumn)));
        model.setFolded(header, true);
        QCOMPARE(spoken(header, AlertModel::SeverityColumn), QStringLiteral("Group, folded"));
    }

    // The store keeps stable names; they are no words of a language.
    void timelineNamesAreWords()
    {
        const FakeClock clock(UtcTime {1'795'255'200'000});
        TimeControl time(clock);
        time.setUtc(true);
        TimelineEvent event;
        event.kind = TimelineEvent::Kind::History;
        event.who = QStringLiteral("ana");
        event.history = HistoryEvent::Kind::ActionQueued;
        event.verb = Verb::Acknowledge;
        QCOMPARE(inboxwords::event(event, time), QStringLiteral("Requested: Acknowledgement · ana"));
        event.text = QStringLiteral("on it: now");
        QCOMPARE(inboxwords::event(event, time), QStringLiteral("Requested: Acknowledgement · on it: now · ana"));
        event.text.clear();
        event.history = HistoryEvent::Kind::ActionFailed;
        event.reason = Reason {ReasonCode::FiresAgain}.with(reasonpart::Since, clock.now());
        QCOMPARE(inboxwords::event(event, time),
            QStringLiteral("Failed: Acknowledgement · It was firing when you acted; it resolved and fired again at %1 · ana")
                .arg(time.exactText(clock.now())));
        event.kind = TimelineEvent::Kind::Outbox;
        event.state = OutboxState::Conflict;
        QVERIFY(inboxwords::event(event, time).endsWith(QStringLiteral("fired again at ") + time.exactText(clock.now())));
        event = {};
        event.kind = TimelineEvent::Kind::History;
        event.who = QStringLiteral("ana");
        event.history = HistoryEvent::Kind::StateChanged;
        event.text = QStringLiteral("acknowledged");
        QCOMPARE(inboxwords::event(event, time), QStringLiteral("Now: Acknowledged · ana"));
        // What an alert says itself stays as it is, also where it is one of those names.
        event.history = HistoryEvent::Kind::Fired;
        QCOMPARE(inboxwords::event(event, time), QStringLiteral("Fired: acknowledged · ana"));
    }

    void titleKeepsMostOfTheList_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("the usual window") << 1264;
        QTest::newRow("a wide one") << 1900;
        QTest::newRow("a narrow one") << 980;
    }
    void titleKeepsMostOfTheList()
    {
        QFETCH(int, width);
        m_page->resize(width, 830);
        QTest::qWait(10);
        const QHeaderView *header = m_list->horizontalHeader();
        int sum = 0;
        for (int column = 0; column < AlertModel::ColumnCount; ++column) {
            sum += header->isSectionHidden(column) ? 0 : header->sectionSize(column);
            QVERIFY(header->isSectionHidden(column) || column == AlertModel::AlertColumn
                || header->sectionSize(column) < header->sectionSize(AlertModel::AlertColumn));
        }
        // Nothing stands outside of what is seen.
        QVERIFY2(sum <= m_list->viewport()->width(), qPrintable(QStringLiteral("%1 of %2").arg(sum).arg(m_list->viewport()->width())));
    }

    // Where no window manager draws a frame, a dialog still ends somewhere.
    void dialogsHaveAnEdge()
    {
        ConfirmDialog dialog(m_f.theme, QStringLiteral("End it?"), QStringLiteral("It ends."), QStringLiteral("a=b"), QStringLiteral("End"), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        for (const Theme::Scheme scheme : {Theme::Scheme::Dark, Theme::Scheme::Light, Theme::Scheme::HighContrastDark}) {
            m_f.theme.setScheme(scheme);
            dialog.resize(500, 260);
            dialog.show();
            const QImage picture = dialog.grab().toImage();
            const QColor edge = m_f.theme.color(Token::Faint);
            for (const QPoint at : {QPoint(0, 0), QPoint(250, 0), QPoint(499, 130), QPoint(250, 259), QPoint(0, 130)}) {
                QCOMPARE(picture.pixelColor(at), edge);
            }
            QCOMPARE(picture.pixelColor(4, 4), m_f.theme.color(Token::Surface));
        }
    }
};

QTEST_MAIN(TestInboxRows)
#include "tst_inboxrows.moc"
