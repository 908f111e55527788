#include "app/sync/deliverylane.h"

#include "app/core/log.h"
#include "app/store/sendtraces.h"
#include "app/sync/entryorder.h"
#include "app/sync/lookback.h"
#include "app/sync/settlements.h"

#include <QSet>
#include <QTimer>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qsizetype MostInFlight = 16;
// What has not arrived so often with others goes by itself: one of them may be what keeps all from arriving.
constexpr int MostMissedTogether = 2;

/// True where one request, or one look, could be about both.
bool canGoTogether(const OutboxEntry &one, const OutboxEntry &other)
{
    const bool isUnsent = one.state == OutboxState::Queued;
    if (isUnsent != (other.state == OutboxState::Queued)) {
        return false;
    }
    return isUnsent ? areAlike(one.action, other.action) : one.target == other.target;
}

} // namespace

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

bool DeliveryLane::endRests()
{
    bool isDue = m_courses.endRests(false);
    if (m_restsUntil && m_clock.monotonic() >= *m_restsUntil) {
        m_restsUntil.reset();
        isDue = true;
    }
    return isDue;
}

bool DeliveryLane::owesLook() const
{
    return m_acts != nullptr && m_isReachable && !m_restsUntil && m_courses.owesLook();
}

void DeliveryLane::choose(const std::vector<OutboxEntry> &entries)
{
    m_courses.keepOnly(entries);
    EntryOrder order;
    std::vector<OutboxEntry> next;
    qsizetype most = 1;
    m_hasWaiting = false;
    for (const OutboxEntry &entry : entries) {
        const QUuid &id = entry.action.id;
        if (entry.action.source != m_source) {
            continue;
        }
        const bool isFree = !m_inFlight.contains(id);
        if (const auto end = isFree && !m_courses.isStuck(id) ? settledUnsent(entry, m_rules.isReadOnly, m_clock.now()) : std::nullopt) {
            m_inFlight.insert(id, id);
            settle({*end});
            return;
        }
        m_hasWaiting = true;
        const bool isFirst = order.take(entry.action);
        if (!isFree || !isFirst || m_courses.isResting(id)) {
            continue;
        }
        if (next.empty()) {
            most = mostWith(entry);
            next.push_back(entry);
        } else if (qsizetype(next.size()) < most && canGoTogether(next.front(), entry) && mostWith(entry) > 1) {
            next.push_back(entry);
        }
    }
    const bool mayAsk = m_acts != nullptr && m_isReachable && !m_restsUntil;
    const qsizetype flights = QSet<QUuid>(m_inFlight.cbegin(), m_inFlight.cend()).size();
    if (!next.empty() && mayAsk && m_foremost.isNull() && flights < MostInFlight) {
        begin(next);
    }
}

int DeliveryLane::mostWith(const OutboxEntry &entry) const
{
    if (m_acts == nullptr) {
        return 1;
    }
    if (entry.state != OutboxState::Queued) {
        return m_acts->mostReadBack();
    }
    return m_courses.missed(entry.action.id) >= MostMissedTogether ? 1 : m_acts->mostTogether(entry.action);
}

void DeliveryLane::begin(const std::vector<OutboxEntry> &together)
{
    const OutboxEntry &first = together.front();
    const QUuid id = first.action.id;
    for (const OutboxEntry &entry : together) {
        m_inFlight.insert(entry.action.id, id);
    }
    m_foremost = id;
    QTimer::singleShot(m_rules.slowAfter, this, [this, id] {
        if (m_foremost == id) {
            m_foremost = {};
            pump();
        }
    });
    if (first.state != OutboxState::Queued) {
        lookFor(together);
    } else if (together.size() == 1) {
        send(first);
    } else {
        sendAll(together);
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
            done({entry.action.id});
            return;
        }
        const auto note = [&store = m_store, id = entry.action.id](const QString &target) { return SendTraces(store).note({id}, target, {}); };
        then(m_acts->perform(entry.action, BeforeSend(note, entry.target), m_stop.get_token()), this,
            [this, entry](const Result<Outcome> &outcome) { conclude({entry}, {outcome}); });
    });
}

