#include "app/sync/deliverylane.h"

#include "app/core/log.h"
#include "app/store/store.h"

namespace quarterdeck {

DeliveryLane::DeliveryLane(SourceId source, PagingSource *paging, Store &store, const Clock &clock, DeliveryRules rules, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_paging(paging)
    , m_store(store)
    , m_clock(clock)
    , m_rules(std::move(rules))
    , m_backoff(m_rules.backoffFloor, m_rules.backoffCap, m_rules.random)
{
}

DeliveryLane::~DeliveryLane()
{
    m_stop.request_stop();
}

void DeliveryLane::pump()
{
    if (m_isBusy) {
        m_isPumpedAgain = true;
        return;
    }
    m_isBusy = true;
    m_isPumpedAgain = false;
    then(m_store.undelivered(), this, [this](const Result<std::vector<OutboxEntry>> &entries) {
        if (!entries) {
            rest(m_backoff.next());
            stop();
            return;
        }
        choose(*entries);
    });
}

void DeliveryLane::resume()
{
    m_restsUntil.reset();
    pump();
}

void DeliveryLane::tick()
{
    if (m_restsUntil && m_clock.monotonic() >= *m_restsUntil) {
        resume();
    }
}

void DeliveryLane::choose(const std::vector<OutboxEntry> &entries)
{
    const OutboxEntry *first = nullptr;
    for (const OutboxEntry &entry : entries) {
        if (entry.action.source != m_source) {
            continue;
        }
        if (entry.state == OutboxState::Queued && endLocally(entry)) {
            return;
        }
        if (first == nullptr) {
            first = &entry;
        }
    }
    m_hasWaiting = first != nullptr;
    if (first == nullptr || m_paging == nullptr || !m_isReachable || m_restsUntil) {
        stop();
    } else if (first->state == OutboxState::Queued) {
        send(*first);
    } else {
        readBack(*first);
    }
}

bool DeliveryLane::endLocally(const OutboxEntry &entry)
{
    if (m_rules.isReadOnly) {
        settle(entry, OutboxState::Rejected, QStringLiteral("This context is read-only: nothing is sent from it."));
        return true;
    }
    if (entry.notAfter.isValid() && m_clock.now() > entry.notAfter) {
        settle(entry, OutboxState::Expired,
            QStringLiteral("It could not be sent before %1 and has not been sent since.").arg(toRfc3339(entry.notAfter)));
        return true;
    }
    return false;
}

void DeliveryLane::send(const OutboxEntry &entry)
{
    then(m_store.settle(entry.action.id, OutboxState::Sending, {}, {}), this, [this, entry](const Result<Done> &stored) {
        if (!stored) {
            // Withdrawn in this very moment, or the disk is full: either way nothing has been sent.
            rest(stored.error().kind == ErrorKind::Conflict ? Millis(0) : m_backoff.next());
            stop();
            return;
        }
        then(m_paging->perform(entry.action, m_stop.get_token()), this, [this, entry](const Result<Receipt> &receipt) { conclude(entry, receipt); });
    });
}

void DeliveryLane::conclude(const OutboxEntry &entry, const Result<Receipt> &receipt)
{
    if (!receipt) {
        concludeFailure(entry, receipt.error());
        return;
    }
    m_backoff.reset();
    switch (receipt->outcome) {
    case Receipt::Outcome::Confirmed:
        settle(entry, OutboxState::Confirmed, receipt->detail, receipt->silence);
        break;
    case Receipt::Outcome::AlreadySo:
        settle(entry, OutboxState::Superseded, receipt->detail, receipt->silence);
        break;
    case Receipt::Outcome::Conflict:
        settle(entry, OutboxState::Conflict, receipt->detail, receipt->silence);
        break;
    }
}

void DeliveryLane::concludeFailure(const OutboxEntry &entry, const Error &error)
{
    qCInfo(logSync) << "Sending" << verbName(entry.action.verb) << "to" << m_source << "failed:" << errorKindName(error.kind) << error.what;
    if (error.kind == ErrorKind::Cancelled) {
        // Shutting down: the entry stays as being sent and is read back at the next start.
        stop();
        return;
    }
    if (error.where == QLatin1String("after-send")) {
        settleAndRest(entry, OutboxState::Unknown, error.what, Millis(0));
        return;
    }
    if (error.where == QLatin1String("before-send") && error.kind == ErrorKind::NotFound && entry.action.alert.isValid()) {
        concludeMissing(entry, error);
        return;
    }
    // The source failed to read the present state: the kinds of failure that doubt a write doubt nothing here.
    const bool isDoubtful = error.kind == ErrorKind::Server || error.kind == ErrorKind::BadPayload || error.kind == ErrorKind::Internal;
    if (error.where == QLatin1String("before-send") && (isDoubtful || error.kind == ErrorKind::NotFound)) {
        settleAndRest(entry, OutboxState::Queued, error.what, m_backoff.next(error.retryAfter));
        return;
    }
    switch (error.kind) {
    case ErrorKind::Server:
    case ErrorKind::BadPayload:
    case ErrorKind::Internal:
        // A gateway may have passed it on before it failed, and a cut answer follows a request that was taken.
        settleAndRest(entry, OutboxState::Unknown, error.what, Millis(0));
        break;
    case ErrorKind::Forbidden:
        settleAndRest(entry, OutboxState::Queued, error.what, m_rules.signInPause);
        break;
    case ErrorKind::Unauthorized:
        // Where the sign-in is really gone, polls fail as well and the lane waits for them.
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::Tls:
    case ErrorKind::RateLimited:
    case ErrorKind::Storage:
    case ErrorKind::Cancelled:
        settleAndRest(entry, OutboxState::Queued, error.what, m_backoff.next(error.retryAfter));
        break;
    case ErrorKind::Conflict:
        settle(entry, OutboxState::Conflict, error.what);
        break;
    case ErrorKind::NotFound:
    case ErrorKind::Rejected:
    case ErrorKind::Unsupported:
        settle(entry, OutboxState::Rejected, error.what);
        break;
    }
}

void DeliveryLane::concludeMissing(const OutboxEntry &entry, const Error &error)
{
    // The source cannot tell whether the alert is over or forgotten; what was seen of it before may.
    then(m_store.history(entry.action.alert), this, [this, entry, error](const Result<std::vector<HistoryEvent>> &events) {
        const HistoryEvent *last = nullptr;
        if (events) {
            for (const HistoryEvent &event : *events) {
                using Kind = HistoryEvent::Kind;
                const bool isTurn = event.kind == Kind::Fired || event.kind == Kind::Refired || event.kind == Kind::Resolved;
                last = isTurn && (last == nullptr || event.id > last->id) ? &event : last;
            }
        }
        if (last != nullptr && last->kind == HistoryEvent::Kind::Resolved) {
            settle(entry, OutboxState::Conflict,
                QStringLiteral("You saw it firing since %1; it is resolved since %2")
                    .arg(toRfc3339(entry.action.expectedStart), toRfc3339(last->at)));
        } else {
            settleAndRest(entry, OutboxState::Queued, error.what, m_backoff.next(error.retryAfter));
        }
    });
}

void DeliveryLane::readBack(const OutboxEntry &entry)
{
    then(m_paging->readBack(entry.action, m_stop.get_token()), this,
        [this, entry](const Result<Receipt> &receipt) { concludeReadBack(entry, receipt); });
}

void DeliveryLane::concludeReadBack(const OutboxEntry &entry, const Result<Receipt> &receipt)
{
    if (receipt) {
        m_missingSince.remove(entry.action.id);
        conclude(entry, receipt);
        return;
    }
    const Error &error = receipt.error();
    if (error.kind != ErrorKind::NotFound) {
        // Still not known. It stays as it is until the source can be read completely.
        m_missingSince.remove(entry.action.id);
        rest(error.kind == ErrorKind::Forbidden ? m_rules.signInPause : m_backoff.next(error.retryAfter));
        stop();
        return;
    }
    const Millis now = m_clock.monotonic();
    const auto missing = m_missingSince.constFind(entry.action.id);
    if (missing == m_missingSince.constEnd()) {
        // The request may still be on its way through the server: look a second time before it counts as lost.
        m_missingSince.insert(entry.action.id, now);
        rest(m_rules.confirmAfter);
        stop();
        return;
    }
    if (now - *missing < m_rules.confirmAfter) {
        rest(m_rules.confirmAfter - (now - *missing));
        stop();
        return;
    }
    m_missingSince.remove(entry.action.id);
    settleAndRest(entry, OutboxState::Queued, QStringLiteral("Read back: it had not arrived. It will be sent again."), m_backoff.next());
}

void DeliveryLane::settle(const OutboxEntry &entry, OutboxState state, const QString &detail, const QString &silence)
{
    then(m_store.settle(entry.action.id, state, detail, silence), this, [this, state](const Result<Done> &stored) {
        if (!stored) {
            rest(m_backoff.next());
            stop();
            return;
        }
        if (state == OutboxState::Confirmed || state == OutboxState::Superseded || state == OutboxState::Conflict) {
            emit delivered();
        }
        nextRound();
    });
}

void DeliveryLane::settleAndRest(const OutboxEntry &entry, OutboxState state, const QString &detail, Millis span)
{
    then(m_store.settle(entry.action.id, state, detail, {}), this, [this, span](const Result<Done> &stored) {
        const Millis wait = stored ? span : m_backoff.next();
        if (wait == Millis(0)) {
            nextRound();
            return;
        }
        rest(wait);
        stop();
    });
}

void DeliveryLane::nextRound()
{
    m_isBusy = false;
    pump();
}

void DeliveryLane::rest(Millis span)
{
    m_restsUntil = m_clock.monotonic() + span;
}

void DeliveryLane::stop()
{
    m_isBusy = false;
    if (m_isPumpedAgain && !m_restsUntil) {
        pump();
        return;
    }
    m_isPumpedAgain = false;
    emit idle();
}

} // namespace quarterdeck
