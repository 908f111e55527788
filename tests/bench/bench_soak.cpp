// What stays in memory of each change: a poller, the store and the inbox's models under alerts that fire, change and end again and again.
#include "app/sync/poller.h"
#include "models/alertmodel.h"
#include "tests/bench/report.h"
#include "tests/unit/sync/fakesources.h"

#include <QCoreApplication>
#include <QSignalSpy>

#include <malloc.h>

using namespace quarterdeck;

namespace {

constexpr int AlertCount = 2'000;
constexpr int ChangesARound = 400;
// By then the databases keep as many pages as they ever will.
constexpr int WarmUp = 500;
constexpr int Rounds = 1'000;
constexpr Millis RoundTime {2'000};

std::vector<Alert> alertsOf(int round)
{
    std::vector<Alert> alerts;
    for (int i = 0; i < AlertCount; ++i) {
        // Each round another fifth changes: some end, some fire anew, some are described anew.
        const int generation = (round + i) / (AlertCount / ChangesARound);
        if (i % 10 == 0 && generation % 2 == 0) {
            continue;
        }
        Alert alert = alertOf(QString::number(i, 16).rightJustified(16, u'0'), QStringLiteral("svc-%1").arg(i % 50));
        alert.annotations = Labels {{QStringLiteral("summary"), QStringLiteral("value %1 of %2").arg(generation).arg(i)}};
        alert.startsAt = {alert.startsAt.ms + (i % 10 == 0 ? generation * 1000 : 0)};
        deriveFields(alert);
        alert.service = QStringLiteral("svc-%1").arg(i % 50);
        alerts.push_back(alert);
    }
    return alerts;
}

qint64 inUse()
{
    const struct mallinfo2 info = mallinfo2();
    return qint64(info.uordblks + info.hblkhd);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    StoreBench bench;
    FakePaging source;
    StatusBoard board;
    ServiceRules rules;
    SourceStatus status;
    status.id = QStringLiteral("am");
    board.add(status);
    PollTimes times;
    times.every = Millis(15'000);
    times.staleAfter = Millis(45'000);
    times.random = [] { return 0.5; };
    Poller poller(QStringLiteral("am"), source, *bench.store, rules, bench.clock, board, times);
    AlertModel model;
    QObject::connect(bench.store.get(), &Reader::changed, &model, [&model](const ChangeSet &changes) { model.applyDelta(changes); });
    qint64 before = 0;
    for (int round = 0; round < WarmUp + Rounds; ++round) {
        if (round == WarmUp) {
            before = inUse();
        }
        source.snapshots = {snapshotOf(alertsOf(round))};
        bench.clock.advance(RoundTime);
        QSignalSpy turned(&poller, &Poller::turned);
        poller.askNow();
        turned.wait(10'000);
        QCoreApplication::processEvents();
    }
    const double slope = double(inUse() - before) / (double(Rounds) * ChangesARound);
    bench::absolute("memory that stays of each change (no window)", slope, 2.0, "B");
    return slope <= 2.0 ? 0 : 1;
}
