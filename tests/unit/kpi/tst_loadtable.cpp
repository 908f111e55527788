#include "app/kpi/loadtable.h"
#include "tests/unit/kpi/plainload.h"

#include <QTest>

#include <random>

using namespace quarterdeck;

namespace {

constexpr qint64 Hour = 3'600'000;
constexpr qint64 Day = 24 * Hour;

UtcTime at(const char *text)
{
    return parseRfc3339(QString::fromLatin1(text)).value();
}

// Clocks go forward and back here: London, New York, and Lord Howe Island by half an hour.
const std::array<UtcTime, 6> Changes {at("2025-03-30T01:00:00Z"), at("2025-10-26T01:00:00Z"), at("2025-03-09T07:00:00Z"), at("2025-11-02T06:00:00Z"),
    at("2025-04-05T15:00:00Z"), at("2025-10-04T15:30:00Z")};

const ResponderZones Zones {{QString(), "America/New_York"}, {QStringLiteral("ana"), "Europe/London"}, {QStringLiteral("bob"), "Australia/Lord_Howe"},
    {QStringLiteral("chi"), "Asia/Kolkata"}, {QStringLiteral("dan"), "Mars/Olympus"}, {QStringLiteral("never called"), "UTC"}};

// Incidents of every kind: open, skewed, overlapping, doubled, in no order; half of them within hours of a change of clocks.
class Events {
public:
    explicit Events(unsigned seed)
        : m_engine(seed)
    {
    }

    std::vector<Incident> make(int count)
    {
        std::vector<Incident> all;
        for (int i = 0; i < count; ++i) {
            all.push_back(all.empty() || !isOneIn(12) ? incident() : all[below(qint64(all.size()))]);
        }
        return all;
    }

private:
    std::size_t below(qint64 limit) { return std::size_t(std::uniform_int_distribution<qint64>(0, limit - 1)(m_engine)); }
    bool isOneIn(int n) { return below(n) == 0; }
    UtcTime after(UtcTime time, qint64 least, qint64 most) { return time + Millis(least + qint64(below(most - least))); }
    QString oneOf(const QStringList &names) { return names[qsizetype(below(names.size()))]; }

    Incident incident()
    {
        Incident incident;
        incident.created = isOneIn(2) ? after(Changes[below(Changes.size())], -6 * Hour, 6 * Hour) : after(Changes[2], -20 * Day, 260 * Day);
        if (isOneIn(3)) {
            incident.created.ms -= incident.created.ms % (Hour / 2);
        }
        incident.fingerprint = oneOf({"", "f1", "f2", "f3", "f4", "f5"});
        incident.title = oneOf({"Disk", "Latency", "Errors", ""});
        incident.team = oneOf({"", "core", "edge"});
        incident.service = oneOf({"", "api", "db", "web"});
        incident.user = oneOf({"", "ana", "bob", "chi", "dan", "eve"});
        if (!isOneIn(4)) {
            incident.acknowledged = after(incident.created, -Hour / 12, 2 * Hour);
        }
        if (!isOneIn(6)) {
            incident.resolved = isOneIn(3) ? after(incident.created, -Hour / 12, Hour / 6)
                                           : after(incident.created, 0, isOneIn(5) ? 20 * Day : 9 * Hour);
        }
        incident.isAutoResolved = isOneIn(3);
        incident.isMajor = isOneIn(20);
        incident.tag = oneOf({"", "action", "noaction", "other"});
        for (std::size_t i = below(4); i > 0; --i) {
            incident.notifications.push_back(
                {after(incident.created, -Hour / 60, isOneIn(8) ? 5 * Day : Hour / 4), oneOf({"push", "email", "Email", "phone"})});
        }
        return incident;
    }

