#include "models/legendmodel.h"
#include "models/metricboard.h"
#include "models/rangeevents.h"
#include "tests/support/fakereader.h"
#include "tests/support/faketelemetry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <ranges>

using namespace quarterdeck;

namespace {

constexpr TimeRange Hour {{36'000'000}, {39'600'000}};

ExplorerQuery asking(const char *text)
{
    return {QString::fromLatin1(text), {}, true};
}

} // namespace

/// The answers to several queries, their lines, and the legend of them.
class TestMetricBoard : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeTelemetry> m_telemetry;
    std::unique_ptr<MetricBoard> m_board;
    int m_lines = 2;

    Result<Dated<std::vector<Series>>> answer(const MetricQuery &query) const
    {
        std::vector<Series> all;
        for (int i = 0; i < m_lines; ++i) {
            Series series;
            series.labels = {{QStringLiteral("__name__"), query.expression}, {QStringLiteral("job"), QString::number(i)}};
            series.source = QStringLiteral("prom");
            series.unit = QStringLiteral("s");
            series.samples = {{query.range.from.ms, double(i)}, {query.range.to.ms, double(i + 10)}};
            all.push_back(series);
        }
        Dated<std::vector<Series>> dated {all, {}, true, {}};
        dated.asked = {QStringLiteral("prom")};
        return dated;
    }
    ExplorerState state(std::vector<ExplorerQuery> queries, Millis compared = Millis(0)) const
    {
        ExplorerState made;
        made.queries = std::move(queries);
        made.options.compared = compared;
        return made;
    }
    void ask(const ExplorerState &state)
    {
        m_board->setState(state);
        m_board->ask(Hour);
        QTRY_VERIFY(std::ranges::all_of(std::views::iota(std::size_t(0), state.queries.size()), [this](std::size_t i) {
            return (m_board->answer(i) == nullptr || m_board->answer(i)->isAnswered)
                && (m_board->answerBefore(i) == nullptr || m_board->answerBefore(i)->isAnswered);
        }));
    }

