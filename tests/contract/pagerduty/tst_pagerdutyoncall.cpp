#include "app/sources/api/oncallface.h"
#include "app/sources/pagerduty/oncalls.h"
#include "pagerdutybench.h"

#include <QTest>
#include <QUrlQuery>

#include <atomic>

using namespace quarterdeck;

namespace {

constexpr Millis Hour {3'600'000};
constexpr Millis Day {86'400'000};

QByteArray entryWith(const QByteArray &fields)
{
    return R"({"oncalls":[{"escalation_policy":{"id":"PESC001","summary":"Mail people"},"escalation_level":1,"start":null,"end":null,)"
           R"("schedule":null,"user":{"id":"PANA001","summary":"Ana"}},{)"
        + fields + R"(}],"more":false})";
}

/// A clock by which a reading takes as long as the test says, however busy the machine is.
class SetClock final : public Clock {
public:
    UtcTime now() const override { return UtcTime {QDateTime::currentMSecsSinceEpoch()}; }
    Millis monotonic() const override { return Millis(passed.load()); }
    std::atomic<qint64> passed {0}; ///< Milliseconds.
};

Shift shiftOf(const OnCallPage &page, const QString &person)
{
    const auto found = std::ranges::find(page.shifts, person, [](const Shift &shift) { return shift.person.name; });
    return found == page.shifts.end() ? Shift {} : *found;
}

} // namespace

/// Who is on call, by a PagerDuty: all of it, or with what is missing.
class TestPagerdutyOnCall : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_b = std::make_unique<PagerdutyBench>();
        m_clock.passed = 0;
        m_b->clock = &m_clock;
        m_now = m_b->server.with([](PagerdutyAccount &account) { return account.now(); });
        m_range = {m_now, m_now + Day * 14};
    }

    void bothGenerationsAndNone();
    void onlyTheseFields();
    void oneAnswerIsEnough();
    void manyPages();
    void moreThanOneListHolds();
    void aListThatMovesIsNotWhole();
    void aServerThatAlwaysHasMore();
    void theFirstDayIsKeptWhereTheRestFails();
    void whatTakesTooLongSaysHowFarItReaches();
    void partsOfTheFirstDay();
    void noRightToPolicies();
    void noRightAtAll();
    void ninetyDays();
    void oddEntries_data();
    void oddEntries();
    void oddPolicies();
    void cutAtEveryPlace();