void DeliveryLane::sendAll(const std::vector<OutboxEntry> &together)
{
    std::vector<Settlement> sendings;
    for (const OutboxEntry &entry : together) {
        sendings.push_back({entry.action.id, OutboxState::Sending});
    }
    then(SendTraces(m_store).settle(sendings), this, [this, together](const Result<std::vector<QUuid>> &stored) {
        if (!stored) {
            restAll(m_backoff.next());
            done(actionsOf(together));
            return;
        }
        // What was withdrawn in this very moment is not sent.
        std::vector<OutboxEntry> sent = together;
        const auto withdrawn = std::ranges::stable_partition(
            sent, [&stored](const QUuid &id) { return std::ranges::find(*stored, id) != stored->end(); },
            [](const OutboxEntry &entry) { return entry.action.id; });
        const std::vector<QUuid> left = actionsOf({withdrawn.begin(), withdrawn.end()});
        sent.erase(withdrawn.begin(), withdrawn.end());
        if (!left.empty()) {
            done(left);
        }
        if (sent.empty()) {
            return;
        }
        std::vector<AlertAction> actions;
        for (const OutboxEntry &entry : sent) {
            actions.push_back(entry.action);
        }
        const auto note = [&store = m_store, ids = actionsOf(sent)](const QString &target) { return SendTraces(store).note(ids, target, {}); };
        then(m_acts->performAll(actions, BeforeSend(note, sent.front().target), m_stop.get_token()), this,
            [this, sent](const Result<std::vector<Outcome>> &outcomes) { conclude(sent, outcomesOfEach(outcomes, sent.size())); });
    });
}

void DeliveryLane::conclude(const std::vector<OutboxEntry> &together, const std::vector<Result<Outcome>> &outcomes)
{
    std::vector<Settlement> settlements;
    for (std::size_t i = 0; i < together.size(); ++i) {
        if (auto settlement = settlementOf(together[i], outcomes[i])) {
            settlements.push_back(std::move(*settlement));
        }
    }
    // What was hindered together goes together again.
    std::optional<Millis> rest;
    for (int pass = 0; pass < 2; ++pass) {
        for (const Settlement &one : settlements) {
            if (one.state == OutboxState::Queued) {
                std::optional<Millis> &until = m_courses.of(one.action).restsUntil;
                rest = std::max(rest, until);
                until = rest;
            }
        }
    }
    if (!settlements.empty()) {
        settle(settlements);
    }
}

std::optional<Settlement> DeliveryLane::settlementOf(const OutboxEntry &entry, const Result<Outcome> &outcome)
{
    const QUuid id = entry.action.id;
    if (!outcome && outcome.error().kind == ErrorKind::Cancelled) {
        // Shutting down: the entry stays as being sent and is read back at the next start.
        done({id});
        return std::nullopt;
    }
    const Outcome told = outcome ? *outcome : Outcome {Outcome::Is::Unknown, Reason::said(outcome.error().what)};
    qCInfo(logSync) << "Sending" << verbName(entry.action.verb) << "to" << m_source << "is" << outcomeName(told.is)
                    << reasonCodeName(told.reason.code) << told.reason.text();
    const auto settlement = settledBy(id, told);
    if (!settlement && told.hindrance == Outcome::Hindrance::Target && entry.action.alert.isValid()) {
        concludeUntold(entry, told);
        return std::nullopt;
    }
    if (!settlement) {
        return requeued(entry, told);
    }
    if (hasEffect(settlement->state)) {
        m_backoff.reset();
    }
    if (told.is == Outcome::Is::Unknown && told.retryAfter) {
        m_courses.of(id).notBefore = m_clock.monotonic() + *told.retryAfter;
    }
    return settlement;
}

