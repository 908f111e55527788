#include "app/store/adoption.h"
#include "app/store/sqlite/connection.h"
#include "tests/unit/store/storetest.h"

using namespace quarterdeck;

namespace {

const QString Pd = QStringLiteral("pd");
constexpr Millis Day {86'400'000};

OnCallPage somePage(UtcTime from, int days, UtcTime asOf, const QString &person = QStringLiteral("Ana \u202e"))
{
    OnCallPage page;
    page.source = Pd;
    page.asOf = asOf;
    page.covers = {from, from + Day * days};
    page.policies = {{QStringLiteral("P"), QStringLiteral("Payments"), 2, {QStringLiteral("Checkout"), QStringLiteral("Web")}}};
    Shift shift;
    shift.policy = QStringLiteral("P");
    shift.level = 2;
    shift.schedule = QStringLiteral("Days");
    shift.person = {QStringLiteral("U1"), person, QStringLiteral("a@b.example"), QStringLiteral("Europe/Berlin")};
    shift.from = from;
    page.shifts = {shift};
    page.lacks = {{OnCallLack::Part::Range, Error {ErrorKind::TooLarge, QStringLiteral("too much"), QStringLiteral("/oncalls"), 0, std::nullopt}},
        {OnCallLack::Part::Policies, Error {ErrorKind::Forbidden, QStringLiteral("no right"), {}, 0, std::nullopt}}};
    return page;
}

} // namespace

/// What is kept of who is on call.
class TestStoreOnCall : public QObject {
    Q_OBJECT

private slots:
    void comesBackAsItWas()
    {
        StoreFolder folder;
        auto store = folder.open();
        const OnCallPage page = somePage(TestStart, 14, TestStart);
        QVERIFY(await(store->putOnCall(page)));
        store.reset();
        store = folder.open();
        const auto found = await(store->cachedOnCall(Pd, {TestStart + Day, TestStart + Day * 2}));
        QVERIFY(found);
        QCOMPARE(found->value, page);
        QCOMPARE(found->asOf, TestStart);
        QVERIFY(!found->isLive);
        QCOMPARE(found->warnings, (QStringList {"too much", "no right"}));
    }
    void nothingOfOthersOrOtherTimes()
    {
        StoreFolder folder;
        const auto store = folder.open();
        QVERIFY(!await(store->cachedOnCall(Pd, {TestStart, TestStart + Day})));
        QVERIFY(await(store->putOnCall(somePage(TestStart, 14, TestStart))));
        for (const auto &[source, from] : {std::pair(QStringLiteral("other"), TestStart), std::pair(Pd, TestStart + Day * 14)}) {
            const auto found = await(store->cachedOnCall(source, {from, from + Day}));
            QVERIFY(!found && found.error().kind == ErrorKind::NotFound);
        }
    }
    void theNewestOfNow()
    {
        StoreFolder folder;
        const auto store = folder.open();
        const auto put = [&](UtcTime from, int days, UtcTime asOf, const char *who) {
            QVERIFY(await(store->putOnCall(somePage(from, days, asOf, QString::fromLatin1(who)))));
        };
        const auto who = [&](UtcTime from) {
            const auto found = await(store->cachedOnCall(Pd, {from, from + Day * 7}));
            return found ? found->value.shifts.front().person.name : QString();
        };
        put(TestStart, 14, TestStart, "first");
        put(TestStart + Day, 7, TestStart + Day, "second");
        QCOMPARE(who(TestStart + Day * 2), QStringLiteral("second"));
        // A newer one that tells of a later time only says nothing of now.
        put(TestStart + Day * 4, 10, TestStart + Day * 2, "later");
        QCOMPARE(who(TestStart + Day * 2), QStringLiteral("second"));
        QCOMPARE(who(TestStart), QStringLiteral("first"));
        QCOMPARE(who(TestStart + Day * 5), QStringLiteral("later"));
        // One that covers others takes their place, whatever they said.
        put(TestStart - Day, 30, TestStart + Day * 3, "all");
        for (const int day : {0, 2, 5}) {
            QCOMPARE(who(TestStart + Day * day), QStringLiteral("all"));
        }
    }
    void aDamagedRowIsNoAnswer()
    {
        StoreFolder folder;
        auto store = folder.open();
        QVERIFY(await(store->putOnCall(somePage(TestStart, 14, TestStart))));
        store.reset();
        for (const char *sql : {"UPDATE on_calls SET body=substr(body,1,length(body)-3)", "UPDATE on_calls SET body=x'0901'",
                 "UPDATE on_calls SET body=x'02ffffffffffffffff7f'", "UPDATE on_calls SET body=x''"}) {
            auto cache = sqlite::Connection::open(folder.cacheFile(), sqlite::Connection::Access::ReadWrite, sqlite::Connection::Sync::Normal);
            QVERIFY(cache);
            (*cache)->execute(sql);
            QVERIFY(!(*cache)->takeFailure());
            cache->reset();
            store = folder.open();
            QVERIFY2(!await(store->cachedOnCall(Pd, {TestStart, TestStart + Day})), sql);
            store.reset();
        }
    }
    void anotherServerIsNotTakenForIt()
    {
        StoreFolder folder;
        const auto endpoint = [](const char *url) {
            Endpoint made;
            made.id = Pd;
            made.kind = QStringLiteral("pagerduty");
            made.urls = {QUrl(QString::fromLatin1(url))};
            return made;
        };
        auto store = folder.open();
        store->adopt({addressOf(endpoint("https://old.example"))}, {Pd});
        QVERIFY(await(store->putOnCall(somePage(TestStart, 14, TestStart))));
        store.reset();
        store = folder.open(Store::Mode::ReadOnly);
        store->adopt({addressOf(endpoint("https://new.example"))}, {Pd});
        QVERIFY(!await(store->cachedOnCall(Pd, {TestStart, TestStart + Day})));
        QVERIFY(!await(store->putOnCall(somePage(TestStart, 14, TestStart))));
        store.reset();
        for (const char *url : {"https://new.example", "https://old.example"}) {
            store = folder.open();
            store->adopt({addressOf(endpoint(url))}, {Pd});
            QVERIFY2(!await(store->cachedOnCall(Pd, {TestStart, TestStart + Day})), url);
            store.reset();
        }
    }
};

QTEST_GUILESS_MAIN(TestStoreOnCall)
#include "tst_storeoncall.moc"
