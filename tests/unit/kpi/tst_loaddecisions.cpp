// What a plain reading of the definitions leaves open, each with the worked value that the definition names.
#include "app/kpi/load.h"

#include <QTest>

using namespace quarterdeck;

namespace {

UtcTime at(const char *text)
{
    return parseRfc3339(QString::fromLatin1(text)).value();
}

Incident firing(const char *fingerprint, const char *created, const char *resolved)
{
    Incident incident;
    incident.fingerprint = QString::fromLatin1(fingerprint);
    incident.title = incident.fingerprint;
    incident.user = QStringLiteral("ana");
    incident.created = at(created);
    if (resolved != nullptr) {
        incident.resolved = at(resolved);
    }
    return incident;
}

const TimeRange Week {UtcTime {1742774400000}, UtcTime {1743379200000}}; // 2025-03-24T00:00Z to 2025-03-31T00:00Z

} // namespace

class TestLoadDecisions : public QObject {
    Q_OBJECT

private slots:
    void whatThereIsNoDataForIsNothing()
    {
        const LoadReport r = computeLoad({}, {{Week.from, Week.from}, {}, {}, {}}, {}, Week.from);
        QVERIFY(!r.ackRate && !r.autoResolvedRate && !r.transientRate && !r.repeatRate && !r.majorUptime && !r.fairnessGini && !r.worstShift);
        QCOMPARE(r.windowHours, 0.0);
        // An incident that nobody tagged tells nothing of precision.
        const LoadReport untagged = computeLoad({firing("a", "2025-03-24T10:00:00Z", nullptr)}, {Week, {}, {}, {}}, {}, Week.to);
        QVERIFY(!untagged.precisionClassified && !untagged.precisionStrict && !untagged.repeatRate);
        QCOMPARE(untagged.ackRate.value(), 0.0);
        QCOMPARE(untagged.timeToAcknowledge.n, 0);
        QCOMPARE(untagged.majorUptime.value(), 1.0);
    }

    void peopleWhomNobodyKnowsAreNotOnePerson()
    {
        std::vector<Incident> incidents {firing("a", "2025-03-24T10:00:00Z", "2025-03-24T11:00:00Z"),
            firing("b", "2025-03-24T10:02:00Z", "2025-03-24T11:00:00Z"), firing("c", "2025-03-24T10:04:00Z", "2025-03-24T11:00:00Z")};
        for (Incident &incident : incidents) {
            incident.user.clear();
            incident.acknowledged = at("2025-03-24T10:30:00Z");
        }
        const LoadReport r = computeLoad(incidents, {Week, {}, {}, {}}, {}, Week.to);
        QCOMPARE(r.unknownUser, 3);
        QCOMPARE(r.interruptions.total(), 3);
        QCOMPARE(r.disruptions.total(), 3);
        QCOMPARE(r.disruptedHours, 3);
        QVERIFY(r.shifts.empty());
        QCOMPARE(r.shiftsOverLimit, 0);
        QCOMPARE(r.engagedUnionTotal, 5400.0);
    }

    // A clock that is wrong makes no figure: neither noise nor engaged time nor a repeat.
    void negativeSpansLeakNowhere()
    {
        Incident skewed = firing("a", "2025-03-24T10:00:00Z", "2025-03-24T09:59:00Z");
        skewed.isAutoResolved = true;
        Incident early = firing("b", "2025-03-24T12:00:00Z", "2025-03-24T13:00:00Z");
        early.acknowledged = at("2025-03-24T11:00:00Z");
        const LoadReport r = computeLoad(
            {skewed, firing("a", "2025-03-24T12:00:00Z", "2025-03-24T13:00:00Z"), early}, {Week, {}, {}, {}}, {}, Week.to);
        QCOMPARE(r.transientRate.value(), 0.0);
        QCOMPARE(r.engagedSum, 0.0);
        QCOMPARE(r.repeatRate.value(), 0.0);
        QCOMPARE(r.timeToAcknowledge.negative, 1);
        QCOMPARE(r.timeToResolve.negative, 1);
    }

    // The worked value of the definition: acknowledged at 0 min, given back at 30, acknowledged again at 41.
    void aReopeningIsANewInterruptionOfTheSameIncident()
    {
        Incident incident = firing("a", "2025-03-24T10:00:00Z", "2025-03-24T11:00:00Z");
        incident.acknowledged = incident.created;
        incident.acknowledgements = {{incident.created}, {at("2025-03-24T10:41:00Z")}};
        incident.reopened = {at("2025-03-24T10:30:00Z")};
        const LoadReport r = computeLoad({incident}, {Week, {}, {}, {}}, {}, Week.to);
        QCOMPARE(r.incidents, 1);
        QCOMPARE(r.interruptions.total(), 2);
        QCOMPARE(r.disruptions.total(), 2);
        QCOMPARE(r.timeToAcknowledge.n, 1);
        QCOMPARE(r.timeToAcknowledge.mean, 0.0);
        QCOMPARE(r.engagedUnionTotal, 3600.0);
        QCOMPARE(r.shifts.at(0).incidents, 1);
        // Where the notifications are known, one after the reopening is what interrupts.
        incident.notifications = {{incident.created, QStringLiteral("push")}, {at("2025-03-24T10:31:00Z"), QStringLiteral("email")}};
        QCOMPARE(computeLoad({incident}, {Week, {}, {}, {}}, {}, Week.to).interruptions.total(), 1);
        incident.notifications.push_back({at("2025-03-24T10:32:00Z"), QStringLiteral("phone")});
        QCOMPARE(computeLoad({incident}, {Week, {}, {}, {}}, {}, Week.to).interruptions.total(), 2);
    }

