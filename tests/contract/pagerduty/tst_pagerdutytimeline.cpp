#include "app/sources/api/timelineface.h"
#include "app/sources/pagerduty/accountlog.h"
#include "app/sources/pagerduty/changes.h"
#include "pagerdutybench.h"

#include <QSet>
#include <QTest>
#include <QUrlQuery>

using namespace quarterdeck;

namespace {

using Kind = HistoryEvent::Kind;

constexpr Millis Minute {60'000};
constexpr Millis Day {86'400'000};

QByteArray entry(const QByteArray &id, const QByteArray &fields)
{
    return R"({"id":")" + id + R"(","created_at":"2026-11-21T14:00:00Z","incident":{"id":"Q1"},)" + fields + '}';
}

Result<pagerduty::Page<SourceEvent>> parsed(const QByteArray &entries)
{
    return pagerduty::parseAccountLog(R"({"log_entries":[)" + entries + R"(],"more":false})", QStringLiteral("src"));
}

} // namespace

/// The log of an account, portion by portion, with nothing lost and nothing made up.
class TestPagerdutyTimeline : public QObject {
    Q_OBJECT

private slots:
    void init() { m_b = std::make_unique<PagerdutyBench>(); }

    void whoDidWhat();
    void entries_data();
    void entries();
    void oneBadEntryIsNotAll();
    void itGoesOnWhereItEnded();
    void manyPagesAreOnePortion();
    void tooManyAreReadInPortions();
    void aSecondWithTooMany();
    void aRangeThatIsRefusedIsHalved();
    void whatFailsIsAskedForAgain();
    void longAgoIsSaid();
    void whatWasChangedBefore();
    void changesThatCannotBeRead();
    void onlyTheLastChanges();

private:
    static Result<TimelinePage> read(Source &source, const TimelineCursor &since = {}) { return await(source.timeline()->read(since, {}), Minute); }
    /// Portion after portion, until there is no more.
    std::vector<SourceEvent> readAll(Source &source, int *portions = nullptr, QStringList *lacks = nullptr)
    {
        std::vector<SourceEvent> all;
        QSet<QString> seen;
        TimelineCursor cursor;
        for (bool hasMore = true; hasMore;) {
            const auto page = read(source, cursor);
            if (!page || page->reaches.readTo < cursor.readTo) {
                qFatal("A portion failed: %s", qPrintable(errorOf(page)));
            }
            for (const SourceEvent &event : page->events) {
                if (!seen.contains(event.id)) {
                    seen.insert(event.id);
                    all.push_back(event);
                }
            }
            if (lacks && page->lack) {
                lacks->append(page->lack->what);
            }
            portions != nullptr ? ++*portions : 0;
            cursor = page->reaches;
            hasMore = page->hasMore;
        }
        return all;
    }
    /// So many entries, one in each `step`, the last one now.
    void fill(int count, Millis step)
    {
        m_b->server.with([&](PagerdutyAccount &account) {
            account.advance(step * -count);
            const QString id = account.open(QStringLiteral("A"));
            for (int i = 1; i < count; ++i) {
                account.advance(step);
                account.notify(id, QStringLiteral("PANA001"), QStringLiteral("push"));
            }
            account.advance(step);
        });
    }

