#pragma once

#include "app/sources/api/actface.h"
#include "app/sources/api/alertface.h"
#include "app/sources/api/source.h"
#include "app/store/store.h"
#include "tests/support/fakeclock.h"

#include <QMap>
#include <QTemporaryDir>

#include <deque>

namespace quarterdeck {

inline Error errorOf(ErrorKind kind, std::optional<Millis> retryAfter = {})
{
    return Error {kind, QStringLiteral("scripted ") + QString(errorKindName(kind)), {}, 0, retryAfter};
}

inline Outcome done(const QString &silence = {})
{
    return {Outcome::Is::Done, {}, silence};
}

inline Outcome unknown(std::optional<Millis> retryAfter = {})
{
    return {Outcome::Is::Unknown, Reason::said(QStringLiteral("no answer")), {}, {}, retryAfter};
}

inline Outcome notSent(Outcome::Hindrance hindrance = Outcome::Hindrance::Source, std::optional<Millis> retryAfter = {})
{
    return {Outcome::Is::NotSent, Reason::said(QStringLiteral("hindered")), {}, hindrance, retryAfter};
}

inline Alert alertOf(const QString &id, const QString &service = QStringLiteral("checkout"), UtcTime start = {1'700'000'000'000})
{
    Alert alert;
    alert.key = {QStringLiteral("am"), id};
    alert.labels = Labels {{QStringLiteral("alertname"), QStringLiteral("Alert") + id}, {QStringLiteral("service"), service}};
    alert.startsAt = start;
    deriveFields(alert);
    return alert;
}

inline AlertPage snapshotOf(std::vector<Alert> alerts, bool isComplete = true)
{
    AlertPage snapshot;
    snapshot.alerts = std::move(alerts);
    snapshot.covers = isComplete ? AlertPage::Coverage::All : AlertPage::Coverage::Part;
    snapshot.members = isComplete ? 1 : 2;
    snapshot.membersLive = 1;
    return snapshot;
}

/// A source of alerts whose answers are scripted. What is not scripted repeats the last script.
class FakePaging final : public Source, public AlertFace, public ActFace {
public:
    FakePaging()
    {
        m_info.id = QStringLiteral("am");
        m_info.kind = QStringLiteral("fake");
        m_info.faces = Faces(Face::Alerts) | Face::Acts;
        m_info.verbs = VerbSet(Verb::Acknowledge, Verb::Silence);
    }
    const SourceInfo &info() const override { return m_info; }
    Async<BackendHealth> probe(CancelToken) override { return ready<BackendHealth>(BackendHealth {}); }
    AlertFace *alerts() override { return this; }
    ActFace *acts() override { return this; }
    Async<AlertPage> read(CancelToken cancel) override
    {
        ++polls;
        lastCancel = cancel;
        if (isHanging) {
            return hanging.future();
        }
        if (snapshots.size() > 1) {
            const auto next = snapshots.front();
            snapshots.pop_front();
            return ready(next);
        }
        return ready(snapshots.front());
    }
    Async<Outcome> perform(AlertAction action, BeforeSend before, CancelToken) override
    {
        performed.push_back(action);
        if (!member.isEmpty() && before) {
            noted.push_back(before(member));
        }
        if (beforeAnswer) {
            beforeAnswer();
        }
        if (hangingPerforms > 0) {
            --hangingPerforms;
            return hung.future();
        }
        return ready(take(outcomes));
    }
    Async<Outcome> readBack(AlertAction action, QString target, CancelToken) override
    {
        readBacks.push_back(action);
        targets.push_back(target);
        return ready(take(found));
    }
    int mostReadBack() const override { return lookedTogether; }
    Async<std::vector<Outcome>> readBackAll(std::vector<AlertAction> actions, QString target, CancelToken) override
    {
        looks.push_back(actions);
        targets.push_back(target);
        std::vector<Outcome> all;
        for (std::size_t i = 0; i < actions.size(); ++i) {
            const Result<Outcome> one = take(found);
            if (!one) {
                return ready<std::vector<Outcome>>(tl::unexpected(one.error()));
            }
            all.push_back(*one);
        }
        return ready<std::vector<Outcome>>(all);
    }

