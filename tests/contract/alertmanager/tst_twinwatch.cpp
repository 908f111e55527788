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
