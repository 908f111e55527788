#include "app/sync/snapshotdiff.h"
#include "tests/unit/sync/fakesources.h"

#include <QTest>

using namespace quarterdeck;

namespace {

const QString Am = QStringLiteral("am");
constexpr UtcTime Before {1'000'000};
constexpr UtcTime Restart {2'000'000};
constexpr UtcTime After {3'000'000};

AlertPage afterRestart(std::vector<Alert> alerts)
{
    AlertPage snapshot = snapshotOf(std::move(alerts));
    snapshot.heardSince = Restart;
    return snapshot;
}

} // namespace

/// What a server that was restarted does not list: forgotten, or over?
class TestForgottenAlerts : public QObject {
    Q_OBJECT

private slots:
    void onlyWhatItHasHeardOfSinceCanEnd()
    {
        KnownAlerts known;
        const Alert a = alertOf(QStringLiteral("a"));
        const Alert b = alertOf(QStringLiteral("b"));
        known.accept(known.compare(snapshotOf({a, b}), Am, Before));
        // It lists one again: that is a change worth keeping, though nothing of the alert is different.
        const Batch again = known.compare(afterRestart({a}), Am, After);
        QCOMPARE(again.upserts.size(), std::size_t(1));
        QCOMPARE(again.upserts.front().key.id, QStringLiteral("a"));
        QCOMPARE(again.upserts.front().lastSeenAt, After);
        QVERIFY(again.gone.empty());
        QVERIFY(known.isKeeping(afterRestart({a}), again));
        QVERIFY(known.arrivedIn(again).empty());
        known.accept(again);
        QVERIFY(known.compare(afterRestart({a}), Am, After + Millis(1)).upserts.empty());
        // Now that one is over, and the other is still only forgotten.
        const Batch over = known.compare(afterRestart({}), Am, After + Millis(2));
        QCOMPARE(over.gone.size(), std::size_t(1));
        QCOMPARE(over.gone.front().id, QStringLiteral("a"));
        QVERIFY(known.isKeeping(afterRestart({}), over));
        known.accept(over);
        // Once it has run for long enough the other is over too.
        const Batch settled = known.compare(snapshotOf({}), Am, After + Millis(3));
        QCOMPARE(settled.gone.size(), std::size_t(1));
        QVERIFY(!known.isKeeping(snapshotOf({}), settled));
    }
    void nothingForgottenIsNothingKept()
    {
        KnownAlerts known;
        const AlertPage empty = afterRestart({});
        QVERIFY(!known.isKeeping(empty, known.compare(empty, Am, After)));
        const AlertPage fresh = afterRestart({alertOf(QStringLiteral("new"))});
        const Batch first = known.compare(fresh, Am, After);
        QVERIFY(!known.isKeeping(fresh, first));
        known.accept(first);
        const Batch second = known.compare(empty, Am, After + Millis(1));
        QCOMPARE(second.gone.size(), std::size_t(1));
        QVERIFY(!known.isKeeping(empty, second));
    }
    void anIncompleteAnswerEndsNothingEither()
    {
        KnownAlerts known;
        known.accept(known.compare(snapshotOf({alertOf(QStringLiteral("a"))}), Am, After));
        AlertPage partial = snapshotOf({}, false);
        partial.heardSince = Restart;
        QVERIFY(known.compare(partial, Am, After + Millis(1)).gone.empty());
    }
};

QTEST_GUILESS_MAIN(TestForgottenAlerts)
#include "tst_forgottenalerts.moc"