private:
    using Rota = std::vector<PagerdutyAccount::OnCall>;
    void setRota(const Rota &rota)
    {
        m_b->server.with([&rota](PagerdutyAccount &account) { account.rota = rota; });
    }
    /// So many days with so many people each, by the day.
    void fillDays(int days, int people)
    {
        Rota rota;
        for (int day = 0; day < days; ++day) {
            for (int i = 0; i < people; ++i) {
                rota.push_back({QStringLiteral("PANA001"), i % 90 + 1, m_now + Day * day, m_now + Day * (day + 1), QString::number(i)});
            }
        }
        setRota(rota);
    }
    Result<OnCallPage> readNow() { return await(m_b->open()->onCall()->read(m_range, {}), Millis(120'000)); }
    static bool lacks(const OnCallPage &page, OnCallLack::Part part)
    {
        return std::ranges::find(page.lacks, part, &OnCallLack::part) != page.lacks.end();
    }
    /// Refuses every request for on-calls but the first so many.
    void refuseAfter(int good)
    {
        m_b->server.before([good, seen = 0](const ScriptedRequest &request, PagerdutyAccount &) mutable {
            const bool isRefused = request.path() == "/oncalls" && ++seen > good;
            return isRefused ? std::optional(PagerdutyServer::no(500, 2000, QStringLiteral("Internal"))) : std::nullopt;
        });
    }

    SetClock m_clock;
    std::unique_ptr<PagerdutyBench> m_b;
    UtcTime m_now;
    TimeRange m_range;
};

void TestPagerdutyOnCall::bothGenerationsAndNone()
{
    setRota({{QStringLiteral("PANA001"), 1, m_now - Hour, m_now + Hour * 7, QStringLiteral("Days")},
        {QStringLiteral("PBEN002"), 1, m_now + Hour * 7, m_now + Day, QStringLiteral("Shifts"), true}, {QStringLiteral("PCID003"), 2}});
    m_b->server.with([](PagerdutyAccount &account) { account.paged.insert(QStringLiteral("PEMPTY1 Nobody at home"), {QStringLiteral("Web")}); });
    const auto page = readNow();
    QVERIFY2(page, qPrintable(errorOf(page)));
    QVERIFY(page->lacks.empty());
    QCOMPARE(page->covers, m_range);
    QCOMPARE(page->shifts.size(), std::size_t(3));
    const Shift old = shiftOf(*page, QStringLiteral("Ana Alvarez"));
    QCOMPARE(old.from, m_now - Hour);
    QCOMPARE(old.to, m_now + Hour * 7);
    QCOMPARE(old.schedule, QStringLiteral("Days"));
    QCOMPARE(shiftOf(*page, QStringLiteral("Ben Brandt")).schedule, QStringLiteral("Shifts"));
    const Shift always = shiftOf(*page, QStringLiteral("Sam Smith"));
    QVERIFY(!always.from.isValid() && !always.to.isValid() && always.schedule.isEmpty());
    QCOMPARE(always.level, 2);
    const std::vector<Duty> duties = dutiesAt(*page, m_now, m_range);
    QCOMPARE(duties.size(), std::size_t(4));
    QCOMPARE(duties[0].until, m_now + Hour * 7);
    QCOMPARE(duties[0].next.front().name, QStringLiteral("Ben Brandt"));
    QVERIFY(pages(duties[0].policy, QStringLiteral("Mail")));
    // The list of on-calls does not know it, and it is the one that calls nobody.
    QCOMPARE(duties[2].policy.name, QStringLiteral("Nobody at home"));
    QVERIFY(duties[2].isKnown && duties[2].now.empty());
    QCOMPARE(duties[2].gaps, std::vector<TimeRange> {m_range});
}

void TestPagerdutyOnCall::onlyTheseFields()
{
    setRota({{QStringLiteral("PANA001")}});
    const auto page = readNow();
    QVERIFY2(page, qPrintable(errorOf(page)));
    const OnCallPerson ana = page->shifts.front().person;
    QCOMPARE(ana, (OnCallPerson {"PANA001", "Ana Alvarez", "ana@acme.example", "Europe/Berlin"}));
}

void TestPagerdutyOnCall::oneAnswerIsEnough()
{
    fillDays(14, 7);
    QVERIFY(readNow());
    QCOMPARE(m_b->server.count("GET /oncalls"), 1);
    QCOMPARE(m_b->server.count("GET /escalation_policies"), 1);
    const auto requests = m_b->server.requests();
    const auto asked = std::ranges::find_if(requests, [](const ScriptedRequest &one) { return one.path() == "/oncalls"; });
    const QUrlQuery query(QUrl::fromEncoded(asked->target).query(QUrl::FullyEncoded));
    QCOMPARE(query.queryItemValue(QStringLiteral("since"), QUrl::FullyDecoded), toRfc3339(m_range.from));
    QCOMPARE(query.queryItemValue(QStringLiteral("until"), QUrl::FullyDecoded), toRfc3339(m_range.to));
    QCOMPARE(query.queryItemValue(QStringLiteral("earliest")), QStringLiteral("false"));
    QCOMPARE(query.queryItemValue(QStringLiteral("time_zone")), QStringLiteral("UTC"));
}

void TestPagerdutyOnCall::manyPages()
{
    fillDays(3, 60);
    m_b->server.with([](PagerdutyAccount &account) {
        for (int i = 0; i < 130; ++i) {
            account.paged.insert(QStringLiteral("PMANY%1 Policy %1").arg(i), {QStringLiteral("Service %1").arg(i)});
        }
    });
    const auto page = readNow();
    QVERIFY2(page, qPrintable(errorOf(page)));
    QVERIFY2(page->lacks.empty(), qPrintable(lackTexts(*page).join(u' ')));
    QCOMPARE(page->covers, m_range);
    QCOMPARE(page->shifts.size(), std::size_t(3 * 60));
    QCOMPARE(page->policies.size(), std::size_t(131));
    QVERIFY(m_b->server.count("GET /oncalls") > 3);
    QCOMPARE(m_b->server.count("GET /escalation_policies"), 2);
}

void TestPagerdutyOnCall::moreThanOneListHolds()
{
    // 12,000 within one day: no page of one list reaches the last of them. Pages are longer than was asked for, so that few do.
    m_range.to = m_now + Day;
    static constexpr int Count = 12'000;
    static constexpr int Served = 1'000;
    static constexpr qint64 Step = 7'200;
    m_b->server.before([this](const ScriptedRequest &request, PagerdutyAccount &) -> std::optional<ScriptedReply> {
        const QUrlQuery query(QUrl::fromEncoded(request.target).query(QUrl::FullyEncoded));
        const auto time = [&](const char *name) { return parseRfc3339(query.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded)); };
        const int offset = query.queryItemValue(QStringLiteral("offset")).toInt();
        if (request.path() != "/oncalls") {
            return std::nullopt;
        }
        if (offset + 100 > 10'000) {
            return PagerdutyServer::no(400, 2002, QStringLiteral("Invalid Input Provided"));
        }
        const int first = int(std::max<qint64>(0, (*time("since") - m_now).count() / Step)) + offset;
        const int end = int(std::min<qint64>(Count, (*time("until") - m_now).count() / Step + 1));
        QByteArray entries;
        for (int i = first; i < std::min(first + Served, end); ++i) {
            const UtcTime from = m_now + Millis(i * Step);
            entries += (entries.isEmpty() ? "" : ",") + QByteArray(R"({"user":{"id":"P1"},"escalation_policy":{"id":"P"},"escalation_level":1,)");
            entries += R"("schedule":null,"start":")" + toRfc3339(from).toUtf8() + R"(","end":")" + toRfc3339(from + Millis(Step)).toUtf8() + "\"}";
        }
        return ScriptedReply::json("{\"oncalls\":[" + entries + "],\"more\":" + (first + Served < end ? "true" : "false") + '}');
    });
    const auto page = readNow();
    QVERIFY2(page, qPrintable(errorOf(page)));
    QVERIFY2(page->lacks.empty(), qPrintable(lackTexts(*page).join(u' ')));
    QCOMPARE(page->covers, m_range);
    QCOMPARE(page->shifts.size(), std::size_t(Count));
    QVERIFY(gapsIn(page->shifts, m_range).empty());
}

