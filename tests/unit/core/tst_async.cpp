#include "app/core/async.h"
#include "app/core/backoff.h"
#include "app/core/error.h"
#include "app/core/secret.h"

#include <QTest>
#include <QThread>
#include <QThreadPool>

#include <memory>

using namespace quarterdeck;

class TestAsync : public QObject {
    Q_OBJECT

private slots:
    void runsOnTheThreadOfTheGuard()
    {
        Reply<int> reply;
        QThread *seen = nullptr;
        int value = 0;
        then(reply.future(), this, [&](const Result<int> &result) {
            seen = QThread::currentThread();
            value = result.value_or(-1);
        });
        QThreadPool::globalInstance()->start([reply] { reply.finish(7); });
        QTRY_COMPARE(value, 7);
        QCOMPARE(seen, QThread::currentThread());
    }

    void neverRunsWithoutItsGuard()
    {
        Reply<int> reply;
        bool isCalled = false;
        auto guard = std::make_unique<QObject>();
        then(reply.future(), guard.get(), [&](const Result<int> &) { isCalled = true; });
        guard.reset();
        reply.finish(1);
        QTest::qWait(20);
        QVERIFY(!isCalled);
    }

    void neverRunsWhenTheGuardGoesAfterTheAnswer()
    {
        Reply<int> reply;
        bool isCalled = false;
        auto guard = std::make_unique<QObject>();
        then(reply.future(), guard.get(), [&](const Result<int> &) { isCalled = true; });
        reply.finish(1);
        guard.reset();
        QTest::qWait(20);
        QVERIFY(!isCalled);
    }

    void theFirstFinishWins()
    {
        Reply<int> reply;
        reply.finish(1);
        reply.finish(fail(ErrorKind::Timeout, QStringLiteral("late")));
        QCOMPARE(reply.future().result().value(), 1);
    }

    void aReadyFutureIsContinuedLater()
    {
        int value = 0;
        then(ready<int>(5), this, [&](const Result<int> &result) { value = *result; });
        QCOMPARE(value, 0);
        QTRY_COMPARE(value, 5);
    }

    void anAbandonedPromiseIsCancelled()
    {
        std::optional<ErrorKind> kind;
        {
            QPromise<Result<int>> promise;
            promise.start();
            then(promise.future(), this, [&](const Result<int> &result) { kind = result.error().kind; });
        }
        QTRY_COMPARE(kind, std::optional(ErrorKind::Cancelled));
    }

    void backoffGrowsToItsCap()
    {
        Backoff full(Millis(1000), Millis(60'000), [] { return 0.999999; });
        qint64 last = 0;
        for (int i = 0; i < 40; ++i) {
            const qint64 wait = full.next().count();
            QVERIFY(wait >= last && wait <= 60'000);
            last = wait;
        }
        QVERIFY(last > 59'000);
        full.reset();
        QVERIFY(full.next() <= Millis(1000));
        Backoff least(Millis(1000), Millis(60'000), [] { return 0.0; });
        QCOMPARE(least.next(), Millis(500));
        QCOMPARE(least.next(Millis(7000)), Millis(7000));
        QCOMPARE(least.next(Millis(86'400'000)), Millis(600'000));
    }

    void errorNamesRoundTrip()
    {
        for (int i = 0; i <= int(ErrorKind::Internal); ++i) {
            QCOMPARE(errorKindFromName(QString(errorKindName(ErrorKind(i)))), ErrorKind(i));
        }
        QCOMPARE(errorKindFromName(u"something else"), ErrorKind::Internal);
        QVERIFY(isTransient(ErrorKind::Timeout));
        QVERIFY(!isTransient(ErrorKind::Unauthorized));
        QVERIFY(!isTransient(ErrorKind::Rejected));
    }

    void secretsReveal()
    {
        const Secret secret(QByteArray("abc"));
        QCOMPARE(secret.reveal(), QByteArray("abc"));
        const Secret copy = secret;
        QVERIFY(!copy.isEmpty());
        QVERIFY(Secret().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAsync)
#include "tst_async.moc"