void DeliveryLane::concludeUntold(const OutboxEntry &entry, const Outcome &outcome)
{
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
            settle({{entry.action.id, OutboxState::Conflict,
                Reason {ReasonCode::ResolvedSince}.with(reasonpart::Seen, entry.action.expectedStart).with(reasonpart::Since, last->at)}});
        } else {
            settle({requeued(entry, outcome)});
        }
    });
}

void DeliveryLane::lookFor(const std::vector<OutboxEntry> &together)
{
    const OutboxEntry &first = together.front();
    if (together.size() == 1) {
        then(m_acts->readBack(first.action, first.target, m_stop.get_token()), this,
            [this, together](const Result<Outcome> &outcome) { concludeReadBack(together, {outcome}); });
        return;
    }
    std::vector<AlertAction> actions;
    for (const OutboxEntry &entry : together) {
        actions.push_back(entry.action);
    }
    then(m_acts->readBackAll(actions, first.target, m_stop.get_token()), this,
        [this, together](const Result<std::vector<Outcome>> &outcomes) { concludeReadBack(together, outcomesOfEach(outcomes, together.size())); });
}

void DeliveryLane::concludeReadBack(const std::vector<OutboxEntry> &together, const std::vector<Result<Outcome>> &outcomes)
{
    const LookBack look = lookedBack(together, outcomes, m_courses, m_rules, m_clock);
    conclude(look.told, look.outcomes);
    if (!look.again.empty()) {
        settle(look.again);
    }
    const auto note = [this](const std::vector<OutboxEntry> &entries, UtcTime missedAt) {
        if (entries.empty()) {
            return;
        }
        // Where it cannot be stored, this process still knows.
        then(SendTraces(m_store).note(actionsOf(entries), entries.front().target, missedAt), this,
            [this, ids = actionsOf(entries)](const Result<Done> &) { done(ids); });
    };
    note(look.missed, m_clock.now());
    note(look.untold, {});
    if (!look.resting.empty()) {
        done(look.resting);
    }
}

void DeliveryLane::settle(const std::vector<Settlement> &settlements)
{
    then(SendTraces(m_store).settle(settlements), this, [this, settlements](const Result<std::vector<QUuid>> &stored) {
        std::vector<QUuid> ids;
        std::optional<Millis> rest;
        bool isEffective = false;
        for (const Settlement &one : settlements) {
            ids.push_back(one.action);
            if (!stored || std::ranges::find(*stored, one.action) == stored->end()) {
                rest = rest ? rest : m_backoff.next();
                m_courses.rest(one.action, *rest);
                m_courses.of(one.action).isUnstored = true;
            } else {
                isEffective = isEffective || hasEffect(one.state);
            }
        }
        if (isEffective) {
            emit delivered();
        }
        done(ids);
    });
}

Settlement DeliveryLane::requeued(const OutboxEntry &entry, const Outcome &outcome)
{
    if (outcome.hindrance == Outcome::Hindrance::Access) {
        // Of several that were sent together each says so, and it counts once.
        restAll(m_restsUntil ? outcome.retryAfter.value_or(Millis(0)) : m_backoff.next(outcome.retryAfter));
    }
    const Millis wait = m_courses.of(entry.action.id).backoff.next(outcome.retryAfter);
    m_courses.rest(entry.action.id, wait);
    if (outcome.hindrance == Outcome::Hindrance::Source) {
        restAll(std::min(wait, outcome.retryAfter ? wait : m_rules.laneRest));
    }
    return {entry.action.id, OutboxState::Queued, outcome.reason};
}

void DeliveryLane::restAll(Millis span)
{
    m_restsUntil = std::max(m_restsUntil.value_or(Millis(0)), m_clock.monotonic() + span);
}

void DeliveryLane::done(const std::vector<QUuid> &entries)
{
    for (const QUuid &entry : entries) {
        m_inFlight.remove(entry);
        if (m_foremost == entry) {
            m_foremost = {};
        }
    }
    pump();
}

} // namespace quarterdeck
