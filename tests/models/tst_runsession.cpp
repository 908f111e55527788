#include "models/runsession.h"

#include "models/runexport.h"
#include "models/runhistorymodel.h"
#include "models/runstart.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakerunlog.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace quarterdeck;

namespace {

Step step(const QString &id, const QString &text, Step::Phase phase = Step::Phase::Check, const QString &heading = "Diagnosis")
{
    Step s;
    s.id = id;
    s.text = text;
    s.phase = phase;
    s.heading = heading;
    return s;
}

Runbook book()
{
    Runbook b;
    b.title = QStringLiteral("Pool exhausted");
    b.steps = {step("a", "Check the pool of the database"), step("b", "Look for a deploy in the last hour"),
        step("c", "Roll the deploy back", Step::Phase::Act, "Mitigation")};
    CodeBlock block;
    block.language = QStringLiteral("sh");
    block.text = QStringLiteral("deploy rollback checkout");
    b.steps[2].blocks = {block};
    return b;
}

RunbookRun newRunOf(const Runbook &b, UtcTime now)
{
    return newRun(QStringLiteral("pool"), b, {}, std::nullopt, QStringLiteral("ana"), now);
}

} // namespace

class TestRunSession : public QObject {
    Q_OBJECT

private slots:
    void aTickShowsOnlyWhenItIsDurable()
    {
        FakeClock clock({1'700'000'000'000});
        FakeRunLog log;
        RunSession session(log, clock);
        QAbstractItemModelTester tester(&session.steps(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy opened(&session, &RunSession::opened);
        session.start(book(), newRunOf(book(), clock.now()));
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(session.steps().rowCount(), 5);
        log.answers.isHeld = true;
        QSignalSpy marked(&session, &RunSession::marked);
        session.toggle("a", "ana");
        QTest::qWait(20);
        const QModelIndex row = session.steps().index(session.steps().rowOf("a"));
        QCOMPARE(row.data(StepListModel::StepStateRole).toInt(), int(StepMark::State::Open));
        QVERIFY(row.data(StepListModel::IsSavingRole).toBool());
        session.toggle("a", "ana");
        QCOMPARE(log.allMarks.size(), 1u);
        log.answers.release();
        QTRY_COMPARE(marked.count(), 1);
        QCOMPARE(row.data(StepListModel::StepStateRole).toInt(), int(StepMark::State::Ticked));
        QCOMPARE(row.data(StepListModel::WhoRole).toString(), QStringLiteral("ana"));
        QCOMPARE(row.data(TimeRole).toLongLong(), clock.now().ms);
    }

    void aRefusedTickStaysOpenAndSaysSo()
    {
        FakeClock clock({1'700'000'000'000});
        FakeRunLog log;
        RunSession session(log, clock);
        QSignalSpy opened(&session, &RunSession::opened);
        session.start(book(), newRunOf(book(), clock.now()));
        QTRY_COMPARE(opened.count(), 1);
        QSignalSpy failed(&session, &RunSession::failed);
        log.answers.failure = Error {ErrorKind::Storage, QStringLiteral("The disk is full"), {}, 0, {}};
        session.toggle("a", "ana");
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(int(session.steps().state("a").state), int(StepMark::State::Open));
        QVERIFY(!session.steps().isSaving("a"));
        session.finish();
        QTRY_COMPARE(failed.count(), 2);
        QVERIFY(session.isRunning());
    }

    void untickingSkippingAndNotes()
    {
        FakeClock clock({1'700'000'000'000});
        FakeRunLog log;
        RunSession session(log, clock);
        QSignalSpy marked(&session, &RunSession::marked);
        QSignalSpy opened(&session, &RunSession::opened);
        session.start(book(), newRunOf(book(), clock.now()));
        QTRY_COMPARE(opened.count(), 1);
        session.toggle("a", "ana");
        QTRY_COMPARE(marked.count(), 1);
        session.note("a", "bob", "97 of 100");
        QTRY_COMPARE(marked.count(), 2);
        QCOMPARE(int(session.steps().state("a").state), int(StepMark::State::Ticked));
        session.skip("b", "ana", "no deploys today");
        QTRY_COMPARE(marked.count(), 3);
        QCOMPARE(session.steps().progress(), (StepProgress {2, 3}));
        QCOMPARE(session.steps().nextOpen(0), session.steps().rowOf("c"));
        session.toggle("a", "ana");
        QTRY_COMPARE(marked.count(), 4);
        QCOMPARE(int(session.steps().state("a").state), int(StepMark::State::Open));
        QCOMPARE(session.steps().state("a").mark->note, QStringLiteral("97 of 100"));
        QCOMPARE(log.allMarks.size(), 4u);
        session.finish();
        QTRY_VERIFY(!session.isRunning());
        session.toggle("c", "ana");
        QCOMPARE(log.allMarks.size(), 4u);
    }

    void aPreviewCannotBeMarked()
    {
        FakeClock clock({1'700'000'000'000});
        FakeRunLog log;
        RunSession session(log, clock);
        session.preview(book());
        session.toggle("a", "ana");
        session.finish();
        QVERIFY(log.allMarks.empty());
        QVERIFY(!session.hasRun());
    }

    void aChangedStepDoesNotCountAsDone()
    {
        const Runbook before = book();
        StepMark text {{}, "a", StepMark::State::Ticked, "ana", {5}, {}, stepFingerprint(before.steps[0])};
        StepMark code {{}, "c", StepMark::State::Ticked, "ana", {6}, {}, stepFingerprint(before.steps[2])};
        StepMark gone {{}, "z", StepMark::State::Skipped, "ana", {7}, {}, QStringLiteral("Entirely different words")};
        QCOMPARE(stepProgress(before, {text, code, gone}), (StepProgress {2, 3}));
        Runbook after = before;
        after.steps[0].id = QStringLiteral("a2");
        after.steps[0].text = QStringLiteral("Check the pool of the new database");
        after.steps[2].blocks[0].text = QStringLiteral("deploy rollback --all");
        std::vector<StepMark> lost;
        const auto states = stepStates(after, {text, code, gone}, &lost);
        QVERIFY(states["a2"].isChanged);
        QVERIFY(states["c"].isChanged);
        QVERIFY(!states["b"].mark);
        QCOMPARE(lost.size(), 1u);
        QCOMPARE(stepProgress(after, {text, code, gone}), (StepProgress {0, 3}));
    }

    void exportTwiceIsTheSameAndIsInert()
    {
        const Runbook b = book();
        RunbookRun run = newRunOf(b, {1'700'000'000'000});
        run.title = QStringLiteral("Pool <img src=x> | # exhausted\n## fake");
        run.params = {{"instance", "a|b`c"}};
        run.marks = {{run.id, "a", StepMark::State::Ticked, "ana", {1'700'000'060'000}, "saw | it\nthere", stepFingerprint(b.steps[0])}};
        const QByteArray one = exportRun(run, b, run.marks);
        QCOMPARE(exportRun(run, b, run.marks), one);
        QVERIFY(one.contains("- [x] Check the pool of the database (done by ana, 2023-11-14T22:14:20Z)"));
        QVERIFY(one.contains("- [ ] Roll the deploy back"));
        QVERIFY(one.contains("  ```sh\n  deploy rollback checkout\n  ```"));
        QVERIFY(one.contains("| 2023-11-14T22:14:20Z | ana | done | Check the pool of the database | saw \\| it there | step a |"));
        QVERIFY(one.contains("\\<img src=x\\>"));
        QVERIFY(!one.contains("\n## fake"));
        run.finishedAt = {1'700'000'120'000};
        QVERIFY(exportRun(run, b, run.marks).contains("| 2023-11-14T22:15:20Z | | run finished |"));
    }

    void labelsFillParameters()
    {
        Runbook b = book();
        b.params = {{"pool", "default"}, {"instance", "none"}};
        Alert alert;
        alert.title = QStringLiteral("PoolExhausted");
        alert.service = QStringLiteral("checkout");
        alert.labels = {{"instance", "db-1"}};
        const auto params = runParameters(b, alert);
        QCOMPARE(params.value("pool"), QStringLiteral("default"));
        QCOMPARE(params.value("instance"), QStringLiteral("db-1"));
        QCOMPARE(params.value("alertname"), QStringLiteral("PoolExhausted"));
        QCOMPARE(params.value("service"), QStringLiteral("checkout"));
    }

    void goesOnWithTheRunOfTheSameFiring()
    {
        const AlertKey key {"am", "1"};
        Alert alert;
        alert.key = key;
        alert.startsAt = {1'700'000'000'000};
        RunbookRun open = newRunOf(book(), {1'700'000'100'000});
        open.alert = key;
        RunbookRun finished = open;
        finished.id = QUuid::createUuid();
        finished.startedAt = {1'700'000'200'000};
        finished.finishedAt = {1'700'000'300'000};
        QCOMPARE(runToResume({finished, open}, "pool", key, alert)->id, open.id);
        QVERIFY(!runToResume({finished, open}, "other", key, alert));
        QVERIFY(!runToResume({finished, open}, "pool", {"am", "2"}, alert));
        alert.startsAt = {1'700'100'000'000};
        QVERIFY(!runToResume({finished, open}, "pool", key, alert));
    }

    void historyIsNewestFirst()
    {
        RunHistoryModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        RunbookRun old = newRunOf(book(), {10});
        RunbookRun young = newRunOf(book(), {20});
        young.runbook = QStringLiteral("other");
        model.setRuns({old, young});
        QCOMPARE(model.run(0)->id, young.id);
        model.setRuns({old, young}, "pool");
        QCOMPARE(model.rowCount(), 1);
        old.finishedAt = {99};
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setRuns({old}, "pool");
        QCOMPARE(resets.count(), 0);
        QCOMPARE(model.index(0).data(RunHistoryModel::FinishedRole).toLongLong(), 99);
    }
};

QTEST_GUILESS_MAIN(TestRunSession)
#include "tst_runsession.moc"