    void furtherRespondersAreInterruptedAndEngaged()
    {
        Incident incident = firing("a", "2025-03-24T10:00:00Z", "2025-03-24T11:00:00Z");
        incident.responders = {QStringLiteral("bob")};
        incident.notifications = {{incident.created, QStringLiteral("push")}, {at("2025-03-24T10:10:00Z"), QStringLiteral("phone"), "bob"}};
        incident.acknowledged = at("2025-03-24T10:20:00Z");
        incident.acknowledgements = {{*incident.acknowledged, QStringLiteral("bob")}, {at("2025-03-24T10:30:00Z"), QStringLiteral("ana")}};
        const LoadReport r = computeLoad({incident}, {Week, {}, {}, {}}, {}, Week.to);
        QCOMPARE(r.incidents, 1);
        QCOMPARE(r.interruptions.total(), 2);
        QCOMPARE(r.timeToAcknowledge.mean, 1200.0);
        QCOMPARE(r.engagedUnion.value(QStringLiteral("ana")), 1800.0);
        QCOMPARE(r.engagedUnion.value(QStringLiteral("bob")), 2400.0);
        QCOMPARE(r.engagedSum, 4200.0);
        QCOMPARE(r.shifts.size(), 2u);
        QCOMPARE(computeLoad({incident}, {Week, {}, {}, QStringLiteral("bob")}, {}, Week.to).incidents, 1);
    }

    void nobodyNotifiedIsNoInterruption()
    {
        Incident incident = firing("a", "2025-03-24T10:00:00Z", nullptr);
        QCOMPARE(computeLoad({incident}, {Week, {}, {}, {}}, {}, Week.to).interruptions.total(), 1);
        incident.isPagingKnown = true;
        const LoadReport r = computeLoad({incident}, {Week, {}, {}, {}}, {}, Week.to);
        QCOMPARE(r.interruptions.total(), 0);
        QVERIFY(!r.isEstimated);
    }

    void acknowledgedButOpenIsCountedNotMeasured()
    {
        Incident incident = firing("a", "2025-03-24T10:00:00Z", nullptr);
        incident.acknowledged = at("2025-03-24T10:05:00Z");
        const LoadReport r = computeLoad({incident}, {Week, {}, {}, {}}, {}, Week.to);
        QCOMPARE(r.ackRate.value(), 1.0);
        QCOMPARE(r.timeToAcknowledge.mean, 300.0);
        QCOMPARE(r.timeToAcknowledge.open, 0);
        QCOMPARE(r.timeToResolve.open, 1);
        QCOMPARE(r.engagedOpen, 1);
        QCOMPARE(r.engagedSum, 0.0);
    }

    // A firing that is open is not gone by itself, whatever its record says of how it ended.
    void onlyWhatEndedEndedByItself()
    {
        Incident incident = firing("a", "2025-03-24T10:00:00Z", nullptr);
        incident.isAutoResolved = true;
        QCOMPARE(computeLoad({incident}, {Week, {}, {}, {}}, {}, Week.to).autoResolvedRate.value(), 0.0);
    }

    void overlappingFiringsAreTwoIncidentsAndNoRepeat()
    {
        std::vector<Incident> incidents {
            firing("a", "2025-03-24T10:00:00Z", "2025-03-24T12:00:00Z"), firing("a", "2025-03-24T11:00:00Z", "2025-03-24T11:30:00Z")};
        for (Incident &incident : incidents) {
            incident.acknowledged = incident.created;
        }
        const LoadReport r = computeLoad(incidents, {Week, {}, {}, {}}, {}, Week.to);
        QCOMPARE(r.incidents, 2);
        QCOMPARE(r.repeatRate.value(), 0.0);
        QCOMPARE(r.engagedUnionTotal, 7200.0);
        QCOMPARE(r.engagedSum, 9000.0);
    }

    void uptimeIsThatOfTheScope()
    {
        Incident major = firing("a", "2025-03-24T00:00:00Z", "2025-03-24T16:48:00Z");
        major.isMajor = true;
        major.team = QStringLiteral("core");
        Incident other = firing("b", "2025-03-24T00:00:00Z", "2025-03-25T00:00:00Z");
        other.team = QStringLiteral("edge");
        QCOMPARE(computeLoad({major, other}, {Week, {}, {}, {}}, {}, Week.to).majorUptime.value(), 0.9);
        QCOMPARE(computeLoad({major, other}, {Week, QStringLiteral("core"), {}, {}}, {}, Week.to).majorUptime.value(), 0.9);
        QCOMPARE(computeLoad({major, other}, {Week, QStringLiteral("edge"), {}, {}}, {}, Week.to).majorUptime.value(), 1.0);
    }

    void aRepeatAfterTheWindowIsNotKnownYet()
    {
        const std::vector<Incident> incidents {
            firing("a", "2025-03-30T22:00:00Z", "2025-03-30T23:00:00Z"), firing("a", "2025-03-31T01:00:00Z", "2025-03-31T02:00:00Z")};
        QCOMPARE(computeLoad(incidents, {Week, {}, {}, {}}, {}, Week.to).repeatRate.value(), 0.0);
        QCOMPARE(computeLoad(incidents, {{Week.from, Week.to + Millis(86'400'000)}, {}, {}, {}}, {}, Week.to).repeatRate.value(), 0.5);
    }
};

QTEST_GUILESS_MAIN(TestLoadDecisions)
#include "tst_loaddecisions.moc"
