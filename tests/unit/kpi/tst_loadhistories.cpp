// The load figures against a plain second implementation: thousands of small random histories of people whose clocks have odd rules.
#include "app/kpi/loadtable.h"
#include "tests/unit/kpi/plainload.h"
#include "tests/unit/kpi/randomhistory.h"
#include "tests/unit/kpi/samereport.h"

using namespace quarterdeck;
using namespace quarterdeck::plain;

namespace {

constexpr unsigned FirstSeed = 20'261'130;
constexpr unsigned Histories = 3'000;

struct OddZone {
    const char *name;
    std::vector<const char *> changes;
};

// 45 minutes and an hour; two hours; half an hour; a day left out; clocks put back for a month; a quarter of an hour, once.
const std::array<OddZone, 6> OddZones {OddZone {"Pacific/Chatham", {"2025-04-05T14:00:00Z", "2025-09-27T14:00:00Z"}},
    OddZone {"Antarctica/Troll", {"2025-03-30T01:00:00Z", "2025-10-26T01:00:00Z"}},
    OddZone {"Australia/Lord_Howe", {"2025-04-05T15:00:00Z", "2025-10-04T15:30:00Z"}},
    OddZone {"Pacific/Apia", {"2011-12-30T10:00:00Z", "2021-04-03T14:00:00Z"}},
    OddZone {"Africa/Casablanca", {"2025-02-23T02:00:00Z", "2025-04-06T02:00:00Z"}},
    OddZone {"Asia/Kathmandu", {"1985-12-31T18:30:00Z", "2025-01-01T00:00:00Z"}}};

UtcTime at(const char *text)
{
    return parseRfc3339(QString::fromLatin1(text)).value();
}

} // namespace

class TestLoadHistories : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qInfo() << Histories << "histories from seed" << FirstSeed << "on"; }

    void figuresAreThoseOfThePlainDefinitions_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<UtcTime>("change");
        for (const OddZone &zone : OddZones) {
            for (const char *change : zone.changes) {
                QTest::addRow("%s around %s", zone.name, change) << QByteArray(zone.name) << at(change);
            }
        }
    }

    void figuresAreThoseOfThePlainDefinitions()
    {
        QFETCH(QByteArray, zone);
        QFETCH(UtcTime, change);
        if (!QTimeZone::isTimeZoneIdAvailable(zone)) {
            QSKIP("the zone is not installed");
        }
        const ResponderZones zones {{QString(), zone}, {QStringLiteral("bob"), "Europe/London"}, {QStringLiteral("never called"), "UTC"}};
        for (unsigned i = 0; i < Histories / (2 * OddZones.size()); ++i) {
            const unsigned seed = FirstSeed + i;
            const auto incidents = RandomHistory(seed, {change}, {"", "ana", "ana", "bob"}).make(int(2 + seed % 14));
            LoadScope scope {{change - Millis(Day * (1 + seed % 3)), change + Millis(Day * (1 + seed % 5))}, {}, {}, {}};
            scope.user = seed % 4 == 0 ? QStringLiteral("ana") : QString();
            scope.team = seed % 5 == 0 ? QStringLiteral("core") : QString();
            const UtcTime now = seed % 3 == 0 ? change + Millis(Hour) : scope.window.to + Millis(Day);
            compare(LoadTable(incidents, zones).figures(scope, now), PlainLoad(incidents, scope, zones, now).report());
            if (QTest::currentTestFailed()) {
                qWarning() << "seed" << seed << "of" << incidents.size() << "incidents";
                return;
            }
        }
    }

    // 03:35 and, after the clock went back from 03:45 to 02:45, 02:50: two clock hours.
    void anHourBeforeTheOneThatIsOverCounts()
    {
        Incident early;
        early.user = QStringLiteral("ana");
        early.created = at("2025-04-05T13:50:00Z");
        Incident late = early;
        late.created = at("2025-04-05T14:05:00Z");
        const ResponderZones zones {{early.user, "Pacific/Chatham"}};
        const LoadScope scope {{at("2025-04-01T00:00:00Z"), at("2025-04-08T00:00:00Z")}, {}, {}, {}};
        QCOMPARE(computeLoad({early, late}, scope, zones, scope.window.to).disruptedHours, 2);
        // 02:50 again is no third one.
        Incident again = early;
        again.created = at("2025-04-05T13:05:00Z");
        QCOMPARE(computeLoad({early, late, again}, scope, zones, scope.window.to).disruptedHours, 2);
    }

    // Friday the 30th of December 2011 was left out in Apia: the night before it goes on to the morning of Saturday.
    void aShiftGoesOnOverADayThatIsLeftOut()
    {
        Incident before;
        before.user = QStringLiteral("ana");
        before.created = at("2011-12-30T09:00:00Z");
        Incident after = before;
        after.created = at("2011-12-30T11:00:00Z");
        const LoadScope scope {{at("2011-12-26T00:00:00Z"), at("2012-01-02T00:00:00Z")}, {}, {}, {}};
        const LoadReport report = computeLoad({before, after}, scope, {{before.user, "Pacific/Apia"}}, scope.window.to);
        QCOMPARE(report.shifts.size(), 1u);
        QCOMPARE(report.shifts[0].start, at("2011-12-30T07:00:00Z"));
        QCOMPARE(report.shifts[0].hours, 12.0);
        QCOMPARE(report.shifts[0].incidents, 2);
    }
};

QTEST_GUILESS_MAIN(TestLoadHistories)
#include "tst_loadhistories.moc"