    std::mt19937 m_engine;
};

std::vector<LoadScope> scopes()
{
    const TimeRange year {at("2025-01-01T00:00:00Z"), at("2026-01-01T00:00:00Z")};
    std::vector<LoadScope> all {{year, {}, {}, {}}, {{at("1960-01-01T00:00:00Z"), at("2100-01-01T00:00:00Z")}, {}, {}, {}},
        {{year.from, year.from}, {}, {}, {}}, {{at("2027-01-01T00:00:00Z"), at("2027-02-01T00:00:00Z")}, {}, {}, {}}};
    for (const UtcTime change : Changes) {
        all.push_back({{change - Millis(3 * Day), change + Millis(4 * Day)}, {}, {}, {}});
        all.push_back({{change, change + Millis(Hour)}, {}, {}, {}});
    }
    for (const char *team : {"core", "edge", "unheard of"}) {
        all.push_back({year, QString::fromLatin1(team), {}, {}});
    }
    all.push_back({year, {}, QStringLiteral("api"), {}});
    all.push_back({year, QStringLiteral("core"), QStringLiteral("db"), {}});
    for (const char *user : {"ana", "bob", "chi", "dan", "eve", "nobody"}) {
        all.push_back({year, {}, {}, QString::fromLatin1(user)});
    }
    return all;
}

void compare(const HourClasses &a, const HourClasses &b)
{
    QCOMPARE(a.business, b.business);
    QCOMPARE(a.off, b.off);
    QCOMPARE(a.sleep, b.sleep);
}

void compare(const Durations &a, const Durations &b)
{
    QCOMPARE(a.n, b.n);
    QCOMPARE(a.open, b.open);
    QCOMPARE(a.negative, b.negative);
    QCOMPARE(a.mean, b.mean);
    QCOMPARE(a.median, b.median);
    QCOMPARE(a.p90, b.p90);
    QCOMPARE(a.longest, b.longest);
}

void compareLists(const LoadReport &a, const LoadReport &b)
{
    QCOMPARE(a.interruptionsByUser, b.interruptionsByUser);
    QCOMPARE(a.sleepByUser, b.sleepByUser);
    QCOMPARE(a.engagedUnion, b.engagedUnion);
    QCOMPARE(a.shifts.size(), b.shifts.size());
    for (std::size_t i = 0; i < a.shifts.size(); ++i) {
        QCOMPARE(a.shifts[i].user, b.shifts[i].user);
        QCOMPARE(a.shifts[i].start, b.shifts[i].start);
        QCOMPARE(a.shifts[i].hours, b.shifts[i].hours);
        QCOMPARE(a.shifts[i].incidents, b.shifts[i].incidents);
        QCOMPARE(a.shifts[i].per12h, b.shifts[i].per12h);
        QCOMPARE(a.shifts[i].isOverLimit, b.shifts[i].isOverLimit);
    }
    QCOMPARE(a.noise.size(), b.noise.size());
    for (std::size_t i = 0; i < a.noise.size(); ++i) {
        QCOMPARE(a.noise[i].title, b.noise[i].title);
        QCOMPARE(a.noise[i].incidents, b.noise[i].incidents);
        QCOMPARE(a.noise[i].sleep, b.noise[i].sleep);
        QCOMPARE(a.noise[i].autoResolved, b.noise[i].autoResolved);
        QCOMPARE(a.noise[i].transient, b.noise[i].transient);
        QCOMPARE(a.noise[i].repeats, b.noise[i].repeats);
    }
}

void compare(const LoadReport &a, const LoadReport &b)
{
    QCOMPARE(a.incidents, b.incidents);
    QCOMPARE(a.acknowledged, b.acknowledged);
    QCOMPARE(a.ackRate, b.ackRate);
    compare(a.timeToAcknowledge, b.timeToAcknowledge);
    compare(a.timeToResolve, b.timeToResolve);
    compare(a.timeToResolveByPeople, b.timeToResolveByPeople);
    compare(a.interruptions, b.interruptions);
    compare(a.disruptions, b.disruptions);
    QCOMPARE(a.disruptedHours, b.disruptedHours);
    QCOMPARE(a.engagedSum, b.engagedSum);
    QCOMPARE(a.engagedUnionTotal, b.engagedUnionTotal);
    QCOMPARE(a.autoResolvedRate, b.autoResolvedRate);
    QCOMPARE(a.transientRate, b.transientRate);
    QCOMPARE(a.repeatRate, b.repeatRate);
    QCOMPARE(a.precisionClassified, b.precisionClassified);
    QCOMPARE(a.precisionStrict, b.precisionStrict);
    QCOMPARE(a.majorUptime, b.majorUptime);
    QCOMPARE(a.fairnessGini, b.fairnessGini);
    QCOMPARE(a.windowHours, b.windowHours);
    QCOMPARE(a.isEstimated, b.isEstimated);
    compareLists(a, b);
}

} // namespace

