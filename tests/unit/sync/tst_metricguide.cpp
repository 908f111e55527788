#include "app/sync/metricguide.h"
#include "app/sync/rhythm.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/sync/faketelemetry.h"

#include <QTest>

using namespace quarterdeck;

/// Names and labels of metrics, of all sources together.
class TestMetricGuide : public QObject {
    Q_OBJECT

    std::shared_ptr<FakeTelemetry::Script> m_first;
    std::shared_ptr<FakeTelemetry::Script> m_second;
    FakeClock m_clock {UtcTime {1'795'271'762'000}};
    std::vector<OpenSource> m_sources;
    std::unique_ptr<AskedSources> m_asked;
    std::unique_ptr<MetricGuide> m_guide;

    void addSource(const std::shared_ptr<FakeTelemetry::Script> &script, const QString &id)
    {
        OpenSource open;
        open.source = std::make_unique<FakeTelemetry>(script, id);
        open.endpoint.id = id;
        m_sources.push_back(std::move(open));
    }
    Result<Dated<std::vector<MetricName>>> names(const QStringList &sources = {})
    {
        const Reply<Dated<std::vector<MetricName>>> reply;
        m_guide->names(sources, {}, reply);
        const auto future = reply.future();
        return QTest::qWaitFor([&future] { return future.isFinished(); }) ? future.result() : fail(ErrorKind::Timeout, QStringLiteral("never"));
    }
    Result<Dated<std::vector<LabelChoice>>> labels(const LabelQuery &query)
    {
        const Reply<Dated<std::vector<LabelChoice>>> reply;
        m_guide->labels(query, {}, reply);
        const auto future = reply.future();
        return QTest::qWaitFor([&future] { return future.isFinished(); }) ? future.result() : fail(ErrorKind::Timeout, QStringLiteral("never"));
    }

private slots:
    void init()
    {
        m_first = std::make_shared<FakeTelemetry::Script>();
        m_second = std::make_shared<FakeTelemetry::Script>();
        m_sources.clear();
        addSource(m_first, QStringLiteral("a"));
        addSource(m_second, QStringLiteral("b"));
        m_asked = std::make_unique<AskedSources>(m_sources, m_clock);
        m_guide = std::make_unique<MetricGuide>(*m_asked, m_clock);
    }

    void namesOfAllSourcesAreThereOnceWithWhatIsSaidOfThem()
    {
        const auto found = names();
        QVERIFY(found && found->isLive);
        QStringList all;
        for (const MetricName &name : found->value) {
            all << name.name;
        }
        QCOMPARE(all, (QStringList {QStringLiteral("own_a"), QStringLiteral("own_b"), QStringLiteral("up")}));
        QCOMPARE(found->value.back().type, QStringLiteral("gauge"));
        QCOMPARE(found->asked, (QStringList {QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(names({QStringLiteral("b")})->value.size(), std::size_t(2));
    }

    void aSourceThatDoesNotAnswerIsNamed()
    {
        m_second->isDown = true;
        const auto found = names();
        QVERIFY(found && !found->isLive);
        QCOMPARE(found->failures.size(), std::size_t(1));
        QCOMPARE(found->failures.front().source, QStringLiteral("b"));
        QVERIFY(std::ranges::none_of(found->value, [](const MetricName &name) { return name.name == QLatin1StringView("own_b"); }));
        m_first->isDown = true;
        QVERIFY(!names());
        QVERIFY(!names({QStringLiteral("nobody")}));
    }

    void labelsOfAMetricHaveTheValuesOfAllSources()
    {
        LabelQuery query;
        query.selector = QStringLiteral("up");
        const auto found = labels(query);
        QVERIFY(found && found->isLive);
        QCOMPARE(found->value.size(), std::size_t(1));
        QCOMPARE(found->value.front().name, QStringLiteral("job"));
        QCOMPARE(found->value.front().values, (QStringList {QStringLiteral("a"), QStringLiteral("all"), QStringLiteral("b")}));
        query.selector.clear();
        query.label = QStringLiteral("zone");
        QCOMPARE(labels(query)->value.front().values, (QStringList {QStringLiteral("a"), QStringLiteral("b")}));
    }
};

QTEST_GUILESS_MAIN(TestMetricGuide)
#include "tst_metricguide.moc"
