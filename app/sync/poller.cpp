#include "app/sync/poller.h"

#include "app/core/log.h"
#include "app/store/store.h"

namespace quarterdeck {

Poller::Poller(
    PagingSource &source, Store &store, const ServiceRules &rules, const Clock &clock, StatusBoard &board, PollTimes times, QObject *parent)
    : Rhythm(source.info().id, clock, board, std::move(times), parent)
    , m_paging(source)
    , m_store(store)
    , m_rules(rules)
{
}

void Poller::ask(CancelToken cancel)
{
    if (m_isLoaded) {
        poll(cancel);
        return;
    }
    then(m_store.openAlerts(source()), this, [this, cancel](const Result<std::vector<Alert>> &open) {
        if (!open) {
            refuse(open.error());
            return;
        }
        m_known = KnownAlerts(*open);
        m_isLoaded = true;
        poll(cancel);
    });
}

void Poller::poll(const CancelToken &cancel)
{
    then(m_paging.alerts(cancel), this, [this](const Result<AlertSnapshot> &snapshot) {
        if (snapshot) {
            take(*snapshot);
        } else if (snapshot.error().kind == ErrorKind::Cancelled) {
            refuse(Error {ErrorKind::Timeout, QStringLiteral("%1 has not answered in time").arg(source()), {}, 0, std::nullopt});
        } else {
            refuse(snapshot.error());
        }
    });
}

void Poller::take(AlertSnapshot snapshot)
{
    for (Alert &alert : snapshot.alerts) {
        m_rules.assign(alert);
    }
    Batch batch = m_known.compare(snapshot, source(), clock().now());
    const Answer answer {snapshot.isComplete, snapshot.membersLive, snapshot.members, snapshot.memberError};
    const SourceStatus status = statusIfAnswered(answer);
    batch.status = status;
    then(m_store.apply(batch), this, [this, batch, status, alerts = std::move(snapshot.alerts)](const Result<ChangeSet> &stored) {
        if (!stored) {
            qCWarning(logSync) << "What" << source() << "said could not be stored:" << stored.error().what;
            finish(statusIfFailed(stored.error()), false);
            return;
        }
        const std::vector<Alert> fresh = m_known.arrivedIn(batch);
        m_known.accept(batch);
        finish(status, true);
        if (!fresh.empty()) {
            emit arrived(fresh);
        }
        emit observed(m_hasPolled ? batch.upserts : alerts);
        m_hasPolled = true;
    });
}

void Poller::refuse(const Error &error)
{
    Batch batch;
    batch.source = source();
    batch.observedAt = clock().now();
    const SourceStatus status = statusIfFailed(error);
    batch.status = status;
    const std::optional<Millis> retryAfter = error.retryAfter;
    then(m_store.apply(batch), this, [this, status, retryAfter](const Result<ChangeSet> &) { finish(status, false, retryAfter); });
}

} // namespace quarterdeck
