#include "models/steplistmodel.h"
#include "tests/support/fakeclock.h"
#include "tests/support/hover.h"
#include "tests/support/uistage.h"
#include "tests/ui/widgetinputs.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/pages/load/figuretable.h"
#include "ui/pages/runbooks/stepdelegate.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/barcolumns.h"
#include "ui/widgets/freshnesslabel.h"
#include "ui/widgets/histogrambar.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/segmentedrange.h"
#include "ui/widgets/spokennotice.h"
#include "ui/widgets/spokenrows.h"
#include "ui/widgets/stalestrip.h"
#include "ui/widgets/timechart.h"
#include "ui/widgets/toast.h"

#include <QToolButton>

using namespace quarterdeck;
using namespace std::chrono_literals;

namespace {

QAccessibleInterface *faceOf(QWidget &widget)
{
    return QAccessible::queryAccessibleInterface(&widget);
}

/// The names of the rows of a widget, in order.
QStringList rowsOf(QWidget &widget)
{
    QStringList names;
    for (int i = 0; i < faceOf(widget)->childCount(); ++i) {
        QAccessibleInterface *child = faceOf(widget)->child(i);
        if (child->role() == QAccessible::ListItem) {
            names << child->text(QAccessible::Name);
        }
    }
    return names;
}

} // namespace

