#include "app/sync/timelinefeed.h"
#include "tests/support/await.h"
#include "tests/unit/sync/fakesources.h"

#include <QSignalSpy>
#include <QTest>

using namespace quarterdeck;

namespace {

/// A timeline of so many portions.
class FakeTimeline final : public TimelineFace {
public:
    Async<TimelinePage> read(TimelineCursor since, CancelToken) override
    {
        asked.append(since.text);
        if (failure) {
            return ready<TimelinePage>(tl::unexpected(*failure));
        }
        const int number = since.text.toInt() + 1;
        SourceEvent event;
        event.id = QStringLiteral("E%1").arg(number);
        event.what.alert = {QStringLiteral("am"), QStringLiteral("a")};
        event.what.kind = HistoryEvent::Kind::Told;
        event.what.at = UtcTime {1'700'000'000'000} + Millis(number * 1'000LL);
        return ready<TimelinePage>(TimelinePage {{event}, {QString::number(number), event.what.at}, number < portions, std::nullopt});
    }

    int portions = 1;
    std::optional<Error> failure;
    QStringList asked; ///< By cursor.
};

} // namespace

/// A timeline is read after good polls, on from where it ended, and never beside one.
class TestTimelineFeed : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_b = std::make_unique<StoreBench>();
        m_face = std::make_unique<FakeTimeline>();
        m_mayGoOn = true;
        makeFeed();
    }
    void cleanup()
    {
        m_feed.reset();
        m_b.reset();
    }

    void itIsReadAfterAGoodPollOnly()
    {
        m_feed->polled(false);
        QVERIFY(!m_feed->isReading());
        poll();
        QCOMPARE(m_face->asked, QStringList {QString()});
        poll();
        QCOMPARE(m_face->asked, (QStringList {QString(), QStringLiteral("1")}));
        QCOMPARE(int(story().size()), 3);
    }

    void aRestartGoesOn()
    {
        poll();
        m_feed.reset();
        m_b->reopen();
        makeFeed();
        poll();
        QCOMPARE(m_face->asked, (QStringList {QString(), QStringLiteral("1")}));
    }

    void moreIsReadBetweenPolls()
    {
        m_face->portions = 3;
        m_mayGoOn = false;
        poll();
        QTest::qWait(1'200);
        QCOMPARE(m_face->asked.size(), 1);
        m_mayGoOn = true;
        QTRY_COMPARE(m_face->asked.size(), 3);
        QTRY_VERIFY(!m_feed->isReading());
        QTest::qWait(700);
        QCOMPARE(m_face->asked.size(), 3);
    }

    void whatFailsRestsAndIsAskedForAgain()
    {
        m_face->failure = errorOf(ErrorKind::RateLimited, Millis(60'000));
        poll();
        m_feed->polled(true);
        QVERIFY(!m_feed->isReading());
        // That nothing was read is known, and said.
        m_b->clock.advance(Millis(3'600'000));
        m_face->failure.reset();
        QCOMPARE(story().back().kind, HistoryEvent::Kind::Unread);
        poll();
        QCOMPARE(m_face->asked, (QStringList {QString(), QString()}));
    }

    void aFailureLosesNothing()
    {
        poll();
        m_face->failure = errorOf(ErrorKind::Forbidden);
        poll();
        QCOMPARE(await(StoredTimelines(*m_b->store).cursor(QStringLiteral("am")))->text, QStringLiteral("1"));
    }

private:
    void makeFeed()
    {
        Batch batch;
        batch.source = QStringLiteral("am");
        batch.observedAt = m_b->clock.now();
        batch.upserts = {alertOf(QStringLiteral("a"))};
        QVERIFY(await(m_b->store->apply(batch)));
        m_feed = std::make_unique<TimelineFeed>(
            QStringLiteral("am"), *m_face, *m_b->store, m_b->clock, [this] { return m_mayGoOn; }, nullptr);
    }
    /// A good poll, and what it leads to.
    void poll()
    {
        const QSignalSpy rested(m_feed.get(), &TimelineFeed::rested);
        m_feed->polled(true);
        QVERIFY(m_feed->isReading());
        QTRY_COMPARE(rested.count(), 1);
    }
    std::vector<HistoryEvent> story() { return *await(m_b->store->history({QStringLiteral("am"), QStringLiteral("a")})); }

    std::unique_ptr<StoreBench> m_b;
    std::unique_ptr<FakeTimeline> m_face;
    std::unique_ptr<TimelineFeed> m_feed;
    bool m_mayGoOn = true;
};

QTEST_GUILESS_MAIN(TestTimelineFeed)
#include "tst_timelinefeed.moc"
