#include "tests/unit/store/storetest.h"

#include <QSignalSpy>

using namespace quarterdeck;
using Kind = HistoryEvent::Kind;

namespace {

std::vector<Kind> kindsOf(Store &store, const AlertKey &alert)
{
    std::vector<Kind> kinds;
    const auto history = await(store.history(alert));
    for (const HistoryEvent &event : *history) {
        kinds.push_back(event.kind);
    }
    return kinds;
}

TimeRange allTime()
{
    return {TestStart - Millis(86'400'000), TestStart + Millis(10 * 86'400'000LL)};
}

} // namespace

class TestStore : public QObject {
    Q_OBJECT

private slots:
    void keepsEveryFieldOfAnAlert()
    {
        StoreFolder folder;
        auto store = folder.open();
        Alert alert = someAlert(QStringLiteral("f1"));
        alert.state = AlertState::Acknowledged;
        alert.cluster = QStringLiteral("eu");
        alert.holds.set(HoldKind::Silence, {QStringLiteral("s1"), QStringLiteral("s2")});
        alert.holds.set(HoldKind::Inhibition, {QStringLiteral("f9")});
        alert.holds.add({HoldKind::Acknowledgement, QStringLiteral("s3"), QStringLiteral("ben"), TestStart + Millis(3'600'000)});
        alert.holds.add({HoldKind::TimeInterval, QStringLiteral("night"), {}, {}, QStringLiteral("mail")});
        alert.runbookUrl = QStringLiteral("javascript:alert(1)");
        alert.assigned = {QStringLiteral("Ana"), QStringLiteral("Ben")};
        alert.correlation = QStringLiteral("web!80:http");
        alert.can = VerbSet(Verb::Acknowledge, Verb::Resolve);
        alert.links = {{QStringLiteral("PagerDuty"), QStringLiteral("https://pd.example/1")}, {{}, QStringLiteral("https://x.example")}};
        QVERIFY(await(store->apply(someBatch({alert, someAlert(QStringLiteral("f2"))}))));
        store.reset();
        store = folder.open();
        const auto alerts = await(store->alerts());
        QCOMPARE(int(alerts->size()), 2);
        QVERIFY(std::find(alerts->begin(), alerts->end(), alert) != alerts->end());
        QCOMPARE(int(openOf(*store, QStringLiteral("eu-am")).size()), 2);
        QVERIFY(openOf(*store, QStringLiteral("us-am")).empty());
    }

    void whatPeopleSaidOfIncidentsIsKept()
    {
        StoreFolder folder;
        auto store = folder.open();
        ChangeSet told;
        QObject::connect(store.get(), &Store::changed, store.get(), [&told](const ChangeSet &changes) { told.merge(changes); });
        const AlertKey one {QStringLiteral("am"), QStringLiteral("f1")};
        const AlertKey other {QStringLiteral("icinga"), QStringLiteral("web!80:http")};
        QVERIFY(await(store->decideJoin({one, other, false, QStringLiteral("ana"), {}})));
        QVERIFY(await(store->decideJoin({other, one, true, QStringLiteral("ben"), {}})));
        QTRY_VERIFY(told.joins);
        store.reset();
        store = folder.open();
        const auto decisions = await(store->joins());
        QCOMPARE(decisions->size(), std::size_t(2));
        QCOMPARE((*decisions)[0], (JoinDecision {one, other, false, QStringLiteral("ana"), (*decisions)[0].at}));
        QVERIFY((*decisions)[0].at.isValid() && (*decisions)[1].areOne);
        QCOMPARE(store->report().lostRows, 0);
    }

