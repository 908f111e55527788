#include "app/sync/statusrules.h"
#include "app/sync/syncengine.h"
#include "tests/unit/sync/faketelemetry.h"

#include <QTest>
#include <QThread>

using namespace quarterdeck;

namespace {

const QString Am = QStringLiteral("am");
const QString Prom = QStringLiteral("prom");
const UtcTime Heard {1'700'000'000'000};

/// The engine of a second run, over a store in which the first one left both sources up to date.
struct Bench : StoreBench {
    QThread io;
    std::vector<std::unique_ptr<Source>> sources;
    FakePaging *paging = nullptr;
    std::shared_ptr<FakeTelemetry::Script> script = std::make_shared<FakeTelemetry::Script>();
    std::unique_ptr<SyncEngine> sync;

    Bench()
    {
        std::vector<Alert> many;
        for (int i = 0; i < 2000; ++i) {
            many.push_back(alertOf(QString::number(i)));
        }
        for (const QString &id : {Am, Prom}) {
            Batch batch;
            batch.source = id;
            batch.observedAt = Heard;
            batch.upserts = id == Am ? many : std::vector<Alert> {};
            SourceStatus status;
            status.id = id;
            batch.status = afterAnswer(status, {}, Heard);
            value(store->apply(batch));
        }
        reopen();
        io.start();
        auto made = std::make_unique<FakePaging>();
        paging = made.get();
        sources.push_back(std::move(made));
        // A QObject inside: it has to be born where it lives.
        auto *desk = new QObject;
        desk->moveToThread(&io);
        QMetaObject::invokeMethod(
            desk, [this] { sources.push_back(std::make_unique<FakeTelemetry>(script)); }, Qt::BlockingQueuedConnection);
        desk->deleteLater();
    }
    ~Bench()
    {
        sync.reset();
        io.quit();
        io.wait();
    }
    /// Polls at once, while the store still reads for others.
    void pollBeforeTheStatusesAreRead()
    {
        for (int i = 0; i < 20; ++i) {
            reads.push_back(store->alerts());
        }
        Endpoint am;
        am.id = Am;
        am.kind = QStringLiteral("fake");
        Endpoint prom = am;
        prom.id = Prom;
        sync = std::make_unique<SyncEngine>(*store, clock, io, std::move(sources), std::vector<Endpoint> {am, prom}, SyncOptions {});
        const Async<Done> polled = sync->poll();
        QTRY_VERIFY_WITH_TIMEOUT(polled.isFinished(), 60'000);
        QCoreApplication::processEvents();
    }
    SourceStatus shown(const QString &id) const { return of(sync->statuses(), id); }
    SourceStatus stored(const QString &id) { return of(value(store->statuses()), id); }

private:
    static SourceStatus of(const std::vector<SourceStatus> &all, const QString &id)
    {
        const auto at = std::ranges::find(all, id, &SourceStatus::id);
        return at == all.end() ? SourceStatus {} : *at;
    }
    std::vector<Async<std::vector<Alert>>> reads;
};

} // namespace

/// What a run knows of its sources from the run before, however soon they answer or fail.
class TestRestoredStatuses : public QObject {
    Q_OBJECT

private slots:
    void aFailureBeforeTheyAreReadKeepsWhenItWasSeen()
    {
        Bench b;
        b.paging->snapshots = {tl::unexpected<Error>(errorOf(ErrorKind::Offline))};
        b.script->isDown = true;
        b.pollBeforeTheStatusesAreRead();
        for (const QString &id : {Am, Prom}) {
            QCOMPARE(b.shown(id).freshness, Freshness::Unreachable);
            QCOMPARE(b.shown(id).lastOkAt, Heard);
            QVERIFY(b.shown(id).error);
            QCOMPARE(b.shown(id).failures, 1);
            // And the run after this one knows it, too.
            QCOMPARE(b.stored(id).lastOkAt, Heard);
        }
    }
    void aPartOfTheAnswerKeepsWhenTheWholeWasSeen()
    {
        Bench b;
        b.paging->snapshots = {snapshotOf({alertOf(QStringLiteral("1"))}, false)};
        b.pollBeforeTheStatusesAreRead();
        QCOMPARE(b.shown(Am).freshness, Freshness::Stale);
        QCOMPARE(b.shown(Am).lastOkAt, Heard);
        QCOMPARE(b.stored(Am).lastOkAt, Heard);
    }
    void anAnswerCountsFromNow()
    {
        Bench b;
        b.pollBeforeTheStatusesAreRead();
        QCOMPARE(b.shown(Am).freshness, Freshness::Live);
        QCOMPARE(b.shown(Am).lastOkAt, b.clock.now());
        QCOMPARE(b.shown(Prom).lastOkAt, b.clock.now());
    }
};

QTEST_GUILESS_MAIN(TestRestoredStatuses)
#include "tst_restoredstatuses.moc"