void TestPagerdutyOnCall::aListThatMovesIsNotWhole()
{
    fillDays(1, 230);
    m_b->server.after([](const ScriptedRequest &request, PagerdutyAccount &account) {
        if (request.target.contains("offset=90")) {
            account.rota.erase(account.rota.begin(), account.rota.begin() + 20);
        }
        return std::optional<ScriptedReply>();
    });
    const auto page = readNow();
    QVERIFY2(page, qPrintable(errorOf(page)));
    QVERIFY(!page->hasAllShifts());
}

void TestPagerdutyOnCall::aServerThatAlwaysHasMore()
{
    m_b->server.before([](const ScriptedRequest &request, PagerdutyAccount &) {
        QByteArray body = entryWith(R"("user":{"id":"P2","name":"B"},"escalation_level":1,"escalation_policy":{"id":"P"},"start":null,"end":null)");
        body.replace("\"more\":false", "\"more\":true");
        return request.path() == "/oncalls" ? std::optional(ScriptedReply::json(body)) : std::nullopt;
    });
    const auto page = readNow();
    QVERIFY2(page, qPrintable(errorOf(page)));
    QVERIFY(!page->hasAllShifts());
    QCOMPARE(page->shifts.size(), std::size_t(2));
    QVERIFY(m_b->server.count("GET /oncalls") < 5);
    QVERIFY(dutiesAt(*page, m_now, m_range).back().gaps.empty());
}

void TestPagerdutyOnCall::theFirstDayIsKeptWhereTheRestFails()
{
    fillDays(3, 60);
    refuseAfter(3);
    const auto page = readNow();
    QVERIFY2(page, qPrintable(errorOf(page)));
    QVERIFY(page->hasAllShifts() && lacks(*page, OnCallLack::Part::Range));
    QCOMPARE(page->covers, (TimeRange {m_now, m_now + Day}));
    QCOMPARE(peopleAt(page->shifts, m_now).size(), std::size_t(1));
    QVERIFY(page->hasAllPolicies());
}

void TestPagerdutyOnCall::whatTakesTooLongSaysHowFarItReaches()
{
    fillDays(3, 60);
    m_b->server.before([this, seen = 0](const ScriptedRequest &request, PagerdutyAccount &) mutable {
        // The first question, two for the first day, and one of the second window.
        m_clock.passed = request.path() == "/oncalls" && ++seen == 4 ? 41'000 : m_clock.passed.load();
        return std::optional<ScriptedReply>();
    });
    const auto page = readNow();
    QVERIFY2(page, qPrintable(errorOf(page)));
    QVERIFY(page->hasAllShifts() && page->hasAllPolicies() && lacks(*page, OnCallLack::Part::Range));
    QCOMPARE(page->covers, (TimeRange {m_now, m_now + Day}));
}

void TestPagerdutyOnCall::partsOfTheFirstDay()
{
    fillDays(2, 80);
    refuseAfter(2);
    const auto page = readNow();
    QVERIFY2(page, qPrintable(errorOf(page)));
    QVERIFY(!page->hasAllShifts());
    QCOMPARE(page->covers.to, m_now + Day);
    refuseAfter(0);
    const auto nothing = readNow();
    QVERIFY(!nothing && nothing.error().kind == ErrorKind::Server);
}