    int mostTogether(const AlertAction &) const override { return together; }
    Async<std::vector<Outcome>> performAll(std::vector<AlertAction> actions, BeforeSend before, CancelToken) override
    {
        calls.push_back(actions);
        if (!member.isEmpty() && before) {
            noted.push_back(before(member));
        }
        if (beforeAnswer) {
            beforeAnswer();
        }
        if (hangingCalls > 0) {
            --hangingCalls;
            return hungCall.future();
        }
        if (callError) {
            return ready<std::vector<Outcome>>(tl::unexpected(*callError));
        }
        std::vector<Outcome> all;
        for (const AlertAction &action : actions) {
            all.push_back(rows.value(action.alert.id, done(QStringLiteral("silence-") + action.alert.id)));
        }
        return ready<std::vector<Outcome>>(all);
    }

    std::deque<Result<AlertPage>> snapshots {snapshotOf({})};
    std::deque<Result<Outcome>> outcomes {done(QStringLiteral("silence-1"))};
    std::deque<Result<Outcome>> found {notSent()};
    QString member; ///< Named before each send; empty: a source of one member, which does not.
    std::vector<Async<Done>> noted;
    QStringList targets; ///< That were asked to be read back.
    std::function<void()> beforeAnswer;
    std::vector<AlertAction> performed;
    std::vector<AlertAction> readBacks;
    CancelToken lastCancel;
    Reply<AlertPage> hanging;
    bool isHanging = false;
    int together = 1;       ///< How many it takes in one call.
    int lookedTogether = 1; ///< How many it looks for at once.
    std::vector<std::vector<AlertAction>> looks;
    std::vector<std::vector<AlertAction>> calls;
    QMap<QString, Outcome> rows; ///< Of calls, by alert; done where there is none.
    std::optional<Error> callError;
    Reply<std::vector<Outcome>> hungCall;
    int hangingCalls = 0; ///< So many are answered by `hungCall`.
    Reply<Outcome> hung;
    int hangingPerforms = 0; ///< So many are answered by `hung`, when a test finishes it.
    int polls = 0;

private:
    static Result<Outcome> take(std::deque<Result<Outcome>> &script)
    {
        const Result<Outcome> next = script.front();
        if (script.size() > 1) {
            script.pop_front();
        }
        return next;
    }
    SourceInfo m_info;
};

/// A store in a folder of its own, with a clock that the test moves.
struct StoreBench {
    QTemporaryDir folder;
    FakeClock clock {UtcTime {1'700'000'100'000}};
    std::unique_ptr<Store> store = open();

    std::unique_ptr<Store> open()
    {
        auto opened = Store::open({folder.filePath(QStringLiteral("data")), folder.filePath(QStringLiteral("cache"))}, clock);
        return opened ? std::move(*opened) : nullptr;
    }
    /// As after a kill: whatever is not durable is gone.
    void reopen()
    {
        store.reset();
        store = open();
    }
    template <class T> static T value(const Async<T> &future)
    {
        QFuture<Result<T>> waiting = future;
        waiting.waitForFinished();
        return waiting.result().value();
    }
    std::vector<Alert> open(const QString &source)
    {
        std::vector<Alert> open = value(store->alerts());
        std::erase_if(open, [&source](const Alert &alert) { return alert.key.source != source || !alert.isOpen(); });
        return open;
    }
    OutboxEntry entry(const QUuid &id)
    {
        for (const OutboxEntry &entry : value(store->entries())) {
            if (entry.action.id == id) {
                return entry;
            }
        }
        return {};
    }
    QUuid enqueue(const QString &alert = QStringLiteral("a"), Millis validFor = Millis(600'000), Verb verb = Verb::Acknowledge)
    {
        AlertAction action;
        action.id = QUuid::createUuid();
        action.verb = verb;
        action.source = QStringLiteral("am");
        action.alert = {action.source, alert};
        action.alertTitle = alert;
        action.duration = Millis(3'600'000);
        action.createdAt = clock.now();
        value(store->enqueue({action}, validFor));
        return action.id;
    }
};

} // namespace quarterdeck