    void livesThroughFiringResolvingAndFiringAgain()
    {
        StoreFolder folder;
        auto store = folder.open();
        const Alert alert = someAlert(QStringLiteral("f1"));
        QVERIFY(await(store->apply(someBatch({alert}))));
        folder.clock.advance(Millis(60'000));
        Batch gone = someBatch({}, folder.clock.now());
        gone.gone = {alert.key};
        const auto changes = await(store->apply(gone));
        QCOMPARE(changes->changedAlerts.front().state, AlertState::Resolved);
        QCOMPARE(changes->changedAlerts.front().resolvedAt, folder.clock.now());
        QVERIFY(openOf(*store, QStringLiteral("eu-am")).empty());
        QCOMPARE(int(await(store->alerts())->size()), 1);

        folder.clock.advance(Millis(60'000));
        const Alert again = someAlert(QStringLiteral("f1"), folder.clock.now());
        QVERIFY(await(store->apply(someBatch({again}, folder.clock.now()))));
        QCOMPARE(kindsOf(*store, alert.key), (std::vector<Kind> {Kind::Fired, Kind::Resolved, Kind::Refired}));
        const auto incidents = await(store->incidents(allTime()));
        QCOMPARE(int(incidents->size()), 2);
        QCOMPARE(incidents->front().created, alert.startsAt);
        QCOMPARE(*incidents->front().resolved, TestStart + Millis(60'000));
        QVERIFY(incidents->front().isAutoResolved);
        QCOMPARE(incidents->front().fingerprint, QStringLiteral("eu-am:f1"));
        QCOMPARE(incidents->front().team, QStringLiteral("payments"));
        QVERIFY(!incidents->back().resolved);
    }

    void firingAgainBetweenTwoPollsIsAnotherFiring()
    {
        StoreFolder folder;
        auto store = folder.open();
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("f1"))}))));
        folder.clock.advance(Millis(60'000));
        const Alert again = someAlert(QStringLiteral("f1"), TestStart + Millis(30'000));
        QVERIFY(await(store->apply(someBatch({again}, folder.clock.now()))));
        const auto incidents = await(store->incidents(allTime()));
        QCOMPARE(int(incidents->size()), 2);
        QCOMPARE(*incidents->front().resolved, TestStart);
        QCOMPARE(kindsOf(*store, again.key).back(), Kind::Refired);
    }

    void aCorrectedStartIsNotAnotherFiring()
    {
        StoreFolder folder;
        auto store = folder.open();
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("f1"))}))));
        const Alert corrected = someAlert(QStringLiteral("f1"), TestStart - Millis(30'000));
        QVERIFY(await(store->apply(someBatch({corrected}, TestStart + Millis(15'000)))));
        QCOMPARE(int(await(store->incidents(allTime()))->size()), 1);
        QCOMPARE(kindsOf(*store, corrected.key), std::vector<Kind> {Kind::Fired});
    }

    void theFirstAcknowledgementCounts()
    {
        StoreFolder folder;
        auto store = folder.open();
        Alert alert = someAlert(QStringLiteral("f1"));
        QVERIFY(await(store->apply(someBatch({alert}))));
        alert.state = AlertState::Acknowledged;
        alert.holds = {{HoldKind::Acknowledgement, {}, QStringLiteral("ben")}};
        QVERIFY(await(store->apply(someBatch({alert}, TestStart + Millis(20'000)))));
        alert.holds = {{HoldKind::Acknowledgement, {}, QStringLiteral("cleo")}};
        QVERIFY(await(store->apply(someBatch({alert}, TestStart + Millis(40'000)))));
        const auto incidents = await(store->incidents(allTime()));
        QCOMPARE(*incidents->front().acknowledged, TestStart + Millis(20'000));
        QCOMPARE(incidents->front().user, QStringLiteral("ben"));
        QCOMPARE(kindsOf(*store, alert.key), (std::vector<Kind> {Kind::Fired, Kind::StateChanged}));
        QCOMPARE(await(store->history(alert.key))->back().who, QStringLiteral("ben"));
    }

    void theSameBatchAgainAddsNothing()
    {
        StoreFolder folder;
        auto store = folder.open();
        const Alert alert = someAlert(QStringLiteral("f1"));
        for (int i = 0; i < 3; ++i) {
            QVERIFY(await(store->apply(someBatch({alert}))));
        }
        Batch gone = someBatch({}, TestStart + Millis(1000));
        gone.gone = {alert.key};
        for (int i = 0; i < 3; ++i) {
            QVERIFY(await(store->apply(gone)));
        }
        QCOMPARE(kindsOf(*store, alert.key), (std::vector<Kind> {Kind::Fired, Kind::Resolved}));
        QCOMPARE(int(await(store->incidents(allTime()))->size()), 1);
    }

    void resolvedAlertsAgeOutAfterAnHour()
    {
        StoreFolder folder;
        auto store = folder.open();
        const Alert alert = someAlert(QStringLiteral("f1"));
        QVERIFY(await(store->apply(someBatch({alert}))));
        Batch gone = someBatch({});
        gone.gone = {alert.key};
        QVERIFY(await(store->apply(gone)));
        folder.clock.advance(Millis(3'600'000));
        QCOMPARE(int(await(store->alerts())->size()), 1);
        folder.clock.advance(Millis(1));
        QVERIFY(await(store->alerts())->empty());
        const auto changes = await(store->apply(someBatch({}, folder.clock.now())));
        QCOMPARE(changes->removedAlerts, std::vector<AlertKey> {alert.key});
        QVERIFY(await(store->apply(someBatch({}, folder.clock.now())))->removedAlerts.empty());
    }

    void changesAreGathered()
    {
        StoreFolder folder;
        auto store = folder.open();
        QSignalSpy spy(store.get(), &Store::changed);
        for (int i = 0; i < 50; ++i) {
            QVERIFY(await(store->apply(someBatch({someAlert(QString::number(i))}))));
        }
        qsizetype seen = 0;
        const auto count = [&] {
            seen = 0;
            for (const auto &arguments : spy) {
                seen += qsizetype(arguments.first().value<ChangeSet>().changedAlerts.size());
            }
            return seen;
        };
        QTRY_COMPARE(count(), 50);
        QVERIFY2(spy.count() <= 3, qPrintable(QString::number(spy.count())));
    }

    void whatAPollBroughtIsToldBeforeThatItIsOver()
    {
        // Its status follows the end of a poll: a source that is live beside a list that lacks its alerts looks like an all-clear.
        StoreFolder folder;
        auto store = folder.open();
        QSet<QString> told;
        connect(store.get(), &Store::changed, this, [&told](const ChangeSet &changes) {
            for (const Alert &alert : changes.changedAlerts) {
                told.insert(alert.key.id);
            }
        });
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("f1"))}))));
        QTRY_VERIFY(told.contains(QStringLiteral("f1")));
        Batch poll = someBatch({someAlert(QStringLiteral("f2"))});
        poll.status = SourceStatus {};
        poll.status->id = poll.source;
        std::optional<bool> wasTold;
        then(store->applyPoll(std::make_shared<const Batch>(poll)), this,
            [&](const Result<Done> &) { wasTold = told.contains(QStringLiteral("f2")); });
        QTRY_VERIFY(wasTold.has_value());
        QVERIFY(*wasTold);
        // A list that is being read holds back what is told; the poll is not over before that either.
        QStringList order;
        connect(store.get(), &Store::changed, this, [&order] { order << QStringLiteral("changed"); });
        then(store->alerts(), this, [&order](const auto &) { order << QStringLiteral("read"); });
        poll.upserts = {someAlert(QStringLiteral("f3"))};
        then(store->applyPoll(std::make_shared<const Batch>(poll)), this, [&order](const Result<Done> &) { order << QStringLiteral("over"); });
        QTRY_COMPARE(order.size(), 3);
        QCOMPARE(order, (QStringList {QStringLiteral("read"), QStringLiteral("changed"), QStringLiteral("over")}));
    }

    void keepsSilencesStatusesAndServices()
    {
        StoreFolder folder;
        auto store = folder.open();
        Batch batch = someBatch({});
        Silence silence {QStringLiteral("eu-am"), QStringLiteral("s1"), {{QStringLiteral("env"), QStringLiteral("p.*"), true, false}}, TestStart,
            TestStart + Millis(1000), TestStart, QStringLiteral("ana"), QStringLiteral("ACK! x [qd:123]"), SilenceState::Pending};
        SourceStatus status;
        status.id = QStringLiteral("eu-am");
        status.kind = QStringLiteral("alertmanager");
        status.freshness = Freshness::NeedsSignIn;
        status.lastOkAt = TestStart;
        status.since = TestStart;
        status.error = Error {ErrorKind::RateLimited, QStringLiteral("slow down"), QStringLiteral("/api"), 429, Millis(5000)};
        status.failures = 3;
        status.isInsecure = true;
        batch.silences = {silence};
        batch.status = status;
        QVERIFY(await(store->apply(batch))->silences);
        QVERIFY(!await(store->apply(batch))->silences);
        Service service;
        service.name = QStringLiteral("checkout");
        service.owner = QStringLiteral("payments");
        service.isOwnerKnown = false;
        service.dependsOn = {QStringLiteral("db"), QStringLiteral("cart")};
        service.panels = {{QStringLiteral("p99"), QStringLiteral("x"), QStringLiteral("s"), 0.5, {}},
            {QStringLiteral("rps"), QStringLiteral("y"), {}, std::nullopt, QStringLiteral("eu-prom")}};
        service.logFields = {{QStringLiteral("unit"), QStringLiteral("a")}, {QStringLiteral("unit"), QStringLiteral("b")}};
        service.provenance = {{QStringLiteral("owner"), QStringLiteral("config.yaml")}};
        service.conflicts = {QStringLiteral("Two owners.")};
        QVERIFY(await(store->replaceServices({service})));
        store.reset();
        store = folder.open();
        QCOMPARE(*await(store->silences()), std::vector<Silence> {silence});
        QCOMPARE(*await(store->statuses()), std::vector<SourceStatus> {status});
        QCOMPARE(*await(store->services()), std::vector<Service> {service});
        batch.silences = std::vector<Silence> {};
        QVERIFY(await(store->apply(batch))->silences);
        QVERIFY(await(store->silences())->empty());
    }

    void keepsNotes()
    {
        StoreFolder folder;
        auto store = folder.open();
        const AlertKey key {QStringLiteral("eu-am"), QStringLiteral("f1")};
        const auto note = await(store->addNote(key, QStringLiteral("ana"), QStringLiteral("<img src=x> 'quoted'")));
        QVERIFY(note);
        QCOMPARE(*await(store->notes(key)), std::vector<Note> {*note});
        QCOMPARE(kindsOf(*store, key), std::vector<Kind> {Kind::Note});
        QVERIFY(await(store->removeNote(note->id)));
        QVERIFY(await(store->notes(key))->empty());
        QCOMPARE(await(store->removeNote(QUuid::createUuid())).error().kind, ErrorKind::NotFound);
    }

    void keepsRunsAndEveryMark()
    {
        StoreFolder folder;
        auto store = folder.open();
        RunbookRun run;
        run.runbook = QStringLiteral("latency");
        run.title = QStringLiteral("High latency");
        run.alert = {QStringLiteral("eu-am"), QStringLiteral("f1")};
        run.params = {{QStringLiteral("instance"), QStringLiteral("a; rm -rf /")}};
        run.startedBy = QStringLiteral("ana");
        const auto started = await(store->start(run));
        QVERIFY(started && !started->id.isNull());
        StepMark mark {started->id, QStringLiteral("s1"), StepMark::State::Ticked, QStringLiteral("ana"), TestStart, {}, QStringLiteral("Look")};
        QVERIFY(await(store->mark(mark)));
        mark.state = StepMark::State::Skipped;
        mark.note = QStringLiteral("not needed");
        QVERIFY(await(store->mark(mark)));
        mark.run = QUuid::createUuid();
        QCOMPARE(await(store->mark(mark)).error().kind, ErrorKind::NotFound);
        QVERIFY(await(store->finish(started->id, TestStart + Millis(1000))));
        store.reset();
        store = folder.open();
        const auto found = await(store->run(started->id));
        QCOMPARE(found->params, run.params);
        QCOMPARE(found->finishedAt, TestStart + Millis(1000));
        QCOMPARE(int(found->marks.size()), 1);
        QCOMPARE(found->marks.front().state, StepMark::State::Skipped);
        QCOMPARE(int(await(store->audit(started->id))->size()), 2);
        QCOMPARE(await(store->audit(started->id))->front().state, StepMark::State::Ticked);
        QCOMPARE(await(store->runs())->front().id, started->id);
        QCOMPARE(kindsOf(*store, run.alert), std::vector<Kind> {Kind::RunbookOpened});
    }

    void answersWithTheSeriesThatCoversMost()
    {
        StoreFolder folder;
        auto store = folder.open();
        MetricQuery query {{QStringLiteral("eu-prom")}, QStringLiteral("up"), {TestStart, TestStart + Millis(600'000)}, Millis(60'000)};
        Series series {{{QStringLiteral("job"), QStringLiteral("a")}}, QStringLiteral("s"), {}};
        for (int i = 0; i <= 10; ++i) {
            series.samples.push_back({TestStart.ms + i * 60'000, i * 1.5});
        }
        QCOMPARE(await(store->cachedSeries(query)).error().kind, ErrorKind::NotFound);
        QVERIFY(await(store->putSeries(query, {series}, TestStart + Millis(600'000))));
        MetricQuery part = query;
        part.range = {TestStart + Millis(300'000), TestStart + Millis(900'000)};
        const auto found = await(store->cachedSeries(part));
        QVERIFY(found);
        QVERIFY(!found->isLive);
        QCOMPARE(found->asOf, TestStart + Millis(600'000));
        QCOMPARE(int(found->value.front().samples.size()), 6);
        QCOMPARE(found->value.front().samples.front().value, 7.5);
        part.expression = QStringLiteral("down");
        QCOMPARE(await(store->cachedSeries(part)).error().kind, ErrorKind::NotFound);
    }

    void forgetsWhatIsOlderThanTheRetention()
    {
        StoreFolder folder;
        auto store = folder.open();
        std::vector<Alert> alerts;
        Batch gone = someBatch({}, TestStart + Millis(1000));
        for (int i = 0; i < 700; ++i) {
            alerts.push_back(someAlert(QString::number(i)));
            gone.gone.push_back(alerts.back().key);
        }
        const AlertAction waiting = someAction(alerts[0].key);
        QVERIFY(await(store->apply(someBatch(alerts))));
        QVERIFY(await(store->apply(gone)));
        QVERIFY(await(store->enqueue({waiting}, Millis(1000))));
        QVERIFY(await(store->retain(7, 30)));
        QCOMPARE(int(await(store->incidents(allTime()))->size()), 700);
        folder.clock.advance(Millis(31LL * 86'400'000));
        QVERIFY(await(store->retain(7, 30)));
        QVERIFY(await(store->incidents(allTime()))->empty());
        QVERIFY(await(store->history(alerts[5].key))->empty());
        QCOMPARE(int(await(store->undelivered())->size()), 1);
    }

    void aStoppedTokenCancelsARead()
    {
        StoreFolder folder;
        auto store = folder.open();
        std::stop_source source;
        source.request_stop();
        QCOMPARE(await(store->alerts(source.get_token())).error().kind, ErrorKind::Cancelled);
        QVERIFY(await(store->alerts()));
    }

    void everythingAskedIsDoneBeforeItEnds()
    {
        StoreFolder folder;
        auto store = folder.open();
        for (int i = 0; i < 100; ++i) {
            store->addNote({QStringLiteral("eu-am"), QStringLiteral("f1")}, QStringLiteral("ana"), QString::number(i));
        }
        store.reset();
        store = folder.open();
        QCOMPARE(int(await(store->notes({QStringLiteral("eu-am"), QStringLiteral("f1")}))->size()), 100);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
