#pragma once

#include "app/sync/courier.h"
#include "tests/unit/sync/fakesources.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTest>

namespace quarterdeck {

inline const QString Am = QStringLiteral("am");

/// A courier with one scripted source, a store and a clock that the test moves.
struct CourierBench : StoreBench {
    FakePaging source;
    DeliveryRules rules;
    std::unique_ptr<Courier> courier;

    CourierBench()
    {
        rules.random = [] { return 0.5; };
        restart();
    }
    void restart()
    {
        courier = std::make_unique<Courier>(*store, clock, rules);
        courier->addSource(Am, &source);
    }
    /// The source has answered, and what waits for it may go.
    void answer(const SourceId &id = Am)
    {
        courier->setReachable(id, true);
        courier->pump(id);
    }
    /// Runs rounds until nothing moves without time passing.
    void run()
    {
        answer();
        settle();
    }
    void settle()
    {
        const QDeadlineTimer deadline(5000);
        while (courier->isBusy() && !deadline.hasExpired()) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1000);
        }
        QVERIFY(!courier->isBusy());
    }
    void pass(Millis span)
    {
        clock.advance(span);
        courier->tick(true);
        settle();
    }
    OutboxState state(const QUuid &id) { return entry(id).state; }
    /// What the source holds of an action.
    Silence silence(const QUuid &action, const QString &id)
    {
        const OutboxEntry made = entry(action);
        Silence silence;
        silence.source = Am;
        silence.id = id;
        silence.createdBy = made.action.author;
        silence.comment = acknowledgementComment(action, {});
        silence.startsAt = clock.now();
        silence.endsAt = clock.now() + made.action.duration;
        return silence;
    }
};

} // namespace quarterdeck
