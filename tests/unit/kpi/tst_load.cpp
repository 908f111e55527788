#include "app/core/zonename.h"
#include "app/kpi/figures.h"
#include "app/kpi/load.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace quarterdeck;

namespace {

UtcTime at(const char *text)
{
    return parseRfc3339(QString::fromLatin1(text)).value();
}

std::optional<UtcTime> timeOf(const QJsonValue &value)
{
    return value.isString() ? parseRfc3339(value.toString()) : std::nullopt;
}

Incident readIncident(const QJsonObject &json)
{
    Incident incident;
    incident.id = json.value(u"id").toString();
    incident.fingerprint = incident.id;
    incident.title = json.value(u"service").toString() + QStringLiteral(" is bad");
    incident.service = json.value(u"service").toString();
    incident.user = json.value(u"user").toString();
    incident.created = timeOf(json.value(u"created")).value();
    incident.acknowledged = timeOf(json.value(u"ack"));
    incident.resolved = timeOf(json.value(u"resolved"));
    incident.isAutoResolved = json.value(u"auto").toBool();
    incident.tag = json.value(u"tag").toString();
    for (const QJsonValue &entry : json.value(u"notify").toArray()) {
        incident.notifications.push_back({timeOf(entry.toArray().at(0)).value(), entry.toArray().at(1).toString()});
    }
    return incident;
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

class TestLoad : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QFile file(qEnvironmentVariable("QUARTERDECK_SHARED") + QStringLiteral("/data/kpi-worked-example.json"));
        if (!file.open(QIODevice::ReadOnly)) {
            return;
        }
        const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
        m_expected = root.value(u"expected").toObject();
        for (const QJsonValue &value : root.value(u"incidents").toArray()) {
            m_incidents.push_back(readIncident(value.toObject()));
        }
        const QJsonObject users = root.value(u"users").toObject();
        for (auto it = users.begin(); it != users.end(); ++it) {
            m_zones.insert(it.key(), it.value().toString().toUtf8());
        }
    }

    void workedExample()
    {
        if (m_incidents.empty()) {
            QSKIP("kpi-worked-example.json is absent");
        }
        std::vector<Incident> incidents = m_incidents;
        incidents[1].isMajor = true;
        incidents[2].isMajor = true;
        const LoadReport r = computeLoad(incidents, {Week, {}, {}, {}}, m_zones, at("2025-04-10T00:00:00Z"));
        const auto value = [this](const char *key) { return m_expected.value(QLatin1StringView(key)); };
        QCOMPARE(r.incidents, 10);
        QCOMPARE(r.acknowledged, 8);
        compareClasses(r.interruptions, value("interruptions_per_incident").toObject());
        compareClasses(r.disruptions, value("disruptions_merged_10min").toObject());
        QCOMPARE(r.timeToAcknowledge.mean, value("mtta_mean_s").toDouble());
        QCOMPARE(r.timeToAcknowledge.median, value("mtta_median_s").toDouble());
        QCOMPARE(r.timeToAcknowledge.p90, value("mtta_p90_nearest_rank_s").toDouble());
        QCOMPARE(r.timeToAcknowledge.n, value("mtta_n").toInt());
        QCOMPARE(r.timeToResolve.mean, value("mttr_all_mean_s").toDouble());
        QCOMPARE(r.timeToResolve.median, value("mttr_all_median_s").toDouble());
        QCOMPARE(r.timeToResolve.n, 10);
        QCOMPARE(r.timeToResolveByPeople.mean, value("mttr_not_auto_mean_s").toDouble());
        QCOMPARE(r.timeToResolveByPeople.n, 8);
        QCOMPARE(r.engagedSum, value("engaged_sum_s").toDouble());
        const QJsonObject engaged = value("engaged_union_s").toObject();
        QCOMPARE(r.engagedUnion.value(QStringLiteral("ana")), engaged.value(u"ana").toDouble());
        QCOMPARE(r.engagedUnion.value(QStringLiteral("bob")), engaged.value(u"bob").toDouble());
        QCOMPARE(r.engagedUnion.value(QStringLiteral("chi")), engaged.value(u"chi").toDouble());
        QCOMPARE(r.engagedUnionTotal, engaged.value(u"total").toDouble());
        QCOMPARE(r.ackRate.value(), value("ack_rate").toDouble());
        QCOMPARE(r.autoResolvedRate.value(), value("auto_resolved_rate").toDouble());
        QCOMPARE(r.transientRate.value(), value("transient_unacked_lt5min_rate").toDouble());
        QCOMPARE(r.precisionClassified.value(), value("precision_classified").toDouble());
        QCOMPARE(r.precisionStrict.value(), value("precision_strict").toDouble());
        QVERIFY(qAbs(*r.majorUptime * 100 - value("uptime_pct_union_majors_I2_I3").toDouble()) < 1e-9);
        QCOMPARE(r.disruptedHours, 8);
        QVERIFY(!r.isEstimated);
        QCOMPARE(r.windowHours, 168.0);
    }