// What a screen reader is given by the widgets that paint themselves. Over the bus: tests/accessibility/walk.
class TestSpoken : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { setStage(m_theme, Theme::Scheme::Dark); }

    void aRoleReplacesTheOneThatQtGuesses()
    {
        QWidget widget;
        QCOMPARE(faceOf(widget)->role(), QAccessible::Client);
        setAccessibleRole(&widget, QAccessible::Dialog);
        QCOMPARE(faceOf(widget)->role(), QAccessible::Dialog);
        widget.setAccessibleName(QStringLiteral("Keys"));
        QCOMPARE(faceOf(widget)->text(QAccessible::Name), QStringLiteral("Keys"));
    }

    void hintsAreSpokenWithoutMarkup()
    {
        QWidget widget;
        setHint(&widget, QStringLiteral("<b>5</b> & more"));
        QVERIFY(widget.toolTip().contains(QStringLiteral("&lt;b&gt;")));
        QCOMPARE(faceOf(widget)->text(QAccessible::Description), QStringLiteral("<b>5</b> & more"));
        setHint(&widget, {});
        QCOMPARE(widget.toolTip() + widget.accessibleDescription(), QString());
        PlainLabel label(QStringLiteral("a name that has no room"));
        label.setEliding(true);
        QVERIFY(showAndWait(label, {40, 20}));
        QVERIFY(hoverText(label).contains(QStringLiteral("no room")));
        QCOMPARE(faceOf(label)->text(QAccessible::Description), QString());
    }

    void whatComesTogetherIsSaidTogether()
    {
        QWidget window;
        QVERIFY(showAndWait(window, {200, 100}));
        announce(&window, QStringLiteral("One"));
        announce(&window, QStringLiteral("Two"));
        announce(&window, QStringLiteral("One"));
        SpokenNotice *voice = SpokenNotice::of(&window);
        QCOMPARE(window.findChildren<SpokenNotice *>().size(), 1);
        QVERIFY(!voice->isVisible());
        QTRY_VERIFY(voice->isVisible());
        QCOMPARE(voice->accessibleName(), QStringLiteral("One. Two"));
        QCOMPARE(faceOf(*voice)->role(), QAccessible::Notification);
        announce(&window, QStringLiteral("Three"));
        QTRY_COMPARE(voice->accessibleName(), QStringLiteral("Three"));
        QVERIFY(voice->isVisible());
    }

    void stripsAndToastsAreSaid()
    {
        QWidget window;
        StaleStrip strip(m_theme, &window);
        Toast toast(m_theme, &window);
        QVERIFY(showAndWait(window, {400, 200}));
        strip.setSentence(QStringLiteral("am-eu is stale"));
        SpokenNotice *voice = SpokenNotice::of(&window);
        QTRY_COMPARE(voice->accessibleName(), QStringLiteral("am-eu is stale"));
        QTRY_VERIFY(voice->isVisible());
        // Said again, nothing is new.
        voice->hide();
        strip.setSentence(QStringLiteral("am-eu is stale"));
        toast.showSentence(QStringLiteral("Queued"), [] {});
        QTRY_COMPARE(voice->accessibleName(), QStringLiteral("Queued. u undoes it."));
    }

    void logLinesAreRowsOfAList()
    {
        LogView view(m_theme);
        view.setTimeText([](qint64) { return QStringLiteral("14:36:02"); });
        QVERIFY(showAndWait(view, {600, 300}));
        std::vector<LogLine> lines;
        for (int i = 0; i < 1000; ++i) {
            lines.push_back(logLine(i, LogLevel::Error, "line " + QByteArray::number(i)));
        }
        view.setLines(lines);
        QCOMPARE(faceOf(view)->role(), QAccessible::List);
        const QStringList rows = rowsOf(view);
        QVERIFY2(rows.size() > 5 && rows.size() < 40, qPrintable(QString::number(rows.size())));
        QVERIFY2(rows.last().startsWith(QStringLiteral("14:36:02")) && rows.last().endsWith(QStringLiteral("line 999")), qPrintable(rows.last()));
        view.setFocus();
        view.setCurrentLine(10);
        QAccessibleInterface *current = faceOf(view)->focusChild();
        QVERIFY(current != nullptr);
        QVERIFY(current->text(QAccessible::Name).endsWith(QStringLiteral("line 10")));
        QCOMPARE(current->parent(), faceOf(view));
        QVERIFY(current->state().focused && !current->state().offscreen);
        QCOMPARE(faceOf(view)->child(faceOf(view)->indexOfChild(current)), current);
        // A row is the same one after it is scrolled.
        view.setCurrentLine(11);
        QVERIFY(faceOf(view)->focusChild() != current);
        view.setCurrentLine(10);
        QCOMPARE(faceOf(view)->focusChild(), current);
        view.clear();
        QCOMPARE(rowsOf(view), QStringList());
    }

    void figuresAndColumnsAreRows()
    {
        FigureTable table(m_theme);
        table.setColumns({QStringLiteral("Rule"), QStringLiteral("Incidents")}, {3, 1});
        table.setRows({{{QStringLiteral("DiskFull"), Token::Text}, {QStringLiteral("17"), Token::Text}}});
        QCOMPARE(faceOf(table)->role(), QAccessible::List);
        QCOMPARE(rowsOf(table), QStringList {QStringLiteral("Rule DiskFull, Incidents 17")});
        BarColumns bars(m_theme);
        bars.setData(
            {QStringLiteral("week of 3 Jun")}, {{QStringLiteral("sleep"), Token::Critical, {4}}, {QStringLiteral("off"), Token::Warning, {2}}});
        QCOMPARE(faceOf(bars)->role(), QAccessible::Chart);
        QCOMPARE(rowsOf(bars), QStringList {QStringLiteral("week of 3 Jun: 4 sleep, 2 off")});
        HistogramBar bar(m_theme);
        LogHistogram histogram;
        histogram.start = Start;
        histogram.step = 60s;
        histogram.buckets.resize(2, {1, 2, 30, 4, 0});
        bar.setHistogram(histogram);
        QCOMPARE(faceOf(bar)->role(), QAccessible::Chart);
        QCOMPARE(rowsOf(bar).size(), 2);
        QVERIFY2(rowsOf(bar).last().contains(QStringLiteral("37 line")), qPrintable(rowsOf(bar).last()));
    }

    void arrowsOfAChartSayTheValues()
    {
        TimeChart chart(m_theme);
        Series series = wave(2, 15'000, QStringLiteral("1"), 0.3);
        series.samples.front().value = 0.2;
        chart.setTimeText([](UtcTime, bool) { return QStringLiteral("14:36:02"); });
        chart.setRange({Start, Start + 1h});
        chart.setSeries({series}, {QStringLiteral("CPU")});
        QVERIFY(showAndWait(chart, {600, 260}));
        chart.setFocus();
        QCOMPARE(faceOf(chart)->role(), QAccessible::Chart);
        QTest::keyClick(&chart, Qt::Key_Home);
        const QString said = faceOf(chart)->focusChild()->text(QAccessible::Name).replace(QChar(QChar::Nbsp), u' ');
        QCOMPARE(said, QStringLiteral("14:36:02: CPU 20 %"));
        // The table lies over the chart, and is found there.
        QTest::keyClick(&chart, Qt::Key_T);
        QCOMPARE(rowsOf(chart), QStringList());
        QCOMPARE(faceOf(chart)->childCount(), 1);
    }

    void rangesAreRadioButtons()
    {
        SegmentedRange range(m_theme);
        range.setSpan(Millis(3'600'000));
        const auto buttons = range.findChildren<QToolButton *>();
        QCOMPARE(buttons.size(), 5);
        QStringList checked;
        for (QToolButton *button : buttons) {
            QCOMPARE(faceOf(*button)->role(), QAccessible::RadioButton);
            checked << (faceOf(*button)->state().checked ? button->text() : QString());
        }
        checked.removeAll(QString());
        QCOMPARE(checked, QStringList {QStringLiteral("1 h")});
        range.setCustom(QStringLiteral("13:42 – 14:42"), true);
        QVERIFY(buttons.last()->isChecked());
        range.setCustom(QStringLiteral("13:42 – 14:42"), false);
        range.setSpan(Millis(900'000));
        QVERIFY(!buttons.last()->isChecked() && buttons.first()->isChecked());
    }

    void secondsOfALiveSourceAreNotSaid()
    {
        FreshnessLabel label(m_theme);
        SourceStatus status;
        status.id = QStringLiteral("am");
        status.freshness = Freshness::Live;
        status.lastOkAt = Start;
        label.setStatus(status, status.lastOkAt + 4s, {});
        const QString said = label.accessibleName();
        label.setStatus(status, status.lastOkAt + 9s, {});
        QCOMPARE(label.stateText(), QStringLiteral("9 s"));
        QCOMPARE(label.accessibleName(), said);
        QVERIFY(showAndWait(label, {100, 20}));
        QVERIFY(hoverText(label).contains(QStringLiteral("9 s ago")));
        label.setStatus(status, status.lastOkAt + 120s, {});
        QCOMPARE(label.accessibleName(), QStringLiteral("Source am: up to date, 2 min ago"));
    }

    void stepsSayDoneByWhomAndWhen()
    {
        FakeClock clock(Start);
        TimeControl time(clock);
        time.setUtc(true);
        StepDelegate delegate(m_theme, time);
        StepListModel model;
        model.setSpoken([&delegate](const QModelIndex &index) { return delegate.spokenText(index); });
        Runbook runbook;
        Step step;
        step.id = QStringLiteral("s1");
        step.text = QStringLiteral("Add two consumers");
        runbook.steps = {step};
        model.setRunbook(runbook, {});
        const auto said = [&model] { return model.index(model.rowOf(QStringLiteral("s1"))).data(Qt::AccessibleTextRole).toString(); };
        QCOMPARE(said(), QStringLiteral("Add two consumers, open"));
        StepMark mark;
        mark.step = step.id;
        mark.state = StepMark::State::Ticked;
        mark.who = QStringLiteral("ana");
        mark.at = *parseRfc3339(u"2026-11-21T14:40:00Z");
        mark.textSeen = step.text;
        mark.note = QStringLiteral("they took over");
        model.setMark(mark);
        QVERIFY2(said().startsWith(QStringLiteral("Add two consumers, done by ana 14:40")), qPrintable(said()));
        QVERIFY2(said().endsWith(QStringLiteral("they took over")), qPrintable(said()));
        model.setSaving(step.id, true);
        QVERIFY2(said().contains(QStringLiteral("saving")), qPrintable(said()));
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestSpoken)
#include "tst_spoken.moc"