    std::unique_ptr<PagerdutyBench> m_b;
};

void TestPagerdutyTimeline::whoDidWhat()
{
    QString id;
    const UtcTime began = m_b->server.with([&id](PagerdutyAccount &account) {
        account.advance(Minute * -60);
        id = account.open(QStringLiteral("A"));
        const UtcTime at = account.now();
        const auto pass = [&account] { account.advance(Minute); };
        pass();
        account.notify(id, QStringLiteral("PANA001"), QStringLiteral("sms"));
        pass();
        account.update(id, {{QStringLiteral("status"), QStringLiteral("acknowledged")}}, QStringLiteral("PANA001"));
        pass();
        account.snooze(id, 3600, QStringLiteral("PANA001"));
        pass();
        account.update(id, {{QStringLiteral("status"), QStringLiteral("triggered")}}, QStringLiteral("PBEN002"));
        pass();
        account.update(id,
            {{QStringLiteral("assignments"),
                QJsonArray {QJsonObject {{QStringLiteral("assignee"), QJsonObject {{QStringLiteral("id"), QStringLiteral("PBEN002")}}}}}}},
            QStringLiteral("PANA001"));
        pass();
        account.update(id, {{QStringLiteral("escalation_level"), 2}}, QStringLiteral("PANA001"));
        pass();
        account.addNote(id, QStringLiteral("disk full [qd:0123456789ab]"), QStringLiteral("PBEN002"));
        pass();
        account.record(id, QStringLiteral("exhaust_escalation_path_log_entry"), {}, {{QStringLiteral("summary"), QStringLiteral("Nobody is left")}});
        pass();
        account.update(id, {{QStringLiteral("status"), QStringLiteral("resolved")}}, {});
        account.advance(Minute * 60 - (account.now() - at));
        return at;
    });
    const auto source = m_b->open();
    const auto page = read(*source);
    QVERIFY2(page, qPrintable(errorOf(page)));
    QVERIFY(!page->lack && !page->hasMore);
    std::vector<SourceEvent> events = page->events;
    std::ranges::stable_sort(events, {}, [](const SourceEvent &event) { return event.what.at; });
    QStringList told;
    for (const SourceEvent &event : events) {
        QCOMPARE(event.what.alert, (AlertKey {QStringLiteral("src"), id}));
        told.append(
            QStringList {QString::number((event.what.at - began) / Minute), historyKindName(event.what.kind), event.what.who, event.what.detail}.join(
                u'|'));
    }
    const QString snoozeEnd = toRfc3339(began + Minute * 63);
    QCOMPARE(told,
        (QStringList {"0|fired||", "1|notified|Ana Alvarez|sms", "2|acknowledged|Ana Alvarez|", "3|snoozed|Ana Alvarez|" + snoozeEnd,
            "4|unacknowledged|Ben Brandt|", "5|assigned|Ana Alvarez|Ben Brandt", "6|escalated|Ana Alvarez|Ben Brandt",
            "7|source-note|Ben Brandt|disk full", "8|told||Nobody is left", "9|resolved||"}));
}

void TestPagerdutyTimeline::entries_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const QByteArray &fields, const QString &told) { QTest::newRow(name) << fields << told; };
    row("its other name", R"("type":"acknowledgement_log_entry","agent":{"type":"user_reference","summary":"Ana"})",
        QStringLiteral("acknowledged|Ana|"));
    row("a user in full", R"("type":"resolve_log_entry","agent":{"type":"user","id":"P1","name":"Ana"})", QStringLiteral("resolved|Ana|"));
    row("a user by id", R"("type":"resolve_log_entry","agent":{"type":"user_reference","id":"P1"})", QStringLiteral("resolved|P1|"));
    row("an integration", R"("type":"resolve_log_entry","agent":{"type":"integration_reference","summary":"Nagios"})", QStringLiteral("resolved||"));
    row("a time-out", R"("type":"resolve_log_entry","channel":{"type":"timeout"},"agent":{"type":"service_reference","summary":"Mail"})",
        QStringLiteral("resolved||"));
    row("nobody", R"("type":"unacknowledge_log_entry","agent":null)", QStringLiteral("unacknowledged||"));
    row("several", R"("type":"delegate_log_entry","agent":{},"assignees":[{"id":"P1","summary":"Ana"},{"id":"P2"},5])",
        QStringLiteral("assigned||Ana, P2"));
    row("an unknown type", R"("type":"dance_log_entry","summary":"Danced","agent":{"type":"user_reference","summary":"Ana"})",
        QStringLiteral("told|Ana|Danced"));
    row("without words", R"("type":"dance_log_entry")", QStringLiteral("told||dance_log_entry"));
    row("no type", R"("type":7,"summary":["x"])", QStringLiteral("told||"));
    row("a secret", R"("type":"annotate_log_entry","note":"see https://x.example/?token=abcdefghijklmnop")",
        QStringLiteral("source-note||see https://x.example/?token=***"));
    row("mail", R"("type":"notify_log_entry","user":{"summary":"Ana"},"channel":{"type":"email","notification":null})",
        QStringLiteral("notified|Ana|email"));
    row("no channel", R"("type":"notify_log_entry","user":{"summary":"Ana"})", QStringLiteral("notified|Ana|"));
}

