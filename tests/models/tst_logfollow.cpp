#include "models/logfollow.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketelemetry.h"

#include <QSignalSpy>
#include <QTest>

using namespace quarterdeck;

/// A log as it is read and followed: each line once, and what is complete.
class TestLogFollow : public QObject {
    Q_OBJECT

    FakeClock m_clock {UtcTime {1'795'000'000'000}};
    std::unique_ptr<FakeTelemetry> m_telemetry;
    std::unique_ptr<LogFollow> m_log;
    QStringList m_lines;

    LogLine line(qint64 agoMs, const char *text) const
    {
        LogLine made;
        made.source = QStringLiteral("journal");
        made.nanos = (m_clock.now().ms - agoMs) * 1'000'000;
        made.cursor = QString::fromLatin1(text);
        made.text = text;
        return made;
    }
    TimeRange lastHour() const { return {m_clock.now() - Millis(3'600'000), m_clock.now()}; }
    void read(bool isLive = true)
    {
        LogQuery query;
        query.range = lastHour();
        m_log->read(query, isLive);
    }

private slots:
    void init()
    {
        m_telemetry = std::make_unique<FakeTelemetry>();
        m_log = std::make_unique<LogFollow>(*m_telemetry, m_clock, 60);
        m_lines.clear();
        connect(m_log.get(), &LogFollow::replaced, this, [this](const std::vector<LogLine> &lines) {
            m_lines.clear();
            for (const LogLine &one : lines) {
                m_lines.append(QString::fromUtf8(one.text));
            }
        });
        connect(m_log.get(), &LogFollow::appended, this, [this](const std::vector<LogLine> &lines) {
            for (const LogLine &one : lines) {
                m_lines.append(QString::fromUtf8(one.text));
            }
        });
    }

    void eachLineComesOnce()
    {
        m_telemetry->lineList = {line(2000, "a"), line(1000, "b")};
        read();
        QTRY_COMPARE(m_lines, (QStringList {"a", "b"}));
        QTRY_VERIFY(m_telemetry->lastTail != nullptr);
        // The tail begins where the page ended.
        m_telemetry->lastTail->feed({line(1000, "b"), line(1000, "c"), line(500, "d")});
        QCOMPARE(m_lines, (QStringList {"a", "b", "c", "d"}));
        m_telemetry->lastTail->feed({line(500, "d")});
        QCOMPARE(m_lines.size(), 4);
        QVERIFY(m_log->state().isFollowing);
        QCOMPARE(m_log->page(lastHour()).complete.to, lastHour().to);
    }

