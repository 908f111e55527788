#include "tests/ui/inboxbench.h"
#include "ui/widgets/timechart.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace quarterdeck;

class TestInboxPage : public QObject {
    Q_OBJECT

private slots:
    void neverAFalseAllClear()
    {
        InboxBench b(false);
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

    void withoutASourceOfAlertsNothingCanBeKnown()
    {
        InboxBench b(false);
        b.f.sources.statusList.clear();
        b.f.sources.setStatus(QStringLiteral("prom-eu"), QStringLiteral("prometheus"), Freshness::Live, b.f.clock.now());
        b.open();
        QTRY_COMPARE(b.words("emptySentence"), QStringLiteral("No alert source connected: the current state is unknown. This is not an all-clear."));
        QTest::mouseClick(b.part<QPushButton>("emptyButton"), Qt::LeftButton);
        QCOMPARE(b.f.navigator.destinations.back().page, QStringLiteral("settings"));
        // Firing rules are rows; what is above them says that they need not be all.
        ChangeSet changes;
        changes.changedAlerts = {
            b.f.make(QStringLiteral("HighLatency"), QStringLiteral("p99"), QStringLiteral("checkout"), QStringLiteral("critical"), 5)};
        b.f.reader.apply(changes);
        QTRY_COMPARE(b.strip("inbox.strip.source.0"), QStringLiteral("No alert source is connected: more alerts may be firing than are listed."));
        b.f.sources.setStatus(QStringLiteral("am-eu"), QStringLiteral("alertmanager"), Freshness::Live, b.f.clock.now());
        QTRY_COMPARE(b.strip("inbox.strip.source.0"), QString());
    }

    void theDetailOfAnEmptyListAsksForNoChoiceAndPromisesNothing()
    {
        const QString nothing = QStringLiteral("No alerts listed. Details of the selected alert appear here.");
        InboxBench empty(false);
        empty.open();
        QTRY_VERIFY(empty.words("emptySentence").startsWith(QStringLiteral("All clear")));
        QCOMPARE(empty.words("inbox.head.summary"), nothing);
        empty.f.sources.setStatus(
            QStringLiteral("am-eu"), QStringLiteral("alertmanager"), Freshness::Unreachable, empty.f.clock.now() - Millis(300'000));
        QTRY_VERIFY(empty.words("emptySentence").contains(QStringLiteral("not an all-clear")));
        QCOMPARE(empty.words("inbox.head.summary"), nothing);
        InboxBench b;
        b.open();
        QTRY_COMPARE(b.words("inbox.head.title"), QStringLiteral("CheckoutErrorBudgetBurn"));
        auto *edit = b.part<QLineEdit>("inbox.filter");
        b.key(Qt::Key_Slash);
        QTest::keyClicks(edit, QStringLiteral("nothingatall"));
        QTRY_VERIFY(b.words("emptySentence").contains(QStringLiteral("filter")));
        QCOMPARE(b.words("inbox.head.title"), QString());
        QCOMPARE(b.words("inbox.head.summary"), nothing);
        QTest::mouseClick(b.part<QPushButton>("emptyButton"), Qt::LeftButton);
        QTRY_COMPARE(b.words("inbox.head.title"), QStringLiteral("CheckoutErrorBudgetBurn"));
    }

    void anUnreadableStoreIsNoAllClear()
    {
        InboxBench b;
        b.f.reader.answers.failure = Error {ErrorKind::Storage, QStringLiteral("torn page"), {}, 0, {}};
        b.open();
        QTRY_VERIFY(b.words("emptySentence").contains(QStringLiteral("not an all-clear")));
        b.f.reader.answers.failure.reset();
        QTest::mouseClick(b.part<QPushButton>("emptyButton"), Qt::LeftButton);
        QTRY_VERIFY(b.list->isVisible());
    }

    void filteringByKeyboard()
    {
        InboxBench b;
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

    void anEmptyListSaysWhichWordIsInTheWay()
    {
        InboxBench b;
        b.open();
        b.key(Qt::Key_Slash);
        auto *edit = b.part<QLineEdit>("inbox.filter");
        QTest::keyClicks(edit, QStringLiteral("service:search team:nobodys"));
        QTRY_VERIFY2(b.words("emptyAdvice").contains(QStringLiteral("Without “team:nobodys”: ")), qPrintable(b.words("emptyAdvice")));
        QTest::keyClicks(edit, QStringLiteral(" @agee>1h"));
        QTRY_VERIFY2(b.strip("inbox.strip.filter").contains(QStringLiteral("@age")), qPrintable(b.strip("inbox.strip.filter")));
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("@age<100d service:search"));
        QTRY_VERIFY(b.strip("inbox.strip.filter").isEmpty());
    }

    void theFilterIsCompletedByKeyboardAndMouse()
    {
        InboxBench b;
        b.open();
        b.key(Qt::Key_Slash);
        auto *edit = b.part<QLineEdit>("inbox.filter");
        QTest::keyClicks(edit, QStringLiteral("is:open serv"));
        QListView *offers = nullptr;
        const auto isOffered = [&offers] {
            for (QWidget *window : QApplication::topLevelWidgets()) {
                if (window->objectName() == QLatin1StringView("inbox.filterOffers") && window->isVisible()) {
                    offers = qobject_cast<QListView *>(window);
                    return true;
                }
            }
            return false;
        };
        QTRY_VERIFY(isOffered());
        QCOMPARE(offers->model()->index(0, 0).data().toString(), QStringLiteral("service:"));
        QTest::keyClick(offers, Qt::Key_Tab);
        QCOMPARE(edit->text(), QStringLiteral("is:open service:"));
        // The values follow, those of most alerts first.
        QTRY_VERIFY(isOffered() && offers->model()->index(0, 0).data().toString().startsWith(QLatin1StringView("service:")));
        QTRY_VERIFY(offers->model()->rowCount() > 1);
        const QModelIndex second = offers->model()->index(1, 0);
        QTest::mouseClick(offers->viewport(), Qt::LeftButton, {}, offers->visualRect(second).center());
        QTRY_VERIFY(edit->text().size() > QStringLiteral("is:open service:").size());
        QTRY_VERIFY(b.strip("inbox.strip.filter").isEmpty());
        QTest::keyClicks(edit, QStringLiteral(" @mut"));
        QTRY_VERIFY(isOffered());
        QTest::keyClick(offers, Qt::Key_Down);
        QTest::keyClick(offers, Qt::Key_Return);
        QTRY_VERIFY(edit->text().endsWith(QLatin1StringView(" @muted:")));
        QTRY_VERIFY(isOffered());
        QTest::keyClick(offers, Qt::Key_Escape);
        QVERIFY(!isOffered());
        QVERIFY(!edit->text().isEmpty());
    }

    void facetsChooseAndLeaveOut()
    {
        InboxBench b;
        b.open();
        auto *edit = b.part<QLineEdit>("inbox.filter");
        const auto facet = [&b](const QString &name) -> QAction * {
            QTest::mouseClick(b.part<QAbstractButton>("inbox.facetsChip"), Qt::LeftButton);
            const QList<QMenu *> menus = b.part<QWidget>("inbox.filterBar")->findChildren<QMenu *>(QStringLiteral("inbox.facets"));
            for (QAction *action : menus.isEmpty() ? QList<QAction *>() : menus.last()->actions()) {
                if (action->menu() != nullptr && action->text().startsWith(name)) {
                    return action->menu()->actions().front();
                }
            }
            return nullptr;
        };
        QAction *most = facet(QStringLiteral("service"));
        QVERIFY(most != nullptr);
        QVERIFY2(most->text().contains(QStringLiteral("alert")), qPrintable(most->text()));
        most->trigger();
        QVERIFY2(edit->text().startsWith(QStringLiteral("service:")), qPrintable(edit->text()));
        QTRY_VERIFY(b.strip("inbox.strip.filter").isEmpty());
        // The counts follow the filter: one service is left.
        QAction *left = facet(QStringLiteral("service (1 "));
        QVERIFY(left != nullptr);
        auto *values = qobject_cast<QMenu *>(left->parent());
        values->popup(b.page->mapToGlobal(QPoint(40, 40)));
        QVERIFY(QTest::qWaitForWindowExposed(values));
        QTest::mouseClick(values, Qt::LeftButton, Qt::ControlModifier, values->actionGeometry(left).center());
        QTRY_VERIFY2(edit->text().startsWith(QStringLiteral("-service:")), qPrintable(edit->text()));
    }

    void aWarningOfTheSourceStandsAtTheChart()
    {
        InboxBench b;
        b.f.telemetry.warnings = {QStringLiteral("a store did not answer: <b>eu</b>")};
        b.open();
        const auto *chart = b.part<TimeChart>("inbox.chart.plot");
        QVERIFY(chart != nullptr);
        QTRY_COMPARE(chart->accessibleDescription(), QStringLiteral("The source warns: a store did not answer: <b>eu</b>"));
    }

    void theDetailAnswersAndMovingCancels()
    {
        InboxBench b;
        b.open();
        QTRY_COMPARE(b.words("inbox.head.title"), QStringLiteral("CheckoutErrorBudgetBurn"));
        QTRY_COMPARE(b.f.telemetry.rangeQueries.size(), std::size_t(1));
        QCOMPARE(b.f.telemetry.rangeQueries[0].expression, QStringLiteral("sum(rate(errors[5m])) / sum(rate(requests[5m]))"));
        // As many lines before the onset as after it: the nearest on both sides.
        QTRY_COMPARE(b.f.telemetry.logQueries.size(), std::size_t(2));
        const LogQuery earlier = b.f.telemetry.logQueries[0];
        const LogQuery later = b.f.telemetry.logQueries[1];
        QCOMPARE(earlier.service, QStringLiteral("checkout"));
        QCOMPARE(earlier.range.length(), Millis(300'000));
        QCOMPARE(later.range, (TimeRange {earlier.range.to, earlier.range.to + Millis(300'000)}));
        QVERIFY(!earlier.isFromStart && later.isFromStart);
        QCOMPARE(earlier.limit, later.limit);
        QTRY_VERIFY(b.words("inbox.timeline.1").contains(QStringLiteral("same spike on search")));
        // Twenty moves in a row ask for nothing but the last; what was under way is cancelled.
        b.f.telemetry.answers.isHeld = true;
        const std::size_t before = b.f.telemetry.logQueries.size();
        for (int i = 0; i < 20; ++i) {
            b.key(i % 2 == 0 ? Qt::Key_J : Qt::Key_K);
        }
        b.key(Qt::Key_J);
        QTRY_COMPARE(b.f.telemetry.logQueries.size(), before + 2);
        const CancelToken running = b.f.telemetry.cancels.back();
        b.key(Qt::Key_J);
        QVERIFY(running.stop_requested());
    }

    void foldingAndMovingByKeyboard()
    {
        InboxBench b;
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
        InboxBench b(false);
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
        InboxBench b;
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

    void theIconOfTheMenuFollowsTheScheme()
    {
        InboxBench b;
        b.f.theme.setScheme(Theme::Scheme::Light);
        b.open();
        const auto picture = [&b] { return b.part<QToolButton>("inbox.head.more")->icon().pixmap(16, 16).toImage(); };
        const QImage light = picture();
        b.f.theme.setScheme(Theme::Scheme::HighContrastDark);
        QVERIFY(picture() != light);
        QCOMPARE(picture(), b.f.theme.icon(QStringLiteral("menu")).pixmap(16, 16).toImage());
    }

    void everyVerbHasAKeyAndAName()
    {
        InboxBench b;
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
