#include "tests/contract/loki/lokibench.h"

#include <QTest>
#include <QTimer>

using namespace quarterdeck;

/// A live tail of a Loki: nothing is lost and nothing comes twice.
class TestLokiTail : public LokiBench {
    Q_OBJECT

private slots:
    void init()
    {
        startLoki({{QStringLiteral("tail_every"), QStringLiteral("100ms")}});
        m_caught = {};
        m_stop = {};
    }
    void cleanup()
    {
        m_stop.request_stop();
        stopLoki();
    }

    void newLinesCome();
    void aBurstOfOneInstant();
    void moreThanOneReading();
    void lateLinesAreFound();
    void linesOfAClockAheadHideNothing();
    void interruptionsAreTold();
    void goesOnAfterAnInterruption();
    void refusedQuestionsEndIt();

private:
    static qint64 now() { return SystemClock().now().nanos(); }
    static FakeLoki::Line at(qint64 nanos, const QByteArray &text) { return {{{QStringLiteral("app"), QStringLiteral("a")}}, nanos, text, {}}; }
    Async<Done> follow()
    {
        LogQuery query;
        query.range = {SystemClock().now() - Millis(60'000), SystemClock().now()};
        return m_source->logs()->tail(query, m_caught.sink(), m_stop.get_token());
    }

    TailCatch m_caught;
    std::stop_source m_stop;
};

void TestLokiTail::newLinesCome()
{
    const auto ended = follow();
    QTRY_COMPARE(m_caught.signs, 1);
    for (int i = 0; i < 20; ++i) {
        m_loki->push({at(now(), "line " + QByteArray::number(i))});
        QTRY_COMPARE(m_caught.texts.size(), i + 1);
    }
    QCOMPARE(m_caught.again, 0);
    m_stop.request_stop();
    const auto result = await(ended);
    QVERIFY(!result && result.error().kind == ErrorKind::Cancelled);
}

void TestLokiTail::aBurstOfOneInstant()
{
    const auto ended = follow();
    QTRY_COMPARE(m_caught.signs, 1);
    std::vector<FakeLoki::Line> burst;
    const qint64 instant = now();
    for (int i = 0; i < 4'900; ++i) {
        burst.push_back(at(instant, QByteArray::number(i)));
    }
    m_loki->push(burst);
    m_loki->push({at(now(), "after")});
    QTRY_COMPARE_WITH_TIMEOUT(m_caught.texts.size(), 4'901, 60'000);
    QCOMPARE(m_caught.again, 0);
    QVERIFY(m_caught.gaps.empty());
    std::vector<FakeLoki::Line> tooMany;
    const qint64 next = now();
    for (int i = 0; i < 5'100; ++i) {
        tooMany.push_back(at(next, "x" + QByteArray::number(i)));
    }
    m_loki->push(tooMany);
    QTRY_VERIFY_WITH_TIMEOUT(!m_caught.gaps.empty(), 60'000);
    QCOMPARE(m_caught.gaps.front(), UtcTime {next / 1'000'000});
}

void TestLokiTail::moreThanOneReading()
{
    FakeLoki::Limits limits;
    limits.entries = 4'000;
    m_loki->setLimits(limits);
    std::vector<FakeLoki::Line> lines;
    const qint64 from = now() - Second;
    for (int i = 0; i < 21'000; ++i) {
        lines.push_back(at(from + i * 10'000, QByteArray::number(i)));
    }
    m_loki->push(lines);
    const auto ended = follow();
    QTRY_COMPARE_WITH_TIMEOUT(m_caught.texts.size(), 21'000, 60'000);
    m_loki->push({at(now(), "after")});
    QTRY_COMPARE_WITH_TIMEOUT(m_caught.texts.size(), 21'001, 60'000);
    QCOMPARE(m_caught.again, 0);
}

void TestLokiTail::lateLinesAreFound()
{
    const auto ended = follow();
    QTRY_COMPARE(m_caught.signs, 1);
    m_loki->push({at(now(), "now")});
    QTRY_COMPARE(m_caught.texts.size(), 1);
    // Within the overlap: found by the next reading. Before it: found by one that looks back.
    m_loki->push({at(now() - Second, "a second late")});
    QTRY_COMPARE(m_caught.texts.size(), 2);
    QCOMPARE(m_caught.again, 0);
}

void TestLokiTail::linesOfAClockAheadHideNothing()
{
    const auto ended = follow();
    QTRY_COMPARE(m_caught.signs, 1);
    m_loki->push({at(now() + 600 * Second, "from the future")});
    QTRY_COMPARE(m_caught.texts.size(), 1);
    m_loki->push({at(now(), "now")});
    QTRY_COMPARE(m_caught.texts.size(), 2);
    QCOMPARE(m_caught.again, 0);
}

void TestLokiTail::interruptionsAreTold()
{
    m_loki->setInstead([](const ScriptedRequest &) { return ScriptedReply::text("too few ingesters\n", 500); });
    const auto result = await(follow());
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Server);
    QCOMPARE(m_caught.signs, 0);
}

void TestLokiTail::goesOnAfterAnInterruption()
{
    LogQuery query;
    query.range = {SystemClock().now() - Millis(60'000), SystemClock().now()};
    const auto first = m_source->logs()->tail(query, m_caught.sink(), m_stop.get_token());
    QTRY_COMPARE(m_caught.signs, 1);
    m_loki->push({at(now(), "before")});
    QTRY_COMPARE(m_caught.texts.size(), 1);
    m_loki->setInstead([](const ScriptedRequest &) { return ScriptedReply::text("away\n", 503); });
    QVERIFY(!await(first));
    m_loki->push({at(now(), "meanwhile")});
    m_loki->setInstead({});
    const auto second = m_source->logs()->tail(query, m_caught.sink(), m_stop.get_token());
    QTRY_COMPARE(m_caught.texts, QByteArrayList({"before", "meanwhile"}));
    m_loki->push({at(now(), "after")});
    QTRY_COMPARE(m_caught.texts.size(), 3);
    QCOMPARE(m_caught.again, 0);
}

void TestLokiTail::refusedQuestionsEndIt()
{
    LogQuery query;
    query.expression = QStringLiteral("{app=");
    const auto result = await(m_source->logs()->tail(query, m_caught.sink(), m_stop.get_token()));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Rejected);
    QVERIFY(result.error().what.contains(QStringLiteral("unexpected $end")));
}

QTEST_GUILESS_MAIN(TestLokiTail)
#include "tst_lokitail.moc"
