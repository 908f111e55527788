#include "app/kpi/loadtable.h"
#include "tests/unit/kpi/plainload.h"
#include "tests/unit/kpi/randomhistory.h"
#include "tests/unit/kpi/samereport.h"

#include <QTest>

#include <random>

using namespace quarterdeck;
using namespace quarterdeck::plain;

namespace {

UtcTime at(const char *text)
{
    return parseRfc3339(QString::fromLatin1(text)).value();
}

// Clocks go forward and back here: London, New York, and Lord Howe Island by half an hour.
const std::array<UtcTime, 6> Changes {at("2025-03-30T01:00:00Z"), at("2025-10-26T01:00:00Z"), at("2025-03-09T07:00:00Z"), at("2025-11-02T06:00:00Z"),
    at("2025-04-05T15:00:00Z"), at("2025-10-04T15:30:00Z")};

const ResponderZones Zones {{QString(), "America/New_York"}, {QStringLiteral("ana"), "Europe/London"}, {QStringLiteral("bob"), "Australia/Lord_Howe"},
    {QStringLiteral("chi"), "Asia/Kolkata"}, {QStringLiteral("dan"), "Mars/Olympus"}, {QStringLiteral("never called"), "UTC"}};

RandomHistory history(unsigned seed)
{
    return {seed, {Changes.begin(), Changes.end()}, {"", "ana", "bob", "chi", "dan", "eve"}};
}

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
        const std::vector<Incident> incidents = history(seed).make(int(20 + seed * 10));
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
