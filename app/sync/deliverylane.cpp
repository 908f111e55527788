#include "app/sync/deliverylane.h"

#include "app/core/log.h"
#include "app/store/sendtraces.h"
#include "app/sync/entryorder.h"

#include <QTimer>

#include <algorithm>

namespace quarterdeck {

namespace {
constexpr qsizetype MostInFlight = 16;
}

DeliveryLane::DeliveryLane(SourceId source, ActFace *acts, Store &store, const Clock &clock, DeliveryRules rules, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_acts(acts)
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
    return m_acts != nullptr && m_isReachable && !m_restsUntil && m_courses.owesLook();
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
    const bool mayAsk = m_acts != nullptr && m_isReachable && !m_restsUntil;
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
    Reason why {ReasonCode::ReadOnly};
    if (end == OutboxState::Expired) {
        why = Reason {entry.attempts > 0 ? ReasonCode::ExpiredTried : ReasonCode::ExpiredUnsent}.with(reasonpart::Before, entry.notAfter);
        why = entry.attempts > 0 ? why.with(reasonpart::Last, entry.reason) : why;
    }
    settle(entry, end, why);
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
        const auto before = [&store = m_store, id = entry.action.id](const QString &target) { return SendTraces(store).note(id, target, {}); };
        then(m_acts->perform(entry.action, before, m_stop.get_token()), this,
            [this, entry](const Result<Outcome> &outcome) { conclude(entry, outcome); });
    });
}

void DeliveryLane::conclude(const OutboxEntry &entry, const Result<Outcome> &outcome)
{
    using Is = Outcome::Is;
    if (!outcome && outcome.error().kind == ErrorKind::Cancelled) {
        // Shutting down: the entry stays as being sent and is read back at the next start.
        done(entry.action.id);
        return;
    }
    const Outcome told = outcome ? *outcome : Outcome {Is::Unknown, Reason::said(outcome.error().what)};
    qCInfo(logSync) << "Sending" << verbName(entry.action.verb) << "to" << m_source << "is" << outcomeName(told.is)
                    << reasonCodeName(told.reason.code) << told.reason.text();
    switch (told.is) {
    case Is::Done:
        m_backoff.reset();
        settle(entry, OutboxState::Confirmed, told.reason, told.madeId);
        break;
    case Is::AlreadySo:
        m_backoff.reset();
        settle(entry, OutboxState::Superseded, told.reason, told.madeId);
        break;
    case Is::Conflict:
        m_backoff.reset();
        settle(entry, OutboxState::Conflict, told.reason, told.madeId);
        break;
    case Is::Refused:
        settle(entry, OutboxState::Rejected, told.reason);
        break;
    case Is::NotSent:
        told.hindrance == Outcome::Hindrance::Target ? concludeUntold(entry, told) : requeue(entry, told);
        break;
    case Is::Unknown:
        if (told.retryAfter) {
            m_courses.of(entry.action.id).notBefore = m_clock.monotonic() + *told.retryAfter;
        }
        settle(entry, OutboxState::Unknown, told.reason);
        break;
    }
}

void DeliveryLane::concludeUntold(const OutboxEntry &entry, const Outcome &outcome)
{
    if (!entry.action.alert.isValid()) {
        requeue(entry, outcome);
        return;
    }
    // The source cannot tell whether the alert is over or forgotten; what was seen of it before may.
    then(m_store.history(entry.action.alert), this, [this, entry, outcome](const Result<std::vector<HistoryEvent>> &events) {
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
                Reason {ReasonCode::ResolvedSince}.with(reasonpart::Seen, entry.action.expectedStart).with(reasonpart::Since, last->at));
        } else {
            requeue(entry, outcome);
        }
    });
}

void DeliveryLane::readBack(const OutboxEntry &entry)
{
    then(m_acts->readBack(entry.action, entry.target, m_stop.get_token()), this,
        [this, entry](const Result<Outcome> &outcome) { concludeReadBack(entry, outcome); });
}