class TestLoadTable : public QObject {
    Q_OBJECT

private slots:
    void figuresAreThoseOfThePlainDefinitions_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 24; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    void figuresAreThoseOfThePlainDefinitions()
    {
        QFETCH(unsigned, seed);
        const std::vector<Incident> incidents = Events(seed).make(int(20 + seed * 10));
        const LoadTable table(incidents, Zones);
        for (const UtcTime now : {at("2025-10-26T00:30:00Z"), at("2026-02-01T00:00:00Z")}) {
            for (const LoadScope &scope : scopes()) {
                compare(table.figures(scope, now), plain::PlainLoad(incidents, scope, Zones, now).report());
                if (QTest::currentTestFailed()) {
                    qWarning() << "from" << scope.window.from.ms << "to" << scope.window.to.ms << scope.team << scope.service << scope.user;
                    return;
                }
            }
        }
    }

    void ranksOfManySpansAreExact_data()
    {
        QTest::addColumn<qint64>("most");
        for (const qint64 most : {qint64(0), qint64(1), qint64(1'000), 9 * Hour, 4'000 * Day, std::numeric_limits<qint64>::max() / 2}) {
            QTest::addRow("up to %lld", most) << most;
        }
    }

    // So many that they are counted in fine buckets, and half of them of one size.
    void ranksOfManySpansAreExact()
    {
        QFETCH(qint64, most);
        std::mt19937_64 engine(7);
        for (const int count : {1, 2, 3, 10, 255, 256, 5'000, 200'001}) {
            std::vector<qint64> spans;
            for (int i = 0; i < count; ++i) {
                spans.push_back(engine() % 2 == 0 ? most / 3 : std::uniform_int_distribution<qint64>(0, most)(engine));
            }
            const Durations durations = summarize(spans);
            std::sort(spans.begin(), spans.end());
            const std::size_t n = spans.size();
            QCOMPARE(durations.median, (double(spans[n / 2]) + double(spans[(n - 1) / 2])) / 2000.0);
            QCOMPARE(durations.p90, double(spans[std::size_t(std::ceil(0.9 * double(n))) - 1]) / 1000.0);
            QCOMPARE(durations.longest, double(spans.back()) / 1000.0);
        }
    }

    void anEmptyHistoryHasNoOldest()
    {
        const LoadTable table({}, Zones);
        QVERIFY(!table.oldest().isValid());
        QVERIFY(table.teams().empty() && table.services().empty());
    }

    void timesOutOfAllCalendarsAreCounted()
    {
        Incident early;
        early.created = {-9'000'000'000'000'000};
        Incident late;
        late.created = {9'000'000'000'000'000};
        const LoadTable table({late, early}, Zones);
        QCOMPARE(table.oldest(), early.created);
        QCOMPARE(table.figures({{early.created, late.created + Millis(1)}, {}, {}, {}}, late.created).incidents, 2);
    }
};

QTEST_GUILESS_MAIN(TestLoadTable)
#include "tst_loadtable.moc"
