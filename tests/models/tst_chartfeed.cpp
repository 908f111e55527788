#include "models/chartfeed.h"
#include "tests/support/faketelemetry.h"

#include <QSignalSpy>
#include <QTest>

using namespace quarterdeck;

namespace {

constexpr TimeRange First {{3'600'000}, {7'200'000}};
constexpr TimeRange Later {{3'660'000}, {7'260'000}};

} // namespace

/// What a chart asks for, and what it knows of the answer.
class TestChartFeed : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeTelemetry> m_telemetry;
    std::unique_ptr<ChartFeed> m_feed;

    void answer(TimeRange range)
    {
        QSignalSpy answered(m_feed.get(), &ChartFeed::answered);
        m_feed->ask(range);
        QTRY_COMPARE(answered.count(), 1);
    }

private slots:
    void init()
    {
        m_telemetry = std::make_unique<FakeTelemetry>();
        m_telemetry->onRange = [this](const MetricQuery &query) -> Result<Dated<std::vector<Series>>> {
            Series series;
            series.samples = {{query.range.from.ms, 1}, {query.range.to.ms, 2}};
            Dated<std::vector<Series>> dated {{series}, {}, m_telemetry->isLive, {}};
            dated.warnings = m_telemetry->warnings;
            dated.asked = {QStringLiteral("prom")};
            return dated;
        };
        m_feed = std::make_unique<ChartFeed>(*m_telemetry, ChartFeed::Question {{QStringLiteral("prom")}, QStringLiteral("up"), QStringLiteral("s")});
    }

    void asksForTheEndOnlyOnceItHasTheRest()
    {
        answer(First);
        QCOMPARE(m_telemetry->rangeQueries.back().range, First);
        QCOMPARE(m_telemetry->rangeQueries.back().sources, QStringList {QStringLiteral("prom")});
        QCOMPARE(m_feed->series().front().unit, QStringLiteral("s"));
        QVERIFY(m_feed->isFresh());
        answer(Later);
        QVERIFY(m_telemetry->rangeQueries.back().range.from > First.from);
    }

    void whatMayLackSomethingIsAskedForWhole_data()
    {
        QTest::addColumn<bool>("isLive");
        QTest::addColumn<QStringList>("warnings");
        QTest::newRow("a warning") << true << QStringList {QStringLiteral("a store did not answer")};
        QTest::newRow("from the cache") << false << QStringList();
    }
    void whatMayLackSomethingIsAskedForWhole()
    {
        QFETCH(bool, isLive);
        QFETCH(QStringList, warnings);
        m_telemetry->isLive = isLive;
        m_telemetry->warnings = warnings;
        answer(First);
        QVERIFY(!m_feed->isFresh());
        answer(Later);
        QCOMPARE(m_telemetry->rangeQueries.back().range, Later);
    }

    void onlyTheLastOfManyQuestionsWaits()
    {
        m_telemetry->answers.isHeld = true;
        m_feed->ask(First);
        m_feed->ask({{0}, {3'600'000}});
        m_feed->ask(Later);
        QCOMPARE(m_telemetry->rangeQueries.size(), std::size_t(1));
        m_telemetry->answers.release();
        QTRY_COMPARE(m_telemetry->rangeQueries.size(), std::size_t(2));
        QCOMPARE(m_telemetry->rangeQueries.back().range.to, Later.to);
    }

    void aFailureKeepsWhatIsThere()
    {
        answer(First);
        m_telemetry->answers.failure = Error {ErrorKind::Offline, QStringLiteral("refused"), {}, 0, {}};
        answer(Later);
        QVERIFY(m_feed->hasData() && !m_feed->isFresh() && m_feed->state().isFailed && m_feed->state().error);
    }
};

QTEST_GUILESS_MAIN(TestChartFeed)
#include "tst_chartfeed.moc"
