#include "tests/contract/journal/journalbench.h"

#include <QDir>
#include <QTest>

#include <thread>

using namespace quarterdeck;

namespace {

std::vector<Row> burst(int from, int count, const QByteArray &identifier = "api")
{
    std::vector<Row> rows;
    const qint64 now = SystemClock().now().ms * 1000;
    for (int i = 0; i < count; ++i) {
        rows.push_back({now + i, "burst " + QByteArray::number(from + i), identifier});
    }
    return rows;
}

} // namespace

/// Tails of a real systemd-journal-gatewayd.
class TestJournalTail : public JournalBench {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!isInstalled()) {
            QSKIP("systemd-journal-remote is not installed");
        }
    }
    void init() { QVERIFY2(start(), log().constData()); }
    void cleanup() { stop(); }

    void tailStartsWhereThePageEnded();
    void tailOfABurstLosesNothing();
    void tailSurvivesKillAndRestart();
    void aTailThatEndedGoesOnWhereItWas();
    void aPlaceThatIsGoneIsAGap();
    void aRefusedFilterEndsTheTail();
    void cancelledTailsEnd();

private:
    void checkBurst(int count);
};

void TestJournalTail::checkBurst(int count)
{
    QTRY_VERIFY2_WITH_TIMEOUT(m_tailed.size() >= count, QByteArray::number(m_tailed.size()).constData(), 60'000);
    QTest::qWait(300);
    QCOMPARE(m_tailed.size(), count);
    QCOMPARE(m_again, 0);
    for (int i = 0; i < count; ++i) {
        QCOMPARE(m_tailed.at(i), "burst " + QByteArray::number(i));
    }
}

void TestJournalTail::tailStartsWhereThePageEnded()
{
    const UtcTime now = SystemClock().now();
    push({{(now.ms - 20'000) * 1000, "old"}, {(now.ms - 5'000) * 1000, "between"}});
    LogQuery query;
    query.range = {now - Millis(60'000), now - Millis(10'000)};
    std::stop_source stop;
    const auto tail = follow(query, *m_source, stop.get_token());
    QTRY_COMPARE(m_tailed, QByteArrayList({"between"}));
    push({{now.ms * 1000, "new"}});
    QTRY_COMPARE(m_tailed, QByteArrayList({"between", "new"}));
    stop.request_stop();
    QCOMPARE(await(tail).error().kind, ErrorKind::Cancelled);
}

void TestJournalTail::tailOfABurstLosesNothing()
{
    push({{Start, "before"}});
    LogQuery query;
    query.fields = {{QStringLiteral("SYSLOG_IDENTIFIER"), QStringLiteral("api")}};
    std::stop_source stop;
    const auto tail = follow(query, *m_source, stop.get_token());
    QTRY_VERIFY(m_signs > 0);
    for (int i = 0; i < 10; ++i) {
        push(burst(i * 2000, 2000));
        push(burst(0, 100, "other"));
    }
    checkBurst(20'000);
    QVERIFY(!tail.isFinished());
    stop.request_stop();
    await(tail);
}

void TestJournalTail::tailSurvivesKillAndRestart()
{
    std::stop_source stop;
    const auto tail = follow({}, *m_source, stop.get_token());
    QTRY_VERIFY(m_signs > 0);
    push(burst(0, 1000));
    QTRY_VERIFY(m_tailed.size() > 0);
    m_gateway->kill();
    push(burst(1000, 1000));
    QVERIFY2(m_gateway->start(), m_gateway->log().constData());
    push(burst(2000, 18'000));
    for (int i = 0; i < 2; ++i) {
        QTest::qWait(30);
        m_gateway->kill();
        QVERIFY2(m_gateway->start(), m_gateway->log().constData());
    }
    checkBurst(20'000);
    QVERIFY(!tail.isFinished());
    stop.request_stop();
    await(tail);
}

void TestJournalTail::aTailThatEndedGoesOnWhereItWas()
{
    const auto first = follow({}, *m_source, {});
    QTRY_VERIFY(m_signs > 0);
    push(burst(0, 10));
    QTRY_COMPARE(m_tailed.size(), 10);
    m_gateway->kill();
    const auto ended = await(first);
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::Offline);
    push(burst(10, 10));
    QVERIFY2(m_gateway->start(), m_gateway->log().constData());
    std::stop_source stop;
    const auto second = follow({}, *m_source, stop.get_token());
    push(burst(20, 10));
    checkBurst(30);
    stop.request_stop();
    await(second);
}

void TestJournalTail::aPlaceThatIsGoneIsAGap()
{
    std::stop_source stop;
    const auto tail = follow({}, *m_source, stop.get_token());
    QTRY_VERIFY(m_signs > 0);
    const auto first = burst(0, 10);
    push(first);
    QTRY_COMPARE(m_tailed.size(), 10);
    QVERIFY(m_gaps.empty());
    // The journal was emptied, and has new entries: nobody knows how many went with the old ones.
    m_gateway->kill();
    const QDir journals(m_remote->journalFolder());
    for (const QString &file : journals.entryList(QDir::Files)) {
        QVERIFY(QFile::remove(journals.filePath(file)));
    }
    QVERIFY(writeJournal(journals.filePath(QStringLiteral("new.journal")), exported(burst(10, 5))));
    QVERIFY2(m_gateway->start(), m_gateway->log().constData());
    QTRY_COMPARE_WITH_TIMEOUT(m_tailed.size(), 15, 20'000);
    QCOMPARE(m_gaps.size(), std::size_t(1));
    QCOMPARE(m_gaps.front(), UtcTime {first.back().usec / 1000});
    stop.request_stop();
    await(tail);
}

void TestJournalTail::aRefusedFilterEndsTheTail()
{
    LogQuery query;
    query.fields = {{QStringLiteral("lower"), QStringLiteral("x")}};
    const auto ended = await(follow(query, *m_source, {}));
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::Rejected);
}

void TestJournalTail::cancelledTailsEnd()
{
    std::stop_source stop;
    const auto tail = follow({}, *m_source, stop.get_token());
    std::thread other([&stop] { stop.request_stop(); });
    const auto ended = await(tail, Millis(2000));
    other.join();
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestJournalTail)
#include "tst_journaltail.moc"
