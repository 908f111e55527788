#include "app/sync/deliverylane.h"

#include "app/core/log.h"
#include "app/store/store.h"
#include "app/sync/entryorder.h"

#include <QTimer>

#include <algorithm>

namespace quarterdeck {

namespace {
constexpr qsizetype MostInFlight = 16;
}

DeliveryLane::DeliveryLane(SourceId source, PagingSource *paging, Store &store, const Clock &clock, DeliveryRules rules, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_paging(paging)
    , m_store(store)
    , m_clock(clock)
    , m_rules(std::move(rules))
    , m_backoff(m_rules.backoffFloor, m_rules.backoffCap, m_rules.random)
    , m_courses(clock, m_backoff)
{
}

DeliveryLane::~DeliveryLane()
{
    m_stop.request_stop();
}

void DeliveryLane::pump()
{
    if (m_isReading) {
        m_isPumpedAgain = true;
        return;
    }
    m_isReading = true;
    m_isPumpedAgain = false;
    then(m_store.undelivered(), this, [this](const Result<std::vector<OutboxEntry>> &entries) {
        m_isReading = false;
        if (entries && m_isPumpedAgain) {
            // Something has moved since it was read.
            pump();
            return;
        }
        if (!entries) {
            restAll(m_backoff.next());
        } else {
            choose(*entries);
        }
        if (!isBusy()) {
            emit idle();
        }
    });
}

void DeliveryLane::resume()
{
    m_restsUntil.reset();
    m_courses.endRests(true);
    pump();
}

void DeliveryLane::tick()
{
    bool isDue = m_courses.endRests(false);
    if (m_restsUntil && m_clock.monotonic() >= *m_restsUntil) {
        m_restsUntil.reset();
        isDue = true;
    }
    if (isDue) {
        pump();
    }
}

bool DeliveryLane::owesLook() const
{
    return m_paging != nullptr && m_isReachable && !m_restsUntil && m_courses.owesLook();
}

void DeliveryLane::choose(const std::vector<OutboxEntry> &entries)
{
    m_courses.keepOnly(entries);
    EntryOrder order;
    const OutboxEntry *next = nullptr;
    m_hasWaiting = false;
    for (const OutboxEntry &entry : entries) {
        const QUuid &id = entry.action.id;
        if (entry.action.source != m_source) {
            continue;
        }
        const bool isFree = !m_inFlight.contains(id);
        if (const auto end = isFree && !m_courses.isStuck(id) ? endOf(entry) : std::nullopt) {
            endLocally(entry, *end);
            return;
        }
        m_hasWaiting = true;
        const bool isFirst = order.take(entry.action);
        next = next == nullptr && isFree && isFirst && !m_courses.isResting(id) ? &entry : next;
    }
    const bool mayAsk = m_paging != nullptr && m_isReachable && !m_restsUntil;
    if (next != nullptr && mayAsk && m_foremost.isNull() && m_inFlight.size() < MostInFlight) {
        begin(*next);
    }
}

std::optional<OutboxState> DeliveryLane::endOf(const OutboxEntry &entry) const
{
    if (entry.state != OutboxState::Queued) {
        return std::nullopt;
    }
    if (m_rules.isReadOnly) {
        return OutboxState::Rejected;
    }
    return entry.notAfter.isValid() && m_clock.now() > entry.notAfter ? std::optional(OutboxState::Expired) : std::nullopt;
}

void DeliveryLane::endLocally(const OutboxEntry &entry, OutboxState end)
{
    m_inFlight.insert(entry.action.id);
    QString words = QStringLiteral("This context is read-only: nothing is sent from it.");
    if (end == OutboxState::Expired) {
        words = entry.attempts > 0
            ? QStringLiteral("It could not be delivered before %1 and is not tried again. At last: %2").arg(toRfc3339(entry.notAfter), entry.detail)
            : QStringLiteral("It could not be sent before %1 and has not been sent since.").arg(toRfc3339(entry.notAfter));
    }
    settle(entry, end, words);
}

void DeliveryLane::begin(const OutboxEntry &entry)
{
    const QUuid id = entry.action.id;
    m_inFlight.insert(id);
    m_foremost = id;
    QTimer::singleShot(m_rules.slowAfter, this, [this, id] {
        if (m_foremost == id) {
            m_foremost = {};
            pump();
        }
    });
    if (entry.state == OutboxState::Queued) {
        send(entry);
    } else {
        readBack(entry);
    }
}

void DeliveryLane::send(const OutboxEntry &entry)
{
    then(m_store.settle(entry.action.id, OutboxState::Sending, {}, {}), this, [this, entry](const Result<Done> &stored) {
        if (!stored) {
            // Withdrawn in this very moment, or the disk is full: either way nothing has been sent.
            if (stored.error().kind != ErrorKind::Conflict) {
                restAll(m_backoff.next());
            }
            done(entry.action.id);
            return;
        }
        then(m_paging->perform(entry.action, m_stop.get_token()), this, [this, entry](const Result<Receipt> &receipt) { conclude(entry, receipt); });
    });
}

void DeliveryLane::conclude(const OutboxEntry &entry, const Result<Receipt> &receipt)
{
    if (!receipt && receipt.error().kind == ErrorKind::Cancelled) {
        // Shutting down: the entry stays as being sent and is read back at the next start.
        done(entry.action.id);
        return;
    }
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
    const bool isUnsent = error.where == QLatin1String("before-send");
    if (error.retryAfter && !isUnsent) {
        m_courses.of(entry.action.id).notBefore = m_clock.monotonic() + *error.retryAfter;
    }
    if (error.where == QLatin1String("after-send")) {
        settle(entry, OutboxState::Unknown, error.what);
        return;
    }
    if (isUnsent && error.kind == ErrorKind::NotFound) {
        concludeMissing(entry, error);
        return;
    }
    switch (error.kind) {
    case ErrorKind::Server:
    case ErrorKind::Settling:
    case ErrorKind::BadPayload:
    case ErrorKind::TooLarge:
    case ErrorKind::Internal:
        // A gateway may have passed it on before it failed, and a cut answer follows a request that was taken. A read leaves no doubt.
        isUnsent ? requeue(entry, error, true) : settle(entry, OutboxState::Unknown, error.what);
        break;
    case ErrorKind::Unauthorized:
    case ErrorKind::RateLimited:
        restAll(m_backoff.next(error.retryAfter));
        requeue(entry, error, false);
        break;
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::Tls:
    case ErrorKind::Storage:
    case ErrorKind::Cancelled:
        requeue(entry, error, true);
        break;
    case ErrorKind::Conflict:
        settle(entry, OutboxState::Conflict, error.what);
        break;
    case ErrorKind::Forbidden:
        // What may not be read may be readable again; what may not be done is not done by asking again.
    case ErrorKind::NotFound:
    case ErrorKind::Rejected:
    case ErrorKind::Malformed:
    case ErrorKind::Usage:
    case ErrorKind::Unsupported:
        const bool isUnread = isUnsent && error.kind == ErrorKind::Forbidden;
        isUnread ? requeue(entry, error, true) : settle(entry, OutboxState::Rejected, error.what);
        break;
    }
}

void DeliveryLane::concludeMissing(const OutboxEntry &entry, const Error &error)
{
    if (!entry.action.alert.isValid()) {
        requeue(entry, error, false);
        return;
    }
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
            requeue(entry, error, false);
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
    const QUuid id = entry.action.id;
    if (receipt) {
        conclude(entry, receipt);
        return;
    }
    const Error &error = receipt.error();
    EntryCourse &course = m_courses.of(id);
    const Millis now = m_clock.monotonic();
    if (error.kind == ErrorKind::Rejected) {
        settle(entry, OutboxState::Rejected, error.what);
    } else if (error.kind != ErrorKind::NotFound) {
        // Still not known. It stays as it is until the source can be read completely.
        course.missedAt.reset();
        m_courses.rest(id, std::min(m_rules.readBackCap, course.backoff.next(error.retryAfter)));
        done(id);
    } else if (!course.missedAt || now - *course.missedAt < m_rules.confirmAfter) {
        // The request may still be on its way through the server: look a second time before it counts as lost.
        course.missedAt = course.missedAt.value_or(now);
        m_courses.rest(id, m_rules.confirmAfter - (now - *course.missedAt));
        done(id);
    } else {
        course.missedAt.reset();
        // The source answers: the first time, it is sent again at once.
        Millis wait = ++course.missed > 1 ? course.backoff.next() : Millis(0);
        wait = course.notBefore ? std::max(wait, *course.notBefore - now) : wait;
        if (wait > Millis(0)) {
            m_courses.rest(id, wait);
        }
        const QString answer = entry.detail.section(QStringLiteral(": "), 1);
        settle(entry, OutboxState::Queued,
            QStringLiteral("Read back: it had not arrived. It will be sent again.")
                + (answer.isEmpty() ? QString() : QStringLiteral(" The last answer: ") + answer));
    }
}

void DeliveryLane::settle(const OutboxEntry &entry, OutboxState state, const QString &detail, const QString &silence)
{
    const QUuid id = entry.action.id;
    then(m_store.settle(id, state, detail, silence), this, [this, id, state](const Result<Done> &stored) {
        if (!stored) {
            m_courses.rest(id, m_backoff.next());
            m_courses.of(id).isUnstored = true;
        } else if (state == OutboxState::Confirmed || state == OutboxState::Superseded || state == OutboxState::Conflict) {
            emit delivered();
        }
        done(id);
    });
}

void DeliveryLane::requeue(const OutboxEntry &entry, const Error &error, bool isForAll)
{
    const Millis wait = m_courses.of(entry.action.id).backoff.next(error.retryAfter);
    m_courses.rest(entry.action.id, wait);
    if (isForAll) {
        restAll(std::min(wait, error.retryAfter ? wait : m_rules.laneRest));
    }
    settle(entry, OutboxState::Queued, error.what);
}

void DeliveryLane::restAll(Millis span)
{
    m_restsUntil = std::max(m_restsUntil.value_or(Millis(0)), m_clock.monotonic() + span);
}

void DeliveryLane::done(const QUuid &entry)
{
    m_inFlight.remove(entry);
    if (m_foremost == entry) {
        m_foremost = {};
    }
    pump();
}

} // namespace quarterdeck