void TestPagerdutyTimeline::entries()
{
    QFETCH(QByteArray, fields);
    QFETCH(QString, told);
    const auto page = parsed(entry("R1", fields));
    QVERIFY2(page, qPrintable(errorOf(page)));
    QCOMPARE(page->items.size(), std::size_t(1));
    const HistoryEvent &event = page->items.front().what;
    QCOMPARE((QStringList {historyKindName(event.kind), event.who, event.detail}.join(u'|')), told);
}

void TestPagerdutyTimeline::oneBadEntryIsNotAll()
{
    const QByteArray good = entry("R1", R"("type":"resolve_log_entry")");
    const QByteArray foreign = R"({"id":"R2","created_at":"2026-11-21T14:00:00Z","type":"assign_log_entry"})";
    for (const char *bad : {R"({"type":"resolve_log_entry","summary":"Odd","incident":{"id":"Q1"},"created_at":"2026-11-21T14:00:00Z"})",
             R"({"id":"../x","incident":{"id":"Q1"},"created_at":"2026-11-21T14:00:00Z"})", R"({"id":"R3","created_at":"soon"})", "17", "null"}) {
        const auto page = parsed(QByteArray(bad) + ',' + good + ',' + foreign);
        QVERIFY2(page, qPrintable(errorOf(page)));
        QCOMPARE(page->items.size(), std::size_t(1));
        QCOMPARE(page->served, 3);
        QVERIFY(page->problem && page->problem->where == u"/log_entries/0");
    }
    QVERIFY(!parsed(good + ',' + foreign)->problem);
    QVERIFY(!pagerduty::parseAccountLog(R"({"log_entries":[]})", QStringLiteral("src")));
    QVERIFY(!pagerduty::parseAccountLog(R"({"more":false})", QStringLiteral("src")));
}

void TestPagerdutyTimeline::itGoesOnWhereItEnded()
{
    const QString id = m_b->openIncident(QStringLiteral("A"));
    const auto source = m_b->open();
    const auto first = read(*source);
    QVERIFY2(first, qPrintable(errorOf(first)));
    QCOMPARE(first->events.size(), std::size_t(1));
    m_b->change(id, "resolved");
    const auto second = read(*source, first->reaches);
    QVERIFY2(second, qPrintable(errorOf(second)));
    // What is near the edge is told again, by the same names.
    QCOMPARE(second->events.size(), std::size_t(2));
    QCOMPARE(second->events.back(), first->events.front());
    QVERIFY(second->reaches.readTo >= first->reaches.readTo);
    QCOMPARE(m_b->server.count("GET /log_entries"), 2);
    const auto all = m_b->server.requests();
    const auto last = std::find_if(all.rbegin(), all.rend(), [](const ScriptedRequest &request) { return request.path() == "/log_entries"; });
    const QUrlQuery query(QUrl::fromEncoded(last->target));
    const auto since = parseRfc3339(query.queryItemValue(QStringLiteral("since"), QUrl::FullyDecoded));
    QVERIFY(since && *since <= first->reaches.readTo - Minute * 10);
    QVERIFY(query.queryItemValue(QStringLiteral("is_overview")) == u"false");
}

void TestPagerdutyTimeline::manyPagesAreOnePortion()
{
    fill(950, Minute * 10);
    int portions = 0;
    QCOMPARE(readAll(*m_b->open(), &portions).size(), std::size_t(950));
    QCOMPARE(portions, 1);
    QCOMPARE(m_b->server.count("GET /log_entries"), 10);
}