void TestPagerdutyOnCall::noRightToPolicies()
{
    setRota({{QStringLiteral("PANA001")}});
    m_b->server.before([](const ScriptedRequest &request, PagerdutyAccount &) {
        return request.path() == "/escalation_policies" ? std::optional(PagerdutyServer::no(403, 2010, QStringLiteral("Access Denied")))
                                                        : std::nullopt;
    });
    const auto page = readNow();
    QVERIFY2(page, qPrintable(errorOf(page)));
    QVERIFY(page->hasAllShifts() && !page->hasAllPolicies());
    QVERIFY2(lackTexts(*page).join(u' ').contains(QStringLiteral("Access Denied")), qPrintable(lackTexts(*page).join(u' ')));
    // What the shifts say of it is there all the same.
    QCOMPARE(page->policies.front().name, QStringLiteral("Mail people"));
    QVERIFY(page->policies.front().services.isEmpty());
}

void TestPagerdutyOnCall::noRightAtAll()
{
    const auto page = await(m_b->open(QStringLiteral("wrong"))->onCall()->read(m_range, {}));
    QVERIFY(!page && page.error().kind == ErrorKind::Unauthorized);
}

void TestPagerdutyOnCall::ninetyDays()
{
    setRota({{QStringLiteral("PANA001")}});
    m_range.to = m_now + Day * 200;
    const auto page = readNow();
    QVERIFY2(page, qPrintable(errorOf(page)));
    QVERIFY(page->hasAllShifts() && lacks(*page, OnCallLack::Part::Range));
    QVERIFY(page->covers.to >= m_now + Day * 89 && page->covers.to <= m_now + Day * 91);
    m_range = {m_now + Day * 100, m_now + Day * 110};
    const auto later = readNow();
    QVERIFY(!later && later.error().kind == ErrorKind::Rejected);
}

void TestPagerdutyOnCall::oddEntries_data()
{
    const QByteArray policy = R"("escalation_policy":{"id":"P"},)";
    const QByteArray user = R"("user":{"id":"U"},)";
    const QByteArray level = R"("escalation_level":1,)";
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no policy") << user + level + R"("start":null,"end":null)";
    QTest::newRow("nobody") << policy + level + R"("user":null,"start":null,"end":null)";
    QTest::newRow("no level") << policy + user + R"("start":null,"end":null)";
    QTest::newRow("level 0") << policy + user + R"("escalation_level":0,"start":null,"end":null)";
    QTest::newRow("level beyond numbers") << policy + user + R"("escalation_level":99999999999,"start":null,"end":null)";
    QTest::newRow("level as text") << policy + user + R"("escalation_level":"1","start":null,"end":null)";
    QTest::newRow("no start") << policy + user + level + R"("start":"soon","end":null)";
    QTest::newRow("no end") << policy + user + level + R"("start":null,"end":7)";
}

void TestPagerdutyOnCall::oddEntries()
{
    QFETCH(QByteArray, fields);
    const auto parsed = pagerduty::parseOnCalls(entryWith(fields));
    QVERIFY2(parsed, qPrintable(errorOf(parsed)));
    QVERIFY(parsed->problem);
    QCOMPARE(parsed->items.size(), std::size_t(1));
    QCOMPARE(parsed->served, 2);
    m_b->server.before([&fields](const ScriptedRequest &request, PagerdutyAccount &) {
        return request.path() == "/oncalls" ? std::optional(ScriptedReply::json(entryWith(fields))) : std::nullopt;
    });
    const auto page = readNow();
    QVERIFY2(page, qPrintable(errorOf(page)));
    QVERIFY(!page->hasAllShifts());
    QCOMPARE(page->shifts.size(), std::size_t(1));
}

void TestPagerdutyOnCall::oddPolicies()
{
    for (const char *body :
        {R"({"escalation_policies":[{"name":"x"}],"more":false})", R"({"escalation_policies":[{"id":"P","services":[{"id":"S"}]}],"more":false})"}) {
        const auto parsed = pagerduty::parsePolicies(body);
        QVERIFY2(parsed && parsed->problem, body);
    }
    for (const char *body : {R"({"escalation_policies":[]})", R"({"escalation_policies":{},"more":false})", "[]"}) {
        QVERIFY2(!pagerduty::parsePolicies(body), body);
    }
}

void TestPagerdutyOnCall::cutAtEveryPlace()
{
    const QByteArray whole = entryWith(
        R"("user":{"id":"P2","name":"B"},"escalation_level":1,"escalation_policy":{"id":"P"},"start":null,"end":null)");
    QCOMPARE(pagerduty::parseOnCalls(whole)->items.size(), std::size_t(2));
    for (qsizetype cut = 0; cut < whole.size(); ++cut) {
        const auto page = pagerduty::parseOnCalls(whole.first(cut));
        QVERIFY2(!page && page.error().kind == ErrorKind::BadPayload, qPrintable(QString::number(cut)));
    }
}

QTEST_GUILESS_MAIN(TestPagerdutyOnCall)
#include "tst_pagerdutyoncall.moc"