void DeliveryLane::concludeReadBack(const OutboxEntry &entry, const Result<Outcome> &outcome)
{
    const QUuid id = entry.action.id;
    const bool isOpen = !outcome || outcome->is == Outcome::Is::Unknown;
    if (!isOpen && outcome->is != Outcome::Is::NotSent) {
        conclude(entry, outcome);
        return;
    }
    EntryCourse &course = m_courses.of(id);
    if (!isOpen) {
        concludeMissing(entry);
        return;
    }
    // Still not known. It stays as it is until the source can be read completely.
    const bool wasMissed = course.missedAt || entry.missedAt.isValid();
    course.missedAt.reset();
    m_courses.rest(id, std::min(m_rules.readBackCap, course.backoff.next(outcome ? outcome->retryAfter : outcome.error().retryAfter)));
    const bool isEnding = !outcome && outcome.error().kind == ErrorKind::Cancelled;
    if (wasMissed && !isEnding) {
        // Where it cannot be stored, this process still knows.
        then(SendTraces(m_store).note(id, entry.target, {}), this, [this, id](const Result<Done> &) { done(id); });
    } else {
        done(id);
    }
}

void DeliveryLane::concludeMissing(const OutboxEntry &entry)
{
    const QUuid id = entry.action.id;
    EntryCourse &course = m_courses.of(id);
    const Millis now = m_clock.monotonic();
    if (!course.missedAt && entry.missedAt.isValid()) {
        // By the process before this one. A clock that was set back since makes it wait anew, not for longer.
        course.missedAt = now - std::clamp(m_clock.now() - entry.missedAt, Millis(0), m_rules.confirmAfter);
    }
    if (!course.missedAt || now - *course.missedAt < m_rules.confirmAfter) {
        // The request may still be on its way through the server: look a second time before it counts as lost.
        const bool isFirst = !course.missedAt;
        course.missedAt = course.missedAt.value_or(now);
        m_courses.rest(id, m_rules.confirmAfter - (now - *course.missedAt));
        if (!isFirst) {
            done(id);
            return;
        }
        then(SendTraces(m_store).note(id, entry.target, m_clock.now()), this, [this, id](const Result<Done> &) { done(id); });
        return;
    }
    course.missedAt.reset();
    // The source answers: the first time, it is sent again at once.
    Millis wait = ++course.missed > 1 ? course.backoff.next() : Millis(0);
    wait = course.notBefore ? std::max(wait, *course.notBefore - now) : wait;
    if (wait > Millis(0)) {
        m_courses.rest(id, wait);
    }
    const ReasonCode code = entry.reason.code;
    const Reason answer = code == ReasonCode::InDoubt                      ? Reason::said(entry.reason.text())
        : code == ReasonCode::MadeNotRead || code == ReasonCode::StillRuns ? entry.reason
                                                                           : Reason {};
    settle(entry, OutboxState::Queued, Reason {ReasonCode::NotArrived}.with(reasonpart::Last, answer));
}

void DeliveryLane::settle(const OutboxEntry &entry, OutboxState state, const Reason &reason, const QString &silence)
{
    const QUuid id = entry.action.id;
    then(m_store.settle(id, state, reason, silence), this, [this, id, state](const Result<Done> &stored) {
        if (!stored) {
            m_courses.rest(id, m_backoff.next());
            m_courses.of(id).isUnstored = true;
        } else if (state == OutboxState::Confirmed || state == OutboxState::Superseded || state == OutboxState::Conflict) {
            emit delivered();
        }
        done(id);
    });
}

void DeliveryLane::requeue(const OutboxEntry &entry, const Outcome &outcome)
{
    if (outcome.hindrance == Outcome::Hindrance::Access) {
        restAll(m_backoff.next(outcome.retryAfter));
    }
    const Millis wait = m_courses.of(entry.action.id).backoff.next(outcome.retryAfter);
    m_courses.rest(entry.action.id, wait);
    if (outcome.hindrance == Outcome::Hindrance::Source) {
        restAll(std::min(wait, outcome.retryAfter ? wait : m_rules.laneRest));
    }
    settle(entry, OutboxState::Queued, outcome.reason);
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