    void workedShifts()
    {
        if (m_incidents.empty()) {
            QSKIP("kpi-worked-example.json is absent");
        }
        const LoadReport r = computeLoad(m_incidents, {Week, {}, {}, QStringLiteral("ana")}, m_zones, at("2025-04-10T00:00:00Z"));
        const QJsonObject expected = m_expected.value(u"ana_12h_shifts_0900_2100_london").toObject();
        QCOMPARE(int(r.shifts.size()), int(expected.size()));
        const ShiftLoad *night = nullptr;
        for (const ShiftLoad &shift : r.shifts) {
            // These starts are before the change of clocks, so London's wall clock is UTC.
            const QString name = toDateTime(shift.start).toString(QStringLiteral("yyyy-MM-dd"))
                + (toDateTime(shift.start).time().hour() == 9 ? QStringLiteral(" day") : QStringLiteral(" night"));
            QVERIFY2(expected.contains(name), qPrintable(name));
            QCOMPARE(shift.incidents, expected.value(name).toInt());
            if (name == u"2025-03-29 night") {
                night = &shift;
            }
        }
        QVERIFY(night != nullptr);
        QCOMPARE(night->hours, m_expected.value(u"ana_night_2025_03_29_hours").toDouble());
        QCOMPARE(night->per12h, 2 * 12.0 / 11);
        QVERIFY(night->isOverLimit);
        for (const ShiftLoad &shift : r.shifts) {
            QCOMPARE(shift.isOverLimit, &shift == night);
        }
    }

    void londonWeekHasOneHourLess()
    {
        const TimeRange local {at("2025-03-24T00:00:00Z"), at("2025-03-30T23:00:00Z")};
        QCOMPARE(computeLoad({}, {local, {}, {}, {}}, {}, local.to).windowHours, 167.0);
    }

    void autumnNightIsThirteenHours()
    {
        const LoadReport r = computeLoad({firing("a", "2025-10-26T00:30:00Z", nullptr), firing("b", "2025-10-26T01:30:00Z", nullptr)},
            {{at("2025-10-20T00:00:00Z"), at("2025-11-01T00:00:00Z")}, {}, {}, {}}, {{QStringLiteral("ana"), "Europe/London"}},
            at("2025-11-01T00:00:00Z"));
        QCOMPARE(int(r.shifts.size()), 1);
        QCOMPARE(r.shifts[0].hours, 13.0);
        QCOMPARE(r.shifts[0].start, at("2025-10-25T20:00:00Z"));
        // 01:30 is seen twice on the wall clock that night: one disrupted clock hour, two disruptions.
        QCOMPARE(r.disruptedHours, 1);
        QCOMPARE(r.disruptions.total(), 2);
    }

