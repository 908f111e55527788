#include "app/sources/alertmanager/twinwatch.h"

#include <QTest>

using namespace quarterdeck;
using namespace quarterdeck::alertmanager;

namespace {

constexpr UtcTime FirstStart {1'000};
constexpr UtcTime SecondStart {2'000};
constexpr Millis Turn {15'000};

Alert alertOf(const QString &id, UtcTime startsAt = {500})
{
    Alert alert;
    alert.key = {QStringLiteral("am"), id};
    alert.startsAt = startsAt;
    return alert;
}

/// Polls in turn, as a load balancer spreads them.
struct Bench {
    TwinWatch watch;
    Millis now {0};

    QStringList poll(UtcTime server, const QStringList &listed)
    {
        now += Turn;
        std::vector<Alert> alerts;
        for (const QString &id : listed) {
            alerts.push_back(alertOf(id));
        }
        watch.heard(server, now);
        watch.complete(alerts, now);
        QStringList known;
        for (const Alert &alert : alerts) {
            known.append(alert.key.id);
        }
        known.sort();
        return known;
    }
};

} // namespace

class TestTwinWatch : public QObject {
    Q_OBJECT

private slots:
    void oneServerIsTakenAtItsWord()
    {
        Bench b;
        QCOMPARE(b.poll(FirstStart, {"a"}), QStringList {"a"});
        QCOMPARE(b.poll(FirstStart, {}), QStringList {});
        QVERIFY(!b.watch.areTwo(b.now));
    }
    void aRestartIsNoSecondServer()
    {
        Bench b;
        b.poll(FirstStart, {"a"});
        QCOMPARE(b.poll(SecondStart, {}), QStringList {});
        QCOMPARE(b.poll(SecondStart, {"b"}), QStringList {"b"});
        QVERIFY(!b.watch.areTwo(b.now));
        QCOMPARE(b.poll({3'000}, {}), QStringList {});
        QVERIFY(!b.watch.areTwo(b.now));
    }
    void twoThatDisagreeDoNotFlip()
    {
        Bench b;
        b.poll(FirstStart, {"a", "both"});
        b.poll(SecondStart, {"both"});
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(b.poll(FirstStart, {"a", "both"}), (QStringList {"a", "both"}));
            QCOMPARE(b.poll(SecondStart, {"both"}), (QStringList {"a", "both"}));
        }
        QVERIFY(b.watch.areTwo(b.now));
        QVERIFY(b.watch.disagree(b.now));
    }
    void twoThatAgreeAreNotComplainedOf()
    {
        Bench b;
        for (int i = 0; i < 10; ++i) {
            b.poll(FirstStart, {"a"});
            b.poll(SecondStart, {"a"});
        }
        b.poll(FirstStart, {});
        b.poll(SecondStart, {});
        QVERIFY(b.watch.areTwo(b.now));
        QVERIFY(!b.watch.disagree(b.now));
    }
    void whatNeitherListsIsGoneInTheEnd()
    {
        Bench b;
        b.poll(FirstStart, {"a"});
        b.poll(SecondStart, {});
        b.poll(FirstStart, {"a"});
        QStringList known {"a"};
        for (int i = 0; i < TwinWatch::Memory / Turn; ++i) {
            known = b.poll(i % 2 == 0 ? SecondStart : FirstStart, {});
        }
        QCOMPARE(known, QStringList {});
        QVERIFY(!b.watch.disagree(b.now));
    }
    void oneThatRanAlreadyWhenAnotherAnsweredIsASecond()
    {
        const UtcTime today {1'790'000'000'000};
        const auto areTwo = [today](UtcTime second, Millis skew = {}) {
            TwinWatch watch;
            watch.heard(today - Millis(3'600'000), Turn, today);
            watch.heard(second, Turn * 2, today + Turn, skew);
            return watch.areTwo(Turn * 2);
        };
        QVERIFY(areTwo(today - Millis(86'400'000)));
        QVERIFY(areTwo(today - Millis(61'000)));
        // It may have been started anew since.
        QVERIFY(!areTwo(today + Millis(3'000)));
        QVERIFY(!areTwo(today - Millis(30'000)));
        // By the clock of the server, which may be far off.
        QVERIFY(areTwo(today + Millis(3'000), Millis(86'400'000)));
        QVERIFY(!areTwo(today - Millis(3'600'000), Millis(-3'603'000)));
    }
    void anotherRunKnowsWhatThisOneHasLearnt()
    {
        const UtcTime today {1'790'000'000'000};
        const UtcTime older = today - Millis(86'400'000);
        const UtcTime old = today - Millis(3'600'000);
        TwinWatch first;
        QCOMPARE(first.memory(Turn, today), QString());
        first.heard(old, Turn, today);
        const QString memory = first.memory(Turn, today);
        // It stays as it is while one server answers.
        first.heard(old, Turn * 2, today + Turn);
        QCOMPARE(first.memory(Turn * 2, today + Turn), memory);
        // A run that begins with the other one.
        TwinWatch second;
        second.remember(memory, today, Turn, today + Turn);
        QVERIFY(!second.areTwo(Turn));
        second.heard(older, Turn, today + Turn);
        QVERIFY(second.areTwo(Turn) && second.isBlind(Turn));
        second.heard(old, Turn * 2, today + Turn * 2);
        QVERIFY(second.areTwo(Turn * 2) && !second.isBlind(Turn * 2));
        // One after that knows it before it has asked, for a while.
        for (const Millis later : {Millis(0), Millis(240'000), Millis(3'600'000)}) {
            TwinWatch third;
            third.remember(second.memory(Turn * 2, today), today, Turn, today + later);
            QCOMPARE(third.isBlind(Turn), later < TwinWatch::Memory);
        }
        // What cannot be read is nothing.
        TwinWatch fourth;
        fourth.remember(QStringLiteral("x,y/z"), today, Turn, today);
        QVERIFY(!fourth.areTwo(Turn));
    }
    void oneThatFiredAnewIsNoDisagreement()
    {
        Bench b;
        b.poll(FirstStart, {"a"});
        b.poll(SecondStart, {"a"});
        b.poll(FirstStart, {"a"});
        b.poll(SecondStart, {});
        b.now += Turn;
        std::vector<Alert> again {alertOf(QStringLiteral("a"), {9'000})};
        b.watch.heard(FirstStart, b.now);
        b.watch.complete(again, b.now);
        QVERIFY(!b.watch.disagree(b.now));
        QCOMPARE(again.front().startsAt, (UtcTime {9'000}));
    }
};

QTEST_GUILESS_MAIN(TestTwinWatch)
#include "tst_twinwatch.moc"
