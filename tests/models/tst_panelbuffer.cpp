#include "models/panelbuffer.h"
#include "models/paneldefaults.h"

#include <QTest>

using namespace quarterdeck;

namespace {

constexpr Millis step(15'000);

Series series(qint64 from, qint64 to, double value, const Labels &labels = {})
{
    Series s;
    s.labels = labels;
    for (qint64 ms = from; ms <= to; ms += step.count()) {
        s.samples.push_back({ms, value});
    }
    return s;
}

} // namespace

class TestPanelBuffer : public QObject {
    Q_OBJECT

private slots:
    void asksForTheWholeRangeOnceAndThenForTheEnd()
    {
        PanelBuffer buffer;
        const TimeRange first {{1'000'000}, {1'600'000}};
        QCOMPARE(buffer.missing(first, step), first);
        buffer.merge({series(1'000'000, 1'600'000, 1)}, first, first, step);
        const TimeRange next {{1'015'000}, {1'615'000}};
        const TimeRange asked = buffer.missing(next, step);
        QCOMPARE(asked.to.ms, 1'615'000);
        QVERIFY(asked.from.ms >= 1'570'000 && asked.from.ms <= 1'600'000);
        QCOMPARE((asked.from.ms - 1'000'000) % step.count(), 0);
        buffer.merge({series(asked.from.ms, 1'615'000, 2)}, asked, next, step);
        const std::vector<Sample> &samples = buffer.series().front().samples;
        QCOMPARE(samples.front().ms, 1'000'000);
        QCOMPARE(samples.back().ms, 1'615'000);
        QCOMPARE(samples.back().value, 2.0);
        for (size_t i = 1; i < samples.size(); ++i) {
            QCOMPARE(samples[i].ms - samples[i - 1].ms, qint64(step.count()));
        }
    }

    void slidingForHoursStaysBoundedAndGapless()
    {
        PanelBuffer buffer;
        TimeRange range {{1'000'000}, {1'600'000}};
        buffer.merge({series(1'000'000, 1'600'000, 0)}, range, range, step);
        for (int i = 1; i <= 1000; ++i) {
            range = {{range.from.ms + 16'000}, {range.to.ms + 16'000}};
            const TimeRange asked = buffer.missing(range, step);
            QVERIFY(asked.length() < Millis(61'000));
            const qint64 last = asked.from.ms + (asked.length().count() / step.count()) * step.count();
            buffer.merge({series(asked.from.ms, last, i)}, asked, range, step);
        }
        const std::vector<Sample> &samples = buffer.series().front().samples;
        QVERIFY(samples.size() <= 43);
        QVERIFY(samples.size() >= 39);
        for (size_t i = 1; i < samples.size(); ++i) {
            QCOMPARE(samples[i].ms - samples[i - 1].ms, qint64(step.count()));
        }
    }

    void anAnswerOnTheStepDoublesNoSample()
    {
        PanelBuffer buffer;
        const TimeRange range {{990'007}, {1'590'007}};
        buffer.merge({series(990'000, 1'590'000, 1)}, range, range, step);
        const TimeRange next {{1'020'007}, {1'620'007}};
        const TimeRange asked = buffer.missing(next, step);
        // Sources put the begin on the step: what they answer begins before what was asked.
        buffer.merge({series(asked.from.ms / step.count() * step.count(), 1'620'000, 2)}, asked, next, step);
        const std::vector<Sample> &samples = buffer.series().front().samples;
        for (size_t i = 1; i < samples.size(); ++i) {
            QCOMPARE(samples[i].ms - samples[i - 1].ms, qint64(step.count()));
        }
        QCOMPARE(samples.back(), (Sample {1'620'000, 2}));
    }

    void anotherStepOrAnEarlierStartAsksForEverything()
    {
        PanelBuffer buffer;
        const TimeRange range {{1'000'000}, {1'600'000}};
        buffer.merge({series(1'000'000, 1'600'000, 1)}, range, range, step);
        QCOMPARE(buffer.missing(range, Millis(30'000)), range);
        const TimeRange earlier {{400'000}, {1'000'000}};
        QCOMPARE(buffer.missing(earlier, step), earlier);
        const TimeRange muchLater {{2'000'000}, {2'600'000}};
        QCOMPARE(buffer.missing(muchLater, step), muchLater);
    }

    void aSeriesThatStopsKeepsItsPastAndIsNotLatest()
    {
        PanelBuffer buffer;
        const Labels a {{"q", "a"}};
        const Labels b {{"q", "b"}};
        const TimeRange range {{1'000'000}, {1'600'000}};
        buffer.merge({series(1'000'000, 1'600'000, 1, a), series(1'000'000, 1'600'000, 2, b)}, range, range, step);
        QCOMPARE(buffer.latest({1'610'000}).value(), 1.0);
        QVERIFY(!buffer.latest({1'700'000}));
        const TimeRange next {{1'090'000}, {1'690'000}};
        const TimeRange asked = buffer.missing(next, step);
        buffer.merge({series(1'585'000, 1'690'000, 5, b)}, asked, next, step);
        QCOMPARE(buffer.series().size(), 2u);
        QCOMPARE(buffer.series().front().samples.back().ms, 1'600'000);
        QCOMPARE(buffer.newest()->ms, 1'690'000);
    }

    void hostileServiceNamesStayInsideTheirLiteral()
    {
        QCOMPARE(promqlString("a\"} or vector(1) #\\\n"), QStringLiteral("\"a\\\"} or vector(1) #\\\\\\n\""));
        const std::vector<Panel> panels = defaultPanels("x\"y");
        QCOMPARE(panels.size(), 4u);
        for (const Panel &panel : panels) {
            QVERIFY(panel.expression.contains("\"x\\\"y\""));
            QVERIFY(!panel.expression.contains("METRIC"));
            QVERIFY(!panel.expression.contains("MATCH"));
            QCOMPARE(panel.expression.count('('), panel.expression.count(')'));
        }
    }
};

QTEST_GUILESS_MAIN(TestPanelBuffer)
#include "tst_panelbuffer.moc"