    void hourClasses_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<int>("expected");
        const auto business = int(HourClass::Business);
        const auto off = int(HourClass::Off);
        const auto sleep = int(HourClass::Sleep);
        QTest::newRow("08:00 opens") << "2025-03-24T08:00:00Z" << QByteArray("UTC") << business;
        QTest::newRow("07:59:59 sleeps") << "2025-03-24T07:59:59.999Z" << QByteArray("UTC") << sleep;
        QTest::newRow("17:59 works") << "2025-03-24T17:59:59Z" << QByteArray("UTC") << business;
        QTest::newRow("18:00 off") << "2025-03-24T18:00:00Z" << QByteArray("UTC") << off;
        QTest::newRow("21:59 off") << "2025-03-24T21:59:59Z" << QByteArray("UTC") << off;
        QTest::newRow("22:00 sleep") << "2025-03-24T22:00:00Z" << QByteArray("UTC") << sleep;
        QTest::newRow("Saturday noon") << "2025-03-29T12:00:00Z" << QByteArray("UTC") << off;
        QTest::newRow("Sunday night is sleep, not off") << "2025-03-30T23:00:00Z" << QByteArray("UTC") << sleep;
        QTest::newRow("India morning") << "2025-03-27T02:30:00Z" << QByteArray("Asia/Kolkata") << business;
        QTest::newRow("India 18:00") << "2025-03-28T12:30:00Z" << QByteArray("Asia/Kolkata") << off;
        QTest::newRow("London after the change") << "2025-03-31T07:30:00Z" << QByteArray("Europe/London") << business;
        QTest::newRow("London before the change") << "2025-03-28T07:30:00Z" << QByteArray("Europe/London") << sleep;
        QTest::newRow("spring gap") << "2025-03-30T01:30:00Z" << QByteArray("Europe/London") << sleep;
        QTest::newRow("unknown zone is UTC") << "2025-03-24T08:00:00Z" << QByteArray("Mars/Olympus") << business;
        QTest::newRow("no zone is UTC") << "2025-03-24T08:00:00Z" << QByteArray() << business;
        QTest::newRow("before 1970") << "1969-12-31T23:30:00Z" << QByteArray("UTC") << sleep;
        QTest::newRow("Thursday before 1970") << "1969-12-25T10:00:00Z" << QByteArray("UTC") << business;
    }

    void hourClasses()
    {
        QFETCH(QString, time);
        QFETCH(QByteArray, zone);
        QFETCH(int, expected);
        QCOMPARE(int(classifyHour(*parseRfc3339(time), zone)), expected);
    }

    void mergeWithinTenMinutesOfTheFirst()
    {
        // 0 and 9:59 are one; 10:00 begins the next although the one before it was 1 s ago.
        const LoadReport r = computeLoad({firing("a", "2025-03-24T10:00:00Z", nullptr), firing("b", "2025-03-24T10:09:59Z", nullptr),
                                             firing("c", "2025-03-24T10:10:00Z", nullptr), firing("d", "2025-03-24T10:19:59Z", nullptr)},
            {Week, {}, {}, {}}, {}, Week.to);
        QCOMPARE(r.interruptions.total(), 4);
        QCOMPARE(r.disruptions.total(), 2);
    }

    void repeatRateCountsEndsFollowedByAFiring()
    {
        const LoadReport r = computeLoad(
            {firing("a", "2025-03-24T10:00:00Z", "2025-03-24T11:00:00Z"), firing("a", "2025-03-25T11:00:00Z", "2025-03-25T12:00:00Z"),
                firing("a", "2025-03-26T12:00:00.001Z", "2025-03-26T13:00:00Z"), firing("b", "2025-03-24T10:00:00Z", "2025-03-24T12:00:00Z"),
                firing("b", "2025-03-24T11:00:00Z", nullptr)},
            {Week, {}, {}, {}}, {}, Week.to);
        // a again exactly 24 h after its first end counts, 1 ms later does not; b began again before its end.
        QCOMPARE(r.repeatRate.value(), 1.0 / 4);
        QCOMPARE(r.noise.at(0).title, QStringLiteral("a"));
        QCOMPARE(r.noise.at(0).incidents, 3);
        QCOMPARE(r.noise.at(0).repeats, 1);
        QCOMPARE(r.noise.at(1).repeats, 0);
    }

    void openAndSkewedAreNamedNotCounted()
    {
        Incident skewed = firing("a", "2025-03-24T10:00:00Z", "2025-03-24T09:59:00Z");
        skewed.acknowledged = at("2025-03-24T09:58:00Z");
        const LoadReport r = computeLoad(
            {skewed, firing("b", "2025-03-24T10:00:00Z", nullptr), firing("c", "2025-03-24T10:00:00Z", "2025-03-24T10:01:00Z")}, {Week, {}, {}, {}},
            {}, Week.to);
        QCOMPARE(r.timeToResolve.n, 1);
        QCOMPARE(r.timeToResolve.open, 1);
        QCOMPARE(r.timeToResolve.negative, 1);
        QCOMPARE(r.timeToResolve.mean, 60.0);
        QCOMPARE(r.timeToAcknowledge.n, 0);
        QCOMPARE(r.timeToAcknowledge.negative, 1);
        QCOMPARE(r.timeToAcknowledge.open, 1);
    }

    void aDayThatAZoneLeftOutLengthensNoShift()
    {
        // Apia went from the 29th to the 31st of December 2011: its night of the 29th has twelve hours, and no 30th divides it.
        Incident night = firing("a", "2011-12-30T09:50:00Z", "2011-12-30T10:30:00Z");
        Incident morning = firing("b", "2011-12-30T17:00:00Z", "2011-12-30T17:30:00Z");
        night.user = morning.user = QStringLiteral("ana");
        const LoadReport r = computeLoad({night, morning}, {{at("2011-12-01T00:00:00Z"), at("2012-02-01T00:00:00Z")}, {}, {}, {}},
            {{QStringLiteral("ana"), "Pacific/Apia"}}, at("2012-03-01T00:00:00Z"));
        QCOMPARE(int(r.shifts.size()), 1);
        QCOMPARE(r.shifts[0].hours, 12.0);
        QCOMPARE(r.shifts[0].incidents, 2);
        QCOMPARE(r.shiftsOverLimit, 0);
    }

    void namesThatAreLinksAreZones()
    {
        for (const char *zone : {"Etc/UTC", "Asia/Calcutta", "US/Pacific", "Europe/Kiev", "GMT", "EST5EDT"}) {
            QVERIFY2(ianaZone(zone).isValid(), zone);
        }
        for (const char *zone : {"", "Europe/Berlim", "../../../etc/passwd", "/etc/localtime", "Europe/Berlin.", "posixrules tab"}) {
            QVERIFY2(!ianaZone(zone).isValid(), zone);
        }
    }

    void durationsAreSplitAtTheWindow()
    {
        Incident early = firing("a", "2025-03-23T22:00:00Z", "2025-03-24T02:00:00Z");
        early.acknowledged = at("2025-03-23T23:00:00Z");
        early.isMajor = true;
        const LoadReport r = computeLoad({early}, {Week, {}, {}, {}}, {}, Week.to);
        QCOMPARE(r.incidents, 0);
        QCOMPARE(r.engagedSum, 7200.0);
        QVERIFY(qAbs(*r.majorUptime - (1 - 2.0 / 168)) < 1e-12);
    }

    void openMajorLastsUntilNow()
    {
        Incident open = firing("a", "2025-03-24T00:00:00Z", nullptr);
        open.isMajor = true;
        QCOMPARE(computeLoad({open}, {Week, {}, {}, {}}, {}, at("2025-03-24T12:00:00Z")).majorUptime.value(), 0.0);
        QCOMPARE(computeLoad({open}, {Week, {}, {}, {}}, {}, at("2026-01-01T00:00:00Z")).majorUptime.value(), 0.0);
    }

    void scopeFilters()
    {
        Incident a = firing("a", "2025-03-24T10:00:00Z", nullptr);
        a.team = QStringLiteral("x");
        a.service = QStringLiteral("s");
        Incident b = firing("b", "2025-03-24T10:00:00Z", nullptr);
        b.user = QStringLiteral("bob");
        const Incident late = firing("c", "2025-03-31T00:00:00Z", nullptr);
        const std::vector<Incident> all {a, b, late};
        QCOMPARE(computeLoad(all, {Week, {}, {}, {}}, {}, Week.to).incidents, 2);
        QCOMPARE(computeLoad(all, {Week, QStringLiteral("x"), {}, {}}, {}, Week.to).incidents, 1);
        QCOMPARE(computeLoad(all, {Week, {}, QStringLiteral("s"), {}}, {}, Week.to).incidents, 1);
        QCOMPARE(computeLoad(all, {Week, {}, {}, QStringLiteral("bob")}, {}, Week.to).incidents, 1);
        QCOMPARE(computeLoad(all, {Week, QStringLiteral("y"), {}, {}}, {}, Week.to).incidents, 0);
    }

    void guessesAreSaid()
    {
        Incident known = firing("a", "2025-03-24T10:00:00Z", nullptr);
        QVERIFY(computeLoad({known}, {Week, {}, {}, {}}, {}, Week.to).isEstimated);
        known.notifications.push_back({known.created, QStringLiteral("email")});
        const LoadReport mail = computeLoad({known}, {Week, {}, {}, {}}, {}, Week.to);
        QVERIFY(!mail.isEstimated);
        QCOMPARE(mail.interruptions.total(), 0);
        known.user.clear();
        QVERIFY(computeLoad({known}, {Week, {}, {}, {}}, {}, Week.to).isEstimated);
    }

    void fairness()
    {
        QCOMPARE(gini({12, 3, 1, 0}).value(), 0.59375);
        QCOMPARE(gini({5, 5, 5}).value(), 0.0);
        QVERIFY(!gini({}));
        QVERIFY(!gini({0, 0}));
        const ResponderZones zones {{QStringLiteral("ana"), "UTC"}, {QStringLiteral("bob"), "UTC"}, {QString(), "UTC"}};
        const std::vector<Incident> one {firing("a", "2025-03-24T10:00:00Z", nullptr)};
        QCOMPARE(computeLoad(one, {Week, {}, {}, {}}, zones, Week.to).fairnessGini.value(), 0.5);
        QCOMPARE(computeLoad(one, {Week, {}, {}, QStringLiteral("ana")}, zones, Week.to).fairnessGini.value(), 0.0);
    }

    void unionOfIntervals()
    {
        QCOMPARE(unionLength({{0, 10}, {5, 15}, {20, 30}, {22, 25}, {30, 31}}), 26);
        QCOMPARE(unionLength({{-20, -10}, {-15, -5}}), 15);
        QCOMPARE(unionLength({{5, 5}, {9, 3}}), 0);
        QCOMPARE(unionLength({}), 0);
    }

    void nearestRank()
    {
        const Durations one = summarize({7000});
        QCOMPARE(one.p90, 7.0);
        QCOMPARE(one.median, 7.0);
        const Durations ten = summarize({1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10000});
        QCOMPARE(ten.p90, 9.0);
        QCOMPARE(ten.median, 5.5);
        QCOMPARE(ten.longest, 10.0);
        QCOMPARE(summarize({}).n, 0);
    }

    void definitionsAreComplete()
    {
        QSet<QString> keys;
        for (const KpiDefinition &definition : kpiDefinitions()) {
            QVERIFY(!keys.contains(definition.key));
            keys.insert(definition.key);
            QVERIFY(!definition.title.isEmpty() && !definition.formula.isEmpty() && !definition.source.isEmpty());
        }
        for (const char *key : {"incidents", "mtta_mean_s", "mttr_median_s", "interruptions.sleep", "disruptions.total", "engaged_union_s",
                 "uptime_pct", "repeat_rate", "fairness_gini"}) {
            QVERIFY2(keys.contains(QLatin1StringView(key)), key);
        }
    }

private:
    static void compareClasses(const HourClasses &actual, const QJsonObject &expected)
    {
        QCOMPARE(actual.business, expected.value(u"business").toInt());
        QCOMPARE(actual.off, expected.value(u"off").toInt());
        QCOMPARE(actual.sleep, expected.value(u"sleep").toInt());
        QCOMPARE(actual.total(), expected.value(u"total").toInt());
    }

    QJsonObject m_expected;
    std::vector<Incident> m_incidents;
    ResponderZones m_zones;
};

QTEST_GUILESS_MAIN(TestLoad)
#include "tst_load.moc"
