#include "models/loadview.h"

#include "models/loadbyservice.h"
#include "models/loadhistory.h"
#include "models/loadweeks.h"
#include "tests/support/fakereader.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace quarterdeck;

namespace {

constexpr qint64 day = 86'400'000;

// 2025-03-31 00:00 UTC, a Monday.
constexpr qint64 monday = 1'743'379'200'000;

Incident incident(int number, qint64 createdMs, const QString &title = QStringLiteral("Rule"), const QString &user = QStringLiteral("ana"))
{
    Incident i;
    i.id = QString::number(number);
    i.fingerprint = i.id;
    i.title = title;
    i.service = QStringLiteral("Checkout");
    i.team = QStringLiteral("payments");
    i.user = user;
    i.created = {createdMs};
    i.acknowledged = UtcTime {createdMs + 60'000};
    i.resolved = UtcTime {createdMs + 600'000};
    i.notifications = {{i.created, QStringLiteral("push")}};
    return i;
}

LoadScope weekScope()
{
    LoadScope scope;
    scope.window = {{monday - 7 * day}, {monday}};
    return scope;
}

const ResponderZones utc {{QString(), QByteArray("UTC")}};

} // namespace

class TestLoadView : public QObject {
    Q_OBJECT

private slots:
    void noHistoryIsNotAQuietWeek()
    {
        const LoadView view = computeLoadView(LoadTable({}, utc), weekScope(), {monday}, {});
        QCOMPARE(int(view.finding.kind), int(LoadFinding::Kind::NoHistory));
        QVERIFY(view.weeks.empty());
        QVERIFY(!view.hasBefore);
    }

    void shortHistoryMakesNoComparison()
    {
        const LoadView view = computeLoadView(LoadTable({incident(1, monday - 2 * day)}, utc), weekScope(), {monday}, {});
        QCOMPARE(int(view.finding.kind), int(LoadFinding::Kind::ShortData));
        QVERIFY(!view.hasBefore);
        QCOMPARE(view.weeks.size(), 1u);
        QVERIFY(view.weeks.front().isPartial);
    }

    // An alert that has fired for a year was recorded with its true start: the record is no older for that.
    void whatReachesInFromBeforeIsNoHistory()
    {
        Incident old = incident(1, monday - 300 * day);
        old.resolved.reset();
        const LoadView alone = computeLoadView(LoadTable({old}, utc), weekScope(), {monday}, {});
        QVERIFY(!alone.hasBefore);
        QVERIFY(alone.historyFrom > weekScope().window.from);
        const LoadView view = computeLoadView(LoadTable({old, incident(2, monday - 2 * day)}, utc), weekScope(), {monday}, {});
        QCOMPARE(view.historyFrom, UtcTime {monday - 2 * day});
        QVERIFY(!view.hasBefore);
        QCOMPARE(view.weeks.size(), 1u);
    }

    void sleepThatRisesIsTheFinding()
    {
        std::vector<Incident> incidents;
        const qint64 night = 2 * 3'600'000;
        for (int i = 0; i < 2; ++i) {
            incidents.push_back(incident(i, monday - 14 * day + i * day + night));
        }
        for (int i = 0; i < 6; ++i) {
            incidents.push_back(incident(10 + i, monday - 7 * day + i * day + night, i < 4 ? "Noisy" : "Other"));
        }
        const LoadView view = computeLoadView(LoadTable(incidents, utc), weekScope(), {monday}, {});
        QCOMPARE(int(view.finding.kind), int(LoadFinding::Kind::SleepRose));
        QCOMPARE(view.finding.now, 6);
        QCOMPARE(view.finding.before, 2);
        QCOMPARE(view.finding.topRules, 1);
        QVERIFY(qAbs(view.finding.topShare - 4.0 / 6.0) < 1e-9);
        QCOMPARE(view.weeks.size(), 2u);
        QCOMPARE(view.weeks[0].interruptions.sleep, 2);
        QCOMPARE(view.weeks[1].interruptions.sleep, 6);
    }

    void aQuietWindowAfterANoisyOneIsQuiet()
    {
        const LoadView view = computeLoadView(LoadTable({incident(1, monday - 10 * day)}, utc), weekScope(), {monday}, {});
        QCOMPARE(int(view.finding.kind), int(LoadFinding::Kind::Quiet));
    }

    void weeksSumToTheWindowTheyCover()
    {
        std::vector<Incident> incidents;
        for (int i = 0; i < 200; ++i) {
            incidents.push_back(incident(i, monday - 28 * day + qint64(i) * 10'800'000 + 1));
        }
        LoadScope scope;
        scope.window = {{monday - 28 * day}, {monday}};
        const LoadView view = computeLoadView(LoadTable(incidents, utc), scope, {monday}, {});
        int sum = 0;
        for (const LoadWeek &week : view.weeks) {
            sum += week.interruptions.total();
            QCOMPARE((week.end - week.start).count(), 7 * day);
        }
        QCOMPARE(sum, view.report.interruptions.total());
        QCOMPARE(view.weeks.size(), 4u);
    }

    void weeksFollowTheClocksOfTheTeam()
    {
        const ResponderZones london {{QString(), QByteArray("Europe/London")}};
        LoadScope scope;
        scope.window = {{monday - 14 * day}, {monday}};
        const std::vector<LoadWeek> weeks = loadWeeks(LoadTable({incident(1, monday - 30 * day)}, london), scope, {monday});
        QVERIFY(weeks.size() >= 2);
        // Summer time begins on Sunday: the week has 167 hours, and ends at 23:00 UTC.
        const LoadWeek &spring = weeks[weeks.size() - 2];
        QCOMPARE((spring.end - spring.start).count(), qint64(167) * 3'600'000);
    }

    void fairnessNamesNobodyElse()
    {
        std::vector<Incident> incidents;
        for (int i = 0; i < 3; ++i) {
            incidents.push_back(incident(i, monday - day + i * 7'200'000, "Rule", "ana"));
        }
        incidents.push_back(incident(9, monday - day, "Rule", "bob"));
        const LoadView stranger = computeLoadView(LoadTable(incidents, utc), weekScope(), {monday}, "carl");
        QVERIFY(!stranger.fairness.me);
        QCOMPARE(stranger.fairness.people, 2);
        QCOMPARE(stranger.fairness.interruptions.median, 2.0);
        QCOMPARE(stranger.fairness.interruptions.most, 3.0);
        const LoadView bob = computeLoadView(LoadTable(incidents, utc), weekScope(), {monday}, "Bob");
        QVERIFY(bob.fairness.me);
        QCOMPARE(bob.fairness.me->interruptions, 1);
    }

    void aServiceInCapitalsIsTheSameService()
    {
        const auto loads = loadByService({incident(1, monday - day), incident(2, monday - 2 * day)}, weekScope().window, utc, {monday});
        QCOMPARE(loads.value("checkout"), 2);
    }

    void anotherServiceIsNoNewReading()
    {
        FakeReader reader;
        reader.incidentList = {incident(1, monday - day), incident(2, monday - 9 * day)};
        LoadHistory history(reader, nullptr);
        QSignalSpy answered(&history, &LoadHistory::answered);
        history.ask(weekScope(), utc, {});
        QTRY_COMPARE(answered.size(), 1);
        reader.incidentList.clear();
        LoadScope scope = weekScope();
        scope.service = QStringLiteral("Checkout");
        history.ask(scope, utc, {});
        QTRY_COMPARE(answered.size(), 2);
        QCOMPARE(answered[1][0].value<LoadView>().report.incidents, 1);
        scope.service = QStringLiteral("Search");
        history.ask(scope, utc, {});
        QTRY_COMPARE(answered.size(), 3);
        QCOMPARE(answered[2][0].value<LoadView>().report.incidents, 0);
        QVERIFY(answered[2][0].value<LoadView>().historyFrom.isValid());
        // Another window, or other clocks, is read anew.
        scope = weekScope();
        history.ask(scope, {{QString(), QByteArray("Asia/Tokyo")}}, {});
        QTRY_COMPARE(answered.size(), 4);
        QVERIFY(!answered[3][0].value<LoadView>().historyFrom.isValid());
        reader.incidentList = {incident(1, monday - day)};
        scope.window.to.ms += 1;
        history.ask(scope, {{QString(), QByteArray("Asia/Tokyo")}}, {});
        QTRY_COMPARE(answered.size(), 5);
        QCOMPARE(answered[4][0].value<LoadView>().report.incidents, 1);
    }

    void onlyTheLastQuestionIsAnswered()
    {
        FakeReader reader;
        reader.incidentList = {incident(1, monday - day)};
        LoadHistory history(reader, nullptr);
        QSignalSpy answered(&history, &LoadHistory::answered);
        history.ask(weekScope(), utc, {});
        LoadScope scope = weekScope();
        scope.service = QStringLiteral("Search");
        history.ask(scope, utc, {});
        QTRY_COMPARE(answered.size(), 1);
        QVERIFY(QThreadPool::globalInstance()->waitForDone());
        QCoreApplication::processEvents();
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered[0][0].value<LoadView>().report.scope.service, QStringLiteral("Search"));
    }

    void aHistoryThatCannotBeReadIsSaid()
    {
        FakeReader reader;
        reader.answers.failure.emplace(Error {ErrorKind::Storage, QStringLiteral("disk"), {}, 0, {}});
        LoadHistory history(reader, nullptr);
        QSignalSpy answered(&history, &LoadHistory::answered);
        QSignalSpy failed(&history, &LoadHistory::failed);
        history.ask(weekScope(), utc, {});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(answered.size(), 0);
        reader.answers.failure.reset();
        history.ask(weekScope(), utc, {});
        QTRY_COMPARE(answered.size(), 1);
    }

    void theSameFiguresComeFromThePool()
    {
        const std::vector<Incident> incidents {incident(1, monday - day), incident(2, monday - 9 * day)};
        auto later = computeLoadViewLater(LoadTable(incidents, utc), weekScope(), {monday}, "ana");
        int calls = 0;
        then(later, this, [&](const Result<LoadView> &view) {
            ++calls;
            QVERIFY(view);
            QCOMPARE(view->report.incidents, 1);
            QCOMPARE(view->before.incidents, 1);
        });
        QTRY_COMPARE(calls, 1);
    }
};

QTEST_GUILESS_MAIN(TestLoadView)
#include "tst_loadview.moc"
