#pragma once

#include "app/store/store.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace quarterdeck {

/// The moment at which the store tests begin.
constexpr UtcTime TestStart {1'795'255'200'000};

/// Waits for a future without an event loop.
template <class T> Result<T> await(Async<T> future)
{
    future.waitForFinished();
    return future.resultCount() > 0 ? future.result() : Result<T>(fail(ErrorKind::Internal, QStringLiteral("abandoned")));
}

/// A folder for both databases, and stores in it.
struct StoreFolder {
    QTemporaryDir dir;
    FakeClock clock {TestStart};

    StorePaths paths() const { return {dir.filePath(QStringLiteral("data")), dir.filePath(QStringLiteral("cache"))}; }
    QString stateFile() const { return dir.filePath(QStringLiteral("data/state.db")); }
    QString cacheFile() const { return dir.filePath(QStringLiteral("cache/cache.db")); }
    std::unique_ptr<Store> open(Store::Mode mode = Store::Mode::ReadWrite) const
    {
        auto store = Store::open(paths(), clock, mode);
        if (!store) {
            qWarning("%s", qPrintable(store.error().what + QLatin1Char(' ') + store.error().where));
            return nullptr;
        }
        return std::move(*store);
    }
};

/// The open alerts of a source as they are stored.
inline std::vector<Alert> openOf(Store &store, const QString &source)
{
    std::vector<Alert> open = await(store.alerts()).value();
    std::erase_if(open, [&source](const Alert &alert) { return alert.key.source != source || !alert.isOpen(); });
    return open;
}

inline Alert someAlert(const QString &id, UtcTime startsAt = TestStart - Millis(60'000))
{
    Alert alert;
    alert.key = {QStringLiteral("eu-am"), id};
    alert.labels = {{QStringLiteral("alertname"), QStringLiteral("HighLatency")}, {QStringLiteral("service"), QStringLiteral("checkout")},
        {QStringLiteral("severity"), QStringLiteral("critical")}, {QStringLiteral("team"), QStringLiteral("payments")},
        {QStringLiteral("instance"), id}};
    alert.annotations = {{QStringLiteral("summary"), QStringLiteral("p99 of %1 is high <b>ü\u202e</b>").arg(id)}};
    deriveFields(alert);
    alert.service = QStringLiteral("checkout");
    alert.rawState = QStringLiteral("active");
    alert.startsAt = startsAt;
    alert.updatedAt = startsAt;
    alert.endsAt = startsAt + Millis(240'000);
    alert.lastSeenAt = TestStart;
    alert.generatorUrl = QStringLiteral("http://prometheus/graph?g0.expr=up");
    return alert;
}

inline Batch someBatch(std::vector<Alert> upserts, UtcTime at = TestStart)
{
    Batch batch;
    batch.source = QStringLiteral("eu-am");
    batch.observedAt = at;
    batch.upserts = std::move(upserts);
    return batch;
}

inline AlertAction someAction(const AlertKey &alert, Verb verb = Verb::Acknowledge)
{
    AlertAction action;
    action.id = QUuid::createUuid();
    action.verb = verb;
    action.source = QStringLiteral("eu-am");
    action.alert = alert;
    action.alertTitle = QStringLiteral("HighLatency");
    action.expectedStart = TestStart - Millis(60'000);
    action.matchers = {
        {QStringLiteral("alertname"), QStringLiteral("High.*"), true, true}, {QStringLiteral("env"), QStringLiteral("dev"), false, false}};
    action.silenceId = QStringLiteral("s-1");
    action.duration = Millis(3'600'000);
    action.author = QStringLiteral("ana");
    action.comment = QStringLiteral("looking, \"quoted\" 'and' \u00fc");
    action.createdAt = TestStart;
    return action;
}

} // namespace quarterdeck
