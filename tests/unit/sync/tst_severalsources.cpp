#include "app/sync/readahead.h"
#include "app/sync/syncengine.h"
#include "app/sync/telemetrydesk.h"
#include "tests/unit/sync/faketelemetry.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace quarterdeck;

namespace {

const QString First = QStringLiteral("web1");
const QString Second = QStringLiteral("web9");

/// The engine over two sources that know both metrics and logs, and one Alertmanager.
struct Bench {
    QTemporaryDir folder;
    SystemClock clock;
    std::unique_ptr<Store> store;
    QThread io;
    std::shared_ptr<FakeTelemetry::Script> first = std::make_shared<FakeTelemetry::Script>();
    std::shared_ptr<FakeTelemetry::Script> second = std::make_shared<FakeTelemetry::Script>();
    FakePaging *paging = nullptr;
    std::unique_ptr<SyncEngine> sync;

    explicit Bench(QLatin1StringView languageOfSecond = PromQl)
    {
        second->language = languageOfSecond;
        store = std::move(*Store::open({folder.filePath(QStringLiteral("d")), folder.filePath(QStringLiteral("c"))}, clock));
        io.start();
        std::vector<std::unique_ptr<Source>> sources;
        auto made = std::make_unique<FakePaging>();
        paging = made.get();
        sources.push_back(std::move(made));
        auto *desk = new QObject;
        desk->moveToThread(&io);
        QMetaObject::invokeMethod(
            desk,
            [&] {
                sources.push_back(std::make_unique<FakeTelemetry>(first, First));
                sources.push_back(std::make_unique<FakeTelemetry>(second, Second));
            },
            Qt::BlockingQueuedConnection);
        desk->deleteLater();
        std::vector<Endpoint> endpoints;
        for (const QString &id : {QStringLiteral("am"), First, Second}) {
            Endpoint endpoint;
            endpoint.id = id;
            endpoint.kind = QStringLiteral("fake");
            endpoint.pollEvery = Millis(100);
            endpoints.push_back(endpoint);
        }
        sync = std::make_unique<SyncEngine>(*store, clock, io, std::move(sources), endpoints, SyncOptions {});
    }
    ~Bench()
    {
        sync.reset();
        io.quit();
        io.wait();
    }
    template <class T> static Result<T> wait(const Async<T> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000) || future.resultCount() == 0) {
            return fail(ErrorKind::Timeout, QStringLiteral("never finished"));
        }
        return future.result();
    }
    static MetricQuery metrics() { return {{}, QStringLiteral("up"), {{1'700'000'000'000}, {1'700'000'060'000}}, Millis(15'000)}; }
    static LogQuery logs()
    {
        LogQuery query;
        query.range = {{1'700'000'000'000}, {1'700'000'120'000}};
        return query;
    }
    static QStringList sourcesOf(const std::vector<LogLine> &lines)
    {
        QStringList all;
        for (const LogLine &line : lines) {
            all << line.source;
        }
        return all;
    }
};

} // namespace

/// Every source that could answer is asked, and one that does not is named.
class TestSeveralSources : public QObject {
    Q_OBJECT

private slots:
    void bothAreAskedAndNamed()
    {
        Bench b;
        const auto series = Bench::wait(b.sync->range(Bench::metrics()));
        QVERIFY(series && series->isLive && series->failures.empty());
        QCOMPARE(series->asked, (QStringList {First, Second}));
        QCOMPARE(series->value.size(), std::size_t(2));
        QCOMPARE(series->value[0].source, First);
        QCOMPARE(series->value[1].source, Second);
        const auto page = Bench::wait(b.sync->logs(Bench::logs()));
        QVERIFY(page && page->isLive);
        QCOMPARE(Bench::sourcesOf(page->value.lines), (QStringList {First, Second, First, Second}));
        QCOMPARE(page->value.complete, Bench::logs().range);
        const auto counts = Bench::wait(b.sync->logHistogram(Bench::logs(), 2));
        QVERIFY(counts);
        QCOMPARE(counts->value.buckets[0][std::size_t(LogLevel::Error)], 2);
        QVERIFY(!counts->value.isSampled);
    }
    void onlyThoseThatAreNamed()
    {
        Bench b;
        MetricQuery query = Bench::metrics();
        query.sources = QStringList {Second};
        const auto series = Bench::wait(b.sync->range(query));
        QVERIFY(series);
        QCOMPARE(series->asked, QStringList {Second});
        QCOMPARE(b.first->ranges.load(), 0);
        LogQuery both = Bench::logs();
        both.sources = QStringList {Second, First};
        QCOMPARE(Bench::wait(b.sync->logs(both))->value.lines.size(), std::size_t(4));
        both.sources = QStringList {Second, QStringLiteral("web5")};
        const auto unknown = Bench::wait(b.sync->logs(both));
        QVERIFY(unknown && !unknown->isLive);
        QCOMPARE(unknown->failures.front().source, QStringLiteral("web5"));
    }
    void whatNamesNoSourceIsInOneLanguage()
    {
        Bench b(QLatin1StringView("InfluxQL"));
        MetricQuery query = Bench::metrics();
        QCOMPARE(Bench::wait(b.sync->range(query))->asked, QStringList {First});
        QCOMPARE(b.second->ranges.load(), 0);
        query.sources = QStringList {Second};
        QCOMPARE(Bench::wait(b.sync->range(query))->asked, QStringList {Second});
        query.sources = QStringList {First, Second};
        QCOMPARE(Bench::wait(b.sync->range(query))->asked, (QStringList {First, Second}));
    }
    void oneThatFailsIsNamedAndTheOthersAnswerIsKept()
    {
        Bench b;
        b.second->isDown = true;
        const auto series = Bench::wait(b.sync->range(Bench::metrics()));
        QVERIFY(series && !series->isLive);
        QCOMPARE(series->value.size(), std::size_t(1));
        QCOMPARE(series->failures.size(), std::size_t(1));
        QCOMPARE(series->failures.front().source, Second);
        QVERIFY(!series->failures.front().asOf.isValid());
        QVERIFY(series->error->what.startsWith(Second));
        const auto page = Bench::wait(b.sync->logs(Bench::logs()));
        QVERIFY(page && !page->isLive);
        QCOMPARE(Bench::sourcesOf(page->value.lines), (QStringList {First, First}));
        QCOMPARE(page->value.complete.length(), Millis(0));
        const auto counts = Bench::wait(b.sync->logHistogram(Bench::logs(), 2));
        QVERIFY(counts && counts->value.isSampled);
    }
    void fromTheCacheOfOneAndLiveOfTheOther()
    {
        Bench b;
        QVERIFY(Bench::wait(b.sync->logs(Bench::logs()))->isLive);
        QVERIFY(Bench::wait(b.sync->range(Bench::metrics()))->isLive);
        b.second->isDown = true;
        const auto page = Bench::wait(b.sync->logs(Bench::logs()));
        QVERIFY(page && !page->isLive);
        QCOMPARE(page->value.lines.size(), std::size_t(4));
        QCOMPARE(page->failures.front().source, Second);
        QVERIFY(page->failures.front().asOf.isValid());
        const auto series = Bench::wait(b.sync->range(Bench::metrics()));
        QCOMPARE(series->value.size(), std::size_t(2));
        QCOMPARE(series->value[1].source, Second);
    }
    void noneThatAnswersIsAnErrorWithEveryName()
    {
        Bench b;
        b.first->isDown = b.second->isDown = true;
        const auto page = Bench::wait(b.sync->logs(Bench::logs()));
        QVERIFY(!page);
        QVERIFY2(page.error().what.contains(First) && page.error().what.contains(Second), qPrintable(page.error().what));
    }
    void aWarningSaysWhose()
    {
        Bench b;
        b.second->isWarning = true;
        const auto series = Bench::wait(b.sync->range(Bench::metrics()));
        QVERIFY(series);
        QCOMPARE(series->warnings.size(), qsizetype(1));
        QCOMPARE(series->warnedBy, QStringList {Second});
    }
    void aPartialAnswerIsPartialInTheCacheToo()
    {
        Bench b;
        b.second->isWarning = true;
        QVERIFY(Bench::wait(b.sync->range(Bench::metrics()))->isLive);
        b.first->isDown = b.second->isDown = true;
        const auto cached = Bench::wait(b.sync->range(Bench::metrics()));
        QVERIFY(cached && !cached->isLive);
        QCOMPARE(cached->warnings, QStringList {QStringLiteral("a store did not answer")});
        QCOMPARE(cached->warnedBy, QStringList {Second});
    }
    void oneThatCouldNotBeOpenedIsMissing()
    {
        Bench b;
        Endpoint broken;
        broken.id = QStringLiteral("web7");
        broken.kind = QStringLiteral("journal");
        b.sync->addMisconfigured(broken, errorOf(ErrorKind::Rejected), Face::Logs);
        const auto page = Bench::wait(b.sync->logs(Bench::logs()));
        QVERIFY(page && !page->isLive);
        QCOMPARE(page->failures.front().source, broken.id);
        QVERIFY(Bench::wait(b.sync->range(Bench::metrics()))->isLive);
    }
    void aTailFollowsBothAndSaysWhichItLost()
    {
        Bench b;
        auto tail = b.sync->tail(Bench::logs());
        QSet<QString> seen;
        QObject::connect(tail.get(), &LogTail::arrived, tail.get(), [&seen](const std::vector<LogLine> &lines) {
            for (const LogLine &line : lines) {
                seen << line.source;
            }
        });
        QSignalSpy interrupted(tail.get(), &LogTail::interrupted);
        QTRY_COMPARE(seen.size(), qsizetype(2));
        // Each is cut once after ten lines and follows on.
        QTRY_VERIFY(interrupted.size() >= 1);
        QVERIFY(interrupted[0][0].toString().contains(QLatin1String("web")));
        QTRY_VERIFY(!interrupted.empty() && interrupted.back()[0].toString().isEmpty());
    }
    void whatBeginsToFireIsReadAhead()
    {
        Bench b;
        b.paging->snapshots = {snapshotOf({alertOf(QStringLiteral("a"))})};
        b.sync->start();
        // Nobody has opened it: both sides of its onset are asked for at each source.
        QTRY_VERIFY_WITH_TIMEOUT(b.first->queries.load() >= 2 && b.second->queries.load() >= 2, 10'000);
    }
    void theGravestAreReadAheadFirstAndNotMoreThanFifty()
    {
        StoreBench bench;
        std::vector<OpenSource> none;
        TelemetryDesk desk(none, *bench.store, bench.clock, nullptr);
        bool isBusy = true;
        ReadAhead ahead(
            desk, bench.clock, [&isBusy] { return isBusy; }, nullptr);
        ahead.setPause(0);
        std::vector<Alert> many;
        for (int i = 0; i < 200; ++i) {
            many.push_back(alertOf(QString::number(i)));
            many.back().severity = i % 2 == 0 ? Severity::Critical : Severity::Info;
        }
        ahead.add(many);
        QCOMPARE(ahead.waiting(), ReadAhead::Most);
        // Polls go first.
        QTest::qWait(50);
        QCOMPARE(ahead.waiting(), ReadAhead::Most);
        isBusy = false;
        QTRY_COMPARE(ahead.waiting(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestSeveralSources)
#include "tst_severalsources.moc"