private slots:
    void init()
    {
        m_lines = 2;
        m_telemetry = std::make_unique<FakeTelemetry>();
        m_telemetry->onRange = [this](const MetricQuery &query) { return answer(query); };
        m_board = std::make_unique<MetricBoard>(*m_telemetry);
    }

    void eachQueryThatIsOnIsAskedAsItWasTyped()
    {
        ExplorerQuery off = asking("off");
        off.isOn = false;
        ExplorerQuery one = asking(" rate( x[5m] ) ");
        one.sources = {QStringLiteral("prom")};
        ask(state({one, off, asking(""), asking("b")}));
        QCOMPARE(m_telemetry->rangeQueries.size(), std::size_t(2));
        QCOMPARE(m_telemetry->rangeQueries[0].expression, QStringLiteral(" rate( x[5m] ) "));
        QCOMPARE(m_telemetry->rangeQueries[0].sources, QStringList {QStringLiteral("prom")});
        QCOMPARE(m_board->series().size(), std::size_t(4));
        QVERIFY(m_board->answer(1) == nullptr && m_board->answer(2) == nullptr);
        QVERIFY(m_board->series()[0].name.startsWith(u'A'));
        QVERIFY(m_board->series()[3].name.startsWith(u'D'));
    }

    void anAnswerStaysWhileItsQueryDoes()
    {
        ask(state({asking("a"), asking("b")}));
        const std::size_t asked = m_telemetry->rangeQueries.size();
        m_board->setState(state({asking("b"), asking("c")}));
        QCOMPARE(m_board->series().size(), std::size_t(2));
        QCOMPARE(m_board->series()[0].series.labels.value(u"__name__"), QStringLiteral("b"));
        QCOMPARE(m_telemetry->rangeQueries.size(), asked);
    }

    void aQuestionNobodyWaitsForIsTakenBack()
    {
        m_telemetry->answers.isHeld = true;
        m_board->setState(state({asking("slow")}));
        m_board->ask(Hour);
        m_board->setState(state({asking("other")}));
        QVERIFY(m_telemetry->cancels.front().stop_requested());
    }

    void theTimeBeforeLiesWhereTheRangeIs()
    {
        constexpr Millis Day {86'400'000};
        ask(state({asking("a")}, Day));
        QCOMPARE(m_telemetry->rangeQueries.back().range.from, Hour.from - Day);
        QCOMPARE(m_board->series().size(), std::size_t(4));
        const BoardSeries &before = m_board->series()[2];
        QCOMPARE(before.ago, Day);
        QCOMPARE(before.series.samples.front().ms, Hour.from.ms);
        QCOMPARE(before.place, m_board->series()[0].place);
        m_board->setState(state({asking("a")}));
        QCOMPARE(m_board->series().size(), std::size_t(2));
    }

    void whatIsBeyondTheBoundIsCounted()
    {
        m_lines = int(MetricBoard::MostSeries) + 7;
        ask(state({asking("many")}));
        QCOMPARE(m_board->series().size(), MetricBoard::MostSeries);
        QCOMPARE(m_board->leftOut(0), std::size_t(7));
    }

    void aChosenUnitStandsInPlaceOfTheSources()
    {
        ExplorerState chosen = state({asking("a")});
        chosen.options.unit = QStringLiteral("By");
        ask(chosen);
        QCOMPARE(m_board->series().front().series.unit, QStringLiteral("By"));
    }

    void theLegendHasFiguresAndSorts()
    {
        ask(state({asking("a")}));
        LegendModel legend;
        const QAbstractItemModelTester tester(&legend, QAbstractItemModelTester::FailureReportingMode::QtTest);
        legend.setSeries(m_board->series(), Hour);
        QCOMPARE(legend.rowCount(), 2);
        const auto number = [&legend](int row, int column) { return legend.index(row, column).data(LegendModel::NumberRole).toDouble(); };
        QCOMPARE(number(0, LegendModel::LastColumn), 10.0);
        QCOMPARE(number(0, LegendModel::LeastColumn), 0.0);
        QCOMPARE(number(1, LegendModel::MostColumn), 11.0);
        QCOMPARE(number(1, LegendModel::MeanColumn), 6.0);
        legend.sort(LegendModel::LastColumn, Qt::DescendingOrder);
        QCOMPARE(number(0, LegendModel::LastColumn), 11.0);
        // Without a figure a line stands last both ways.
        std::vector<BoardSeries> lines = m_board->series();
        lines[1].series.samples = {{Hour.from.ms, std::nan("")}};
        legend.setSeries(lines, Hour);
        QCOMPARE(number(0, LegendModel::LastColumn), 10.0);
        legend.sort(LegendModel::LastColumn, Qt::AscendingOrder);
        QCOMPARE(number(0, LegendModel::LastColumn), 10.0);
        legend.sort(LegendModel::NameColumn, Qt::DescendingOrder);
        legend.setSeries({}, Hour);
        QCOMPARE(legend.rowCount(), 0);
    }

    void oneAloneHiddenAndAllAgain()
    {
        ask(state({asking("a")}, Millis(86'400'000)));
        LegendModel legend;
        const QAbstractItemModelTester tester(&legend, QAbstractItemModelTester::FailureReportingMode::QtTest);
        legend.setSeries(m_board->series(), Hour);
        const QString first = m_board->series()[0].key;
        const QString second = m_board->series()[1].key;
        const QString before = m_board->series()[2].key;
        QSignalSpy changed(&legend, &LegendModel::choiceChanged);
        legend.toggleAlone(first);
        QVERIFY(legend.isShown(first) && legend.isShown(before) && !legend.isShown(second) && legend.isNarrowed());
        legend.setSeries(m_board->series(), Hour);
        QVERIFY(!legend.isShown(second));
        legend.toggleHidden(second);
        QVERIFY(legend.isShown(first) && legend.isShown(second));
        legend.showAll();
        legend.toggleHidden(second);
        QVERIFY(legend.isShown(first) && !legend.isShown(second));
        legend.toggleHidden(second);
        QVERIFY(!legend.isNarrowed());
        QCOMPARE(changed.count(), 5);
        // Gone with its query, a line alone hides nothing else.
        legend.toggleAlone(first);
        m_board->setState(state({asking("other")}));
        m_board->ask(Hour);
        QTRY_VERIFY(!m_board->series().empty());
        legend.setSeries(m_board->series(), Hour);
        QVERIFY(legend.isShown(m_board->series()[0].key));
    }

    void firingsAndChangesOfTheRange()
    {
        FakeReader reader;
        const AlertKey key {QStringLiteral("am"), QStringLiteral("1")};
        const auto add = [&](UtcTime at) {
            Incident incident;
            incident.fingerprint = key.toString();
            incident.title = QStringLiteral("Burns");
            incident.service = QStringLiteral("checkout");
            incident.created = at;
            reader.incidentList.push_back(incident);
        };
        add(Hour.from - Millis(60'000)); // reaches into the range
        add(Hour.from + Millis(60'000));
        HistoryEvent change;
        change.kind = HistoryEvent::Kind::Change;
        change.at = Hour.from + Millis(30'000);
        change.detail = QStringLiteral("deploy 7");
        HistoryEvent early = change;
        early.at = Hour.from - Millis(30'000);
        reader.historyOf.insert(key, {early, change});
        RangeEvents events(reader);
        events.read(Hour);
        QTRY_COMPARE(events.events().size(), std::size_t(2));
        QCOMPARE(events.events()[0].kind, RangeEvent::Kind::Changed);
        QCOMPARE(events.events()[0].title, QStringLiteral("deploy 7"));
        QCOMPARE(events.events()[1].kind, RangeEvent::Kind::Fired);
        QCOMPARE(events.events()[1].alert, key);
        events.read(Hour);
        QTRY_COMPARE(events.events().size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestMetricBoard)
#include "tst_metricboard.moc"