void TestPagerdutyTimeline::tooManyAreReadInPortions()
{
    fill(1'500, Minute * 28);
    int portions = 0;
    QStringList lacks;
    QCOMPARE(readAll(*m_b->open(), &portions, &lacks).size(), std::size_t(1'500));
    QVERIFY(lacks.isEmpty());
    QVERIFY2(portions >= 2 && portions <= 6, qPrintable(QString::number(portions)));
}

void TestPagerdutyTimeline::aSecondWithTooMany()
{
    const UtcTime burst = m_b->server.with([](PagerdutyAccount &account) { return account.now() - Minute * 15; });
    m_b->server.before([burst](const ScriptedRequest &request, PagerdutyAccount &) -> std::optional<ScriptedReply> {
        const QUrlQuery query(QUrl::fromEncoded(request.target));
        const auto time = [&query](const char *name) { return parseRfc3339(query.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded)); };
        if (*time("since") > burst || *time("until") <= burst) {
            return std::nullopt;
        }
        QByteArrayList rows;
        for (int i = query.queryItemValue(QStringLiteral("offset")).toInt(), end = i + 100; i < end; ++i) {
            rows += R"({"id":"R)" + QByteArray::number(i) + R"(","created_at":")" + toRfc3339(burst).toLatin1() + R"(","incident":{"id":"Q1"}})";
        }
        return ScriptedReply::json(R"({"log_entries":[)" + rows.join(',') + R"(],"more":true})");
    });
    const auto page = read(*m_b->open(), {toRfc3339(burst), burst});
    QVERIFY2(page, qPrintable(errorOf(page)));
    QSet<QString> ids;
    for (const SourceEvent &event : page->events) {
        ids.insert(event.id);
    }
    QCOMPARE(ids.size(), 10'000);
    QVERIFY(page->lack && page->lack->what.contains(QStringLiteral("more log entries")));
    // It goes on, for nobody will ever get the rest.
    QVERIFY(page->hasMore && page->reaches.readTo > burst && page->reaches.readTo <= burst + Minute);
}

void TestPagerdutyTimeline::aRangeThatIsRefusedIsHalved()
{
    fill(20, Day);
    m_b->server.before([](const ScriptedRequest &request, PagerdutyAccount &) -> std::optional<ScriptedReply> {
        const QUrlQuery query(QUrl::fromEncoded(request.target));
        const auto time = [&query](const char *name) { return parseRfc3339(query.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded)); };
        const bool isTooLong = request.path() == "/log_entries" && *time("until") - *time("since") > Day * 5;
        return isTooLong ? std::optional(PagerdutyServer::no(400, 2001, QStringLiteral("Invalid Input Provided"))) : std::nullopt;
    });
    int portions = 0;
    QCOMPARE(readAll(*m_b->open(), &portions).size(), std::size_t(20));
    QVERIFY(portions >= 6);
}

void TestPagerdutyTimeline::whatFailsIsAskedForAgain()
{
    fill(450, Minute);
    m_b->server.before([seen = 0](const ScriptedRequest &, PagerdutyAccount &) mutable -> std::optional<ScriptedReply> {
        ++seen;
        ScriptedReply busy = PagerdutyServer::no(429, 2020, QStringLiteral("Rate Limit Exceeded"));
        busy.headers = {{"ratelimit-reset", "1"}};
        return seen == 3 ? std::optional(busy) : std::nullopt;
    });
    const auto source = m_b->open();
    const auto failed = read(*source);
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::RateLimited);
    QVERIFY(failed.error().retryAfter);
    // Until then nothing is asked.
    const std::size_t asked = m_b->server.requests().size();
    QCOMPARE(read(*source).error().kind, ErrorKind::RateLimited);
    QCOMPARE(m_b->server.requests().size(), asked);
    QTest::qWait(1'100);
    QCOMPARE(readAll(*source).size(), std::size_t(450));
    m_b->server.before([](const ScriptedRequest &, PagerdutyAccount &) -> std::optional<ScriptedReply> {
        return PagerdutyServer::no(403, 2010, QStringLiteral("Access Denied"));
    });
    QCOMPARE(read(*source).error().kind, ErrorKind::Forbidden);
    m_b->server.before([](const ScriptedRequest &, PagerdutyAccount &) -> std::optional<ScriptedReply> {
        return ScriptedReply::json(R"({"log_entries":[],"more":true})");
    });
    QCOMPARE(read(*source).error().kind, ErrorKind::BadPayload);
}

void TestPagerdutyTimeline::longAgoIsSaid()
{
    const UtcTime now = m_b->server.with([](PagerdutyAccount &account) { return account.now(); });
    const auto source = m_b->open();
    const auto old = read(*source, {toRfc3339(now - Day * 200), now - Day * 200});
    QVERIFY2(old, qPrintable(errorOf(old)));
    QVERIFY(old->lack && old->lack->what.contains(QStringLiteral("was not read")));
    // A clock that was ahead, and a cursor that nobody can read.
    for (const QString &text : {toRfc3339(now + Day), QStringLiteral("x")}) {
        const auto page = read(*source, {text, now});
        QVERIFY2(page, qPrintable(errorOf(page)));
        QVERIFY(page->reaches.readTo <= now + Minute && !page->lack);
    }
}

void TestPagerdutyTimeline::whatWasChangedBefore()
{
    const UtcTime now = m_b->server.with([](PagerdutyAccount &account) {
        const UtcTime at = account.now();
        account.changeAt(QStringLiteral("Mail"), QStringLiteral("Long ago"), at - Day - Minute);
        account.changeAt(QStringLiteral("Mail"), QStringLiteral("Deployed mail 7"), at - 5 * Minute);
        account.changeAt(QStringLiteral("Checkout"), QStringLiteral("Deployed checkout 3"), at - 4 * Minute);
        return at;
    });
    const QString id = m_b->openIncident(QStringLiteral("A"));
    const QString other = m_b->openIncident(QStringLiteral("B"));
    const auto source = m_b->open();
    std::vector<SourceEvent> changes = readAll(*source);
    std::erase_if(changes, [](const SourceEvent &event) { return event.what.kind != Kind::Change; });
    QCOMPARE(changes.size(), std::size_t(2));
    QCOMPARE(changes[0].what.alert.id, id);
    QCOMPARE(changes[1].what.alert.id, other);
    QVERIFY(changes[0].id != changes[1].id);
    QCOMPARE(changes[0].what.detail, QStringLiteral("Deployed mail 7"));
    QCOMPARE(changes[0].what.who, QStringLiteral("acme-pipeline"));
    QCOMPARE(changes[0].what.at, now - 5 * Minute);
    QCOMPARE(m_b->server.count("GET /change_events"), 1);
}

void TestPagerdutyTimeline::changesThatCannotBeRead()
{
    int status = 403;
    m_b->server.before([&status](const ScriptedRequest &request, PagerdutyAccount &) {
        return request.path() == "/change_events" ? std::optional(PagerdutyServer::no(status, 2010, QStringLiteral("Access Denied"))) : std::nullopt;
    });
    m_b->openIncident(QStringLiteral("A"));
    const auto source = m_b->open();
    const auto page = read(*source);
    QVERIFY2(page && page->lack && !page->events.empty(), qPrintable(errorOf(page)));
    QVERIFY2(page->lack->what.contains(QStringLiteral("changed before incidents")), qPrintable(page->lack->what));
    // It is said once, and not asked again.
    const auto again = read(*source);
    QVERIFY(again && !again->lack && !again->events.empty());
    QCOMPARE(m_b->server.count("GET /change_events"), 1);
    // What passes is asked for again, and loses nothing.
    status = 429;
    const auto other = m_b->open();
    QVERIFY(!read(*other));
    m_b->server.before({});
    status = 500;
    const auto third = m_b->open();
    QVERIFY(read(*third));
}

void TestPagerdutyTimeline::onlyTheLastChanges()
{
    const auto changes = pagerduty::parseChanges(
        R"({"change_events":[{"id":"C1","timestamp":"2026-11-21T07:00:00Z","services":[{"id":"S1"}],"integration":{"summary":"CI"}},{"id":"x"}],"more":false})");
    QVERIFY(changes && changes->problem && changes->items.size() == 1);
    QCOMPARE(changes->items[0].source, QStringLiteral("CI"));
    QVERIFY(!pagerduty::parseChanges("{}") && !pagerduty::parseChanges(R"({"change_events":[]})"));
    std::vector<pagerduty::ChangeEvent> many;
    for (int i = 0; i < 30; ++i) {
        many.push_back({QStringLiteral("C%1").arg(i), {}, {}, {QStringLiteral("S1")}, UtcTime {i * 1000LL + 1}});
    }
    const auto events = pagerduty::changesBefore({{QStringLiteral("Q1"), QStringLiteral("S1"), UtcTime {20'001}}}, many, QStringLiteral("src"));
    QCOMPARE(events.size(), std::size_t(10));
    QCOMPARE(events.front().id, QStringLiteral("C20-Q1"));
}

QTEST_GUILESS_MAIN(TestPagerdutyTimeline)
#include "tst_pagerdutytimeline.moc"