    void earlierLinesComeOnceAndUpToTheBeginning()
    {
        for (int i = 0; i < 10; ++i) {
            // Pairs of one instant: a page may end between the two.
            m_telemetry->lineList.push_back(line(20'000 - 1000 * (i / 2), QByteArray::number(i).constData()));
        }
        LogQuery query;
        query.range = lastHour();
        query.limit = 3;
        connect(m_log.get(), &LogFollow::earlier, this, [this](const std::vector<LogLine> &lines) {
            QStringList texts;
            for (const LogLine &one : lines) {
                texts.append(QString::fromUtf8(one.text));
            }
            m_lines = texts + m_lines;
        });
        m_log->read(query, false);
        QTRY_COMPARE(m_lines, (QStringList {"7", "8", "9"}));
        QVERIFY(m_log->state().isTruncated);
        for (int step = 0; step < 8 && m_log->state().isTruncated; ++step) {
            QSignalSpy earlier(m_log.get(), &LogFollow::earlier);
            m_log->readEarlier();
            QTRY_COMPARE(earlier.count(), 1);
        }
        QCOMPARE(m_lines, (QStringList {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}));
        QCOMPARE(m_log->state().complete.from, lastHour().from);
        // There is nothing before the range that was asked for.
        const std::size_t asked = m_telemetry->logQueries.size();
        m_log->readEarlier();
        QCOMPARE(m_telemetry->logQueries.size(), asked);
    }

    void anInstantOfMoreLinesThanAPageIsRead()
    {
        for (int i = 0; i < 40; ++i) {
            m_telemetry->lineList.push_back(line(5000, QByteArray::number(i).constData()));
        }
        m_telemetry->lineList.insert(m_telemetry->lineList.begin(), line(9000, "first"));
        LogQuery query;
        query.range = lastHour();
        query.limit = 3;
        m_log->read(query, false);
        QTRY_VERIFY(m_log->state().isAnswered);
        qsizetype count = 3;
        connect(m_log.get(), &LogFollow::earlier, this, [&count](const std::vector<LogLine> &lines) { count += std::ssize(lines); });
        for (int step = 0; step < 20 && m_log->state().isTruncated; ++step) {
            m_log->readEarlier();
            QTest::qWait(10);
        }
        QCOMPARE(count, 41);
    }

    void whatIsNotLiveIsReadAndNotFollowed()
    {
        m_telemetry->lineList = {line(2000, "a")};
        read(false);
        QTRY_COMPARE(m_lines, QStringList {"a"});
        QVERIFY(m_telemetry->lastTail == nullptr);
        QCOMPARE(m_telemetry->logQueries.front().range, lastHour());
        QTRY_COMPARE(m_log->state().histogram.buckets.size(), std::size_t(60));
    }

    void aLineOfAClockAheadIsAskedFor()
    {
        m_telemetry->lineList = {line(-240'000, "ahead")};
        read();
        QTRY_COMPARE(m_lines, QStringList {"ahead"});
    }

    void anInterruptionEndsWhatIsComplete()
    {
        m_telemetry->lineList = {line(2000, "a")};
        read();
        QTRY_VERIFY(m_telemetry->lastTail != nullptr);
        m_telemetry->lastTail->interrupt(QStringLiteral("journal: gone"));
        const UtcTime at = m_clock.now();
        QCOMPARE(m_log->state().interruption, QStringLiteral("journal: gone"));
        m_clock.advance(Millis(60'000));
        QCOMPARE(m_log->page(lastHour()).complete.to, at);
        QSignalSpy missed(m_log.get(), &LogFollow::missed);
        m_telemetry->lastTail->interrupt({});
        QTRY_COMPARE(missed.count(), 1);
    }

    void anAnswerToWhatIsNotAskedAnyMoreIsLeftOut()
    {
        m_telemetry->lineList = {line(2000, "a")};
        m_telemetry->answers.isHeld = true;
        read();
        m_log->clear();
        m_telemetry->answers.release();
        QTest::qWait(20);
        QVERIFY(m_lines.isEmpty() && !m_log->state().isAnswered);
    }

    void fromTheCacheItIsCompleteUntilThen()
    {
        m_telemetry->lineList = {line(2000, "a")};
        m_telemetry->isLive = false;
        m_telemetry->asOf = m_clock.now() - Millis(600'000);
        m_telemetry->staleness = Error {ErrorKind::Offline, QStringLiteral("refused"), {}, 0, {}};
        read();
        QTRY_VERIFY(m_log->state().isAnswered);
        QVERIFY(!m_log->state().isLive && !m_log->state().isFollowing && m_log->state().error);
        QCOMPARE(m_log->page(lastHour()).complete.to, m_telemetry->asOf);
    }

    void withoutAnyAnswerItSaysWhy()
    {
        m_telemetry->answers.failure = Error {ErrorKind::Forbidden, QStringLiteral("no"), {}, 403, {}};
        read();
        QTRY_VERIFY(m_log->state().error);
        QCOMPARE(m_log->state().error->kind, ErrorKind::Forbidden);
        QVERIFY(!m_log->state().isAnswered);
    }
};

QTEST_GUILESS_MAIN(TestLogFollow)
#include "tst_logfollow.moc"
