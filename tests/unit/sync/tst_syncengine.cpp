#include "app/sync/syncengine.h"
#include "tests/unit/sync/faketelemetry.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace quarterdeck;

namespace {

const QString Am = QStringLiteral("am");
const QString Prom = QStringLiteral("prom");

/// The whole engine over fake sources, with real threads, real time and a short interval.
struct Bench {
    QTemporaryDir folder;
    SystemClock clock;
    std::unique_ptr<Store> store;
    QThread io;
    FakePaging *paging = nullptr;
    std::shared_ptr<FakeTelemetry::Script> script = std::make_shared<FakeTelemetry::Script>();
    std::unique_ptr<SyncEngine> sync;

    explicit Bench(SyncOptions options = {}, Millis every = Millis(100))
    {
        store = std::move(*Store::open({folder.filePath(QStringLiteral("d")), folder.filePath(QStringLiteral("c"))}, clock));
        io.start();
        std::vector<std::unique_ptr<Source>> sources;
        auto made = std::make_unique<FakePaging>();
        paging = made.get();
        paging->snapshots = {snapshotOf({alertOf(QStringLiteral("a"))})};
        sources.push_back(std::move(made));
        // A QObject inside: it has to be born where it lives.
        auto *desk = new QObject;
        desk->moveToThread(&io);
        QMetaObject::invokeMethod(
            desk, [&] { sources.push_back(std::make_unique<FakeTelemetry>(script)); }, Qt::BlockingQueuedConnection);
        desk->deleteLater();
        Endpoint am;
        am.id = Am;
        am.kind = QStringLiteral("fake");
        am.pollEvery = every;
        Endpoint prom = am;
        prom.id = Prom;
        sync = std::make_unique<SyncEngine>(*store, clock, io, std::move(sources), std::vector<Endpoint> {am, prom}, options);
    }
    ~Bench()
    {
        sync.reset();
        io.quit();
        io.wait();
    }
    Freshness freshness(const QString &id) const
    {
        for (const SourceStatus &status : sync->statuses()) {
            if (status.id == id) {
                return status.freshness;
            }
        }
        return Freshness::NeverSeen;
    }
    template <class T> static Result<T> wait(const Async<T> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000) || future.resultCount() == 0) {
            return fail(ErrorKind::Timeout, QStringLiteral("never finished"));
        }
        return future.result();
    }
    AlertAction action() const
    {
        AlertAction action;
        action.id = QUuid::createUuid();
        action.source = Am;
        action.alert = {Am, QStringLiteral("a")};
        action.duration = Millis(60'000);
        action.createdAt = clock.now();
        return action;
    }
    OutboxState state(const QUuid &id)
    {
        for (const OutboxEntry &entry : StoreBench::value(store->entries())) {
            if (entry.action.id == id) {
                return entry.state;
            }
        }
        return OutboxState::Withdrawn;
    }
    MetricQuery metrics() const { return {{}, QStringLiteral("up"), {{1'700'000'000'000}, {1'700'000'060'000}}, Millis(15'000)}; }
    LogQuery logs() const
    {
        LogQuery query;
        query.range = {{1'700'000'000'000}, {1'700'000'120'000}};
        return query;
    }
};

} // namespace

class TestSyncEngine : public QObject {
    Q_OBJECT

private slots:
    void aChangedNetworkIsAskedOnceOverNewConnections()
    {
        std::atomic<int> renewed = 0;
        std::atomic<QObject *> worker = nullptr;
        std::function<void()> changed;
        SyncOptions options;
        options.network = {[&] { ++renewed; }, [&](QObject *guard, auto call) { changed = call, worker = guard; }};
        Bench b(options, Millis(60'000));
        b.sync->start();
        QTRY_VERIFY(b.freshness(Am) == Freshness::Live && b.freshness(Prom) == Freshness::Live);
        QMetaObject::invokeMethod(worker, changed, Qt::BlockingQueuedConnection);
        QTRY_VERIFY(b.paging->polls == 2 && renewed == 1);
    }
    void asksNobodyBeforeStart()
    {
        Bench b;
        QTest::qWait(300);
        QCOMPARE(b.paging->polls, 0);
        QCOMPARE(b.freshness(Am), Freshness::NeverSeen);
        QCOMPARE(b.sync->infos().size(), std::size_t(2));
    }
    /// An alert is given to its service when it is read, so what is read before waits: the request does not.
    void firstAnswerWaitsForTheServices()
    {
        SyncOptions options;
        options.servicesWithin = Millis(600'000);
        Bench b(options);
        b.sync->start();
        QTRY_COMPARE(b.paging->polls, 1);
        QTest::qWait(300);
        QCOMPARE(b.paging->polls, 1);
        QCOMPARE(b.freshness(Am), Freshness::NeverSeen);
        QVERIFY(StoreBench::value(b.store->alerts()).empty());
        Service known;
        known.name = QStringLiteral("Checkout");
        b.sync->setServices({known});
        QTRY_COMPARE(b.freshness(Am), Freshness::Live);
        QCOMPARE(StoreBench::value(b.store->alerts()).front().service, QStringLiteral("Checkout"));
    }
    void servicesThatNeverComeHoldUpNoAlert()
    {
        SyncOptions options;
        options.servicesWithin = Millis(200);
        Bench b(options);
        b.sync->start();
        QTRY_COMPARE(b.freshness(Am), Freshness::Live);
        QCOMPARE(StoreBench::value(b.store->alerts()).size(), std::size_t(1));
    }
    void pollsAndShowsFreshness()
    {
        Bench b;
        QSignalSpy changed(b.sync.get(), &SyncEngine::statusChanged);
        b.sync->start();
        QTRY_COMPARE(b.freshness(Am), Freshness::Live);
        QTRY_COMPARE(b.freshness(Prom), Freshness::Live);
        QTRY_COMPARE(StoreBench::value(b.store->openImprints(Am)).size(), std::size_t(1));
        QVERIFY(!changed.isEmpty());
    }
    void syncOncePollsEverySourceOnce()
    {
        Bench b;
        QVERIFY(Bench::wait(b.sync->syncOnce()));
        QCOMPARE(b.paging->polls, 1);
        QCOMPARE(b.script->probes.load(), 1);
        QCOMPARE(StoreBench::value(b.store->openImprints(Am)).size(), std::size_t(1));
    }
    void pauseStopsPollingButNotSending()
    {
        Bench b;
        b.sync->start();
        QTRY_COMPARE(b.freshness(Am), Freshness::Live);
        QSignalSpy paused(b.sync.get(), &SyncEngine::pausedChanged);
        b.sync->setPaused(true);
        QCOMPARE(paused.size(), 1);
        QTest::qWait(200);
        const int polls = b.paging->polls;
        QTRY_COMPARE(b.freshness(Am), Freshness::Stale);
        QCOMPARE(b.paging->polls, polls);
        const AlertAction action = b.action();
        StoreBench::value(b.store->enqueue({action}, Millis(600'000)));
        QTRY_COMPARE(b.state(action.id), OutboxState::Confirmed);
        QTest::qWait(500);
        QVERIFY(b.paging->polls <= polls + 3);
        b.sync->setPaused(false);
        QTRY_COMPARE(b.freshness(Am), Freshness::Live);
    }
    void refreshPollsNow()
    {
        Bench b;
        b.sync->refresh(Am);
        QTRY_COMPARE(b.freshness(Am), Freshness::Live);
        QCOMPARE(b.script->probes.load(), 0);
    }
    void sendsWhatIsEnqueuedAndPollsAfter()
    {
        Bench b;
        b.sync->start();
        QTRY_COMPARE(b.freshness(Am), Freshness::Live);
        const AlertAction action = b.action();
        StoreBench::value(b.store->enqueue({action}, Millis(600'000)));
        QTRY_COMPARE(b.state(action.id), OutboxState::Confirmed);
    }
    // An act that was begun can no longer be taken back.
    void whoOnlyLooksDeliversNothing()
    {
        Bench b;
        const AlertAction action = b.action();
        StoreBench::value(b.store->enqueue({action}, Millis(600'000)));
        QVERIFY(Bench::wait(b.sync->poll()));
        QTRY_COMPARE(b.freshness(Am), Freshness::Live);
        QVERIFY(Bench::wait(b.sync->poll()));
        QCOMPARE(b.state(action.id), OutboxState::Queued);
        QCOMPARE(b.paging->performed.size(), std::size_t(0));
        QVERIFY(Bench::wait(b.sync->syncOnce()));
        QCOMPARE(b.state(action.id), OutboxState::Confirmed);
    }
    void deliverFinishesAlsoWhenItCannot()
    {
        Bench b;
        b.paging->snapshots = {tl::unexpected<Error>(errorOf(ErrorKind::Offline))};
        const AlertAction action = b.action();
        StoreBench::value(b.store->enqueue({action}, Millis(600'000)));
        QVERIFY(Bench::wait(b.sync->deliver()));
        QCOMPARE(b.state(action.id), OutboxState::Queued);
    }
    void deliveringAsksNobodyWhoHasJustAnswered()
    {
        Bench b({}, Millis(60'000));
        b.paging->outcomes = {notSent(Outcome::Hindrance::Access, Millis(60'000))};
        b.sync->refresh();
        QTRY_COMPARE(b.freshness(Am), Freshness::Live);
        const AlertAction action = b.action();
        StoreBench::value(b.store->enqueue({action}, Millis(600'000)));
        for (int i = 0; i < 4; ++i) {
            QVERIFY(Bench::wait(b.sync->deliver()));
        }
        QCOMPARE(b.paging->performed.size(), std::size_t(1));
        QCOMPARE(int(b.paging->polls), 1);
        // One that has not answered is asked.
        b.paging->snapshots = {tl::unexpected<Error>(errorOf(ErrorKind::Offline))};
        b.sync->refresh();
        QTRY_VERIFY(b.freshness(Am) != Freshness::Live);
        const int before = int(b.paging->polls);
        QVERIFY(Bench::wait(b.sync->deliver()));
        QVERIFY(int(b.paging->polls) > before);
    }
    void readOnlySendsNothing()
    {
        SyncOptions options;
        options.isReadOnly = true;
        Bench b(options);
        b.sync->start();
        const AlertAction action = b.action();
        StoreBench::value(b.store->enqueue({action}, Millis(600'000)));
        QTRY_COMPARE(b.state(action.id), OutboxState::Rejected);
    }
    void seriesFromTheSourceThenFromTheCache()
    {
        Bench b;
        const auto live = Bench::wait(b.sync->range(b.metrics()));
        QVERIFY(live && live->isLive);
        QCOMPARE(live->value.front().samples.size(), std::size_t(4));
        b.script->isDown = true;
        const auto cached = Bench::wait(b.sync->range(b.metrics()));
        QVERIFY(cached);
        QVERIFY(!cached->isLive);
        QVERIFY(cached->error && cached->error->kind == ErrorKind::Offline);
        QVERIFY(cached->asOf.isValid());
        QCOMPARE(cached->value.front().samples.size(), std::size_t(4));
        QTRY_COMPARE(b.freshness(Prom), Freshness::Unreachable);
    }
    void whatTheSourceWarnsOfComesWithTheSeries()
    {
        Bench b;
        QVERIFY(Bench::wait(b.sync->range(b.metrics()))->warnings.isEmpty());
        b.script->isWarning = true;
        const auto warned = Bench::wait(b.sync->range(b.metrics()));
        QVERIFY(warned && warned->isLive);
        QCOMPARE(warned->warnings, QStringList {QStringLiteral("a store did not answer")});
        QCOMPARE(warned->value.front().samples.size(), std::size_t(4));
    }
    void logsAroundAnOnsetOfTheYear9999()
    {
        // A hostile server's alert: the source is down, so the range goes through the cache, which counts in nanoseconds.
        Bench b;
        b.script->isDown = true;
        for (const char *onset : {"9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"}) {
            LogQuery query = b.logs();
            const UtcTime at = parseRfc3339(QString::fromLatin1(onset)).value_or(UtcTime {});
            query.range = {at - Millis(300'000), at + Millis(300'000)};
            const auto page = Bench::wait(b.sync->logs(query));
            QVERIFY(!page || page->value.lines.empty());
            const auto counts = Bench::wait(b.sync->logHistogram(query, 10));
            QVERIFY(!counts || counts->value.buckets.size() == 10U);
        }
    }
    void refusedQuerySaysNothingOfTheSource()
    {
        Bench b;
        b.sync->refresh(Prom);
        QTRY_COMPARE(b.freshness(Prom), Freshness::Live);
        b.script->isRefusing = true;
        const auto refused = Bench::wait(b.sync->range(b.metrics()));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        QCOMPARE(b.freshness(Prom), Freshness::Live);
    }
    void logsAndHistogramFromTheCache()
    {
        Bench b;
        QVERIFY(Bench::wait(b.sync->logs(b.logs()))->isLive);
        b.script->isDown = true;
        const auto page = Bench::wait(b.sync->logs(b.logs()));
        QVERIFY(page && !page->isLive);
        QCOMPARE(page->value.lines.size(), std::size_t(2));
        const auto counts = Bench::wait(b.sync->logHistogram(b.logs(), 2));
        QVERIFY(counts && !counts->isLive);
        QCOMPARE(counts->value.buckets.size(), std::size_t(2));
        QCOMPARE(counts->value.buckets[0][std::size_t(LogLevel::Error)], 1);
        QCOMPARE(counts->value.buckets[1][std::size_t(LogLevel::Info)], 1);
    }
    void nothingKnownIsAnError()
    {
        Bench b;
        b.script->isDown = true;
        const auto series = Bench::wait(b.sync->range(b.metrics()));
        QVERIFY(!series);
        QCOMPARE(series.error().kind, ErrorKind::Offline);
    }
    void tailBundlesFollowsOnAndStops()
    {
        Bench b;
        auto tail = b.sync->tail(b.logs());
        int lines = 0;
        QObject::connect(tail.get(), &LogTail::arrived, tail.get(), [&lines](const std::vector<LogLine> &batch) { lines += int(batch.size()); });
        QSignalSpy batches(tail.get(), &LogTail::arrived);
        QSignalSpy interrupted(tail.get(), &LogTail::interrupted);
        QTRY_VERIFY(lines >= 10);
        QVERIFY(batches.size() < lines);
        // The first connection is cut after ten lines: it says so, connects again and says that too.
        QTRY_COMPARE(interrupted.size(), 2);
        QVERIFY(!interrupted[0][0].toString().isEmpty());
        QVERIFY(interrupted[1][0].toString().isEmpty());
        QTRY_VERIFY(lines >= 20);
        tail.reset();
        QTRY_VERIFY(b.script->isTailCancelled.load());
        QTRY_VERIFY(Bench::wait(b.store->cachedLogs([&b] {
            LogQuery query = b.logs();
            query.sources = QStringList {Prom};
            query.range.to = {1'700'001'000'000};
            return query;
        }()))
                        ->value.lines.size()
            >= 10);
    }
    void expressionOfARule()
    {
        Bench b;
        QCOMPARE(*Bench::wait(b.sync->alertExpression(QStringLiteral("HighLatency"))), QStringLiteral("latency > 1"));
        QCOMPARE(*Bench::wait(b.sync->alertExpression(QStringLiteral("Other"))), QString());
    }
    void discoversServices()
    {
        Bench b;
        QSignalSpy discovered(b.sync.get(), &SyncEngine::servicesDiscovered);
        QVERIFY(Bench::wait(b.sync->syncOnce()));
        QTRY_VERIFY(discovered.size() >= 2);
        QCOMPARE(discovered.last().first().value<std::vector<Service>>().size(), std::size_t(2));
    }
    void misconfiguredSaysSo()
    {
        Bench b;
        Endpoint broken;
        broken.id = QStringLiteral("broken");
        b.sync->addMisconfigured(broken, errorOf(ErrorKind::Rejected), Face::Alerts);
        QCOMPARE(b.freshness(broken.id), Freshness::Misconfigured);
        const auto report = Bench::wait(b.sync->probe(broken.id));
        QVERIFY(report && !report->isOk);
        QVERIFY(report->error && !report->error->what.isEmpty());
    }
    void goesAwayInTheMiddle()
    {
        for (int i = 0; i < 5; ++i) {
            Bench b;
            b.sync->start();
            auto tail = b.sync->tail(b.logs());
            const auto series = b.sync->range(b.metrics());
            QTest::qWait(i * 7);
            if (i % 2 == 0) {
                b.sync.reset();
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSyncEngine)
#include "tst_syncengine.moc"
