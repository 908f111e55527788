#include "app/sources/icinga2/bulkperformer.h"

#include "app/sources/icinga2/lookup.h"
#include "app/sources/icinga2/traces.h"

#include <QTimer>

#include <algorithm>

namespace quarterdeck::icinga2 {

namespace {

Outcome unsent(Error error)
{
    // A lost answer to a read leaves nothing in doubt.
    error.sent = Sent::No;
    return outcomeOf(error);
}

/// One of many names that the server does not know, or not for this user, keeps it from all of them.
bool mayBeOfOne(const Error &error)
{
    return error.sent == Sent::Yes && (error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Rejected);
}

/// Known by what it carries out: a try that lands late is found by the next one of the same, and known as ours after it.
QUuid callOf(const std::vector<AlertAction> &actions)
{
    static const QUuid Calls = QUuid::fromString(QStringLiteral("{6f0a3ad5-6d1f-4c1e-9a37-0b8f4a3f8f51}"));
    QByteArray ids;
    for (const AlertAction &action : actions) {
        ids += action.id.toRfc4122();
    }
    return QUuid::createUuidV5(Calls, ids);
}

} // namespace

bool goesWithOthers(const AlertAction &action)
{
    constexpr VerbSet Together {Verb::Acknowledge, Verb::Unacknowledge, Verb::Note, Verb::CheckNow};
    constexpr VerbSet OfServices {Verb::Silence, Verb::ExtendSilence, Verb::ExpireSilence};
    const ObjectRef ref = objectOf(action);
    return (action.alert.isValid() && Together.has(action.verb)) || (ref.isValid() && !ref.isHost() && OfServices.has(action.verb));
}

BulkPerformer::BulkPerformer(
    Reader &reader, Actor &actor, const Clock &clock, std::vector<AlertAction> actions, Style style, CancelToken cancel, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_actor(actor)
    , m_clock(clock)
    , m_style(style)
    , m_cancel(std::move(cancel))
    , m_id(callOf(actions))
{
    for (AlertAction &action : actions) {
        m_items.push_back({std::move(action)});
    }
}

Async<std::vector<Outcome>> BulkPerformer::run(BeforeSend before)
{
    const auto future = m_reply.future();
    m_before = std::move(before);
    then(m_reader.read(m_cancel), this, [this](const Result<Present> &present) {
        if (present) {
            consider(*present);
        } else if (present.error().kind == ErrorKind::Cancelled) {
            finishWith(present.error());
        } else {
            unsentBy(present.error());
            finish();
        }
    });
    return future;
}

void BulkPerformer::consider(const Present &present)
{
    const UtcTime at = now();
    bool hasLanded = false;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        Item &item = m_items[i];
        // What an earlier try has left bears the id of the action, or of the same call.
        Plan planned = plan(item.action, present, at, m_style);
        const Plan asCall = plan(inCall(item.action, m_id), present, at, m_style);
        const bool hasCallLanded = asCall.outcome && asCall.outcome->is == Outcome::Is::Done;
        if (!planned.outcome || hasCallLanded) {
            planned = asCall;
        }
        hasLanded = hasLanded || hasCallLanded;
        item.outcome = planned.outcome;
        item.lastCheck = planned.lastCheck;
        item.ends = planned.ends;
        if (planned.act) {
            add(*planned.act, i);
        }
    }
    if (m_calls.empty() && !hasLanded) {
        endShorter();
    } else if (!m_before) {
        sendNext();
    } else {
        // Written down before a byte leaves: after a kill each is found by the id of the call, and what lands late is known by it.
        then(m_before(m_id.toString(QUuid::WithoutBraces)), this, [this](const Result<Done> &noted) {
            if (noted) {
                sendNext();
            } else if (noted.error().kind == ErrorKind::Cancelled) {
                finishWith(noted.error());
            } else {
                unsentBy(noted.error());
                finish();
            }
        });
    }
}

void BulkPerformer::add(const Act &act, std::size_t item)
{
    // Of a name that is there twice the server tells once.
    const auto same = std::ranges::find_if(m_calls,
        [&act](const Call &call) { return call.act.kind == act.kind && call.act.deed == act.deed && !call.act.names.contains(act.names.front()); });
    if (same == m_calls.end()) {
        m_calls.push_back({act, {item}});
    } else {
        same->act.names += act.names;
        same->items.push_back(item);
    }
}

void BulkPerformer::sendNext()
{
    if (m_calls.empty()) {
        m_isEnding ? judgeEnds() : confirm();
        return;
    }
    const Call call = m_calls.front();
    m_calls.pop_front();
    then(m_actor.send(call.act, m_cancel), this, [this, call](const Result<std::vector<ActResult>> &results) {
        if (results) {
            for (std::size_t i = 0; i < call.items.size(); ++i) {
                m_items[call.items[i]].row = (*results)[i];
            }
            sendNext();
        } else if (results.error().kind == ErrorKind::Cancelled) {
            finishWith(results.error());
        } else {
            failed(call, results.error());
        }
    });
}

void BulkPerformer::failed(const Call &call, const Error &error)
{
    const bool isOne = call.items.size() == 1;
    if (mayBeOfOne(error) && !isOne) {
        const qsizetype half = call.act.names.size() / 2;
        m_calls.push_front({Act {call.act.kind, call.act.names.mid(half), call.act.deed}, {call.items.begin() + half, call.items.end()}});
        m_calls.push_front({Act {call.act.kind, call.act.names.first(half), call.act.deed}, {call.items.begin(), call.items.begin() + half}});
    } else if (mayBeOfOne(error) || (m_isEnding && error.sent != Sent::Maybe)) {
        for (const std::size_t item : call.items) {
            m_items[item].row = ActResult {error.httpStatus, error.what, {}};
        }
    } else {
        // What stands in the way of this call stands in the way of the next.
        for (const std::size_t item : call.items) {
            m_items[item].outcome = outcomeOf(error.httpStatus == 503 && error.sent == Sent::Yes ? reloading(error.what) : error);
        }
        m_calls.clear();
        for (Item &item : m_items) {
            item.outcome = item.outcome || item.row ? item.outcome : unsent(error);
        }
    }
    sendNext();
}

void BulkPerformer::confirm()
{
    const bool isAnyOpen = std::ranges::any_of(m_items, [](const Item &item) { return !item.outcome; });
    if (!isAnyOpen) {
        endShorter();
        return;
    }
    then(m_reader.read(m_cancel), this, [this](const Result<Present> &present) {
        if (present && areChecksOpen(*present) && m_looks < CheckWaits.size() && !m_cancel.stop_requested()) {
            QTimer::singleShot(CheckWaits.at(m_looks++), this, [this] { confirm(); });
            return;
        }
        if (present) {
            judge(*present);
        } else {
            for (Item &item : m_items) {
                item.outcome = item.outcome ? item.outcome : outcomeOf(notReadBack(present.error()));
            }
        }
        endShorter();
    });
}

bool BulkPerformer::isChecked(const Item &item, const Present &present) const
{
    const Alert *alert = findAlert(present, item.action.alert);
    // What has no problem any more has been looked at since.
    return alert != nullptr ? alert->updatedAt > item.lastCheck : present.snapshot.hasAllAlerts();
}

bool BulkPerformer::areChecksOpen(const Present &present) const
{
    return std::ranges::any_of(m_items, [&](const Item &item) {
        return item.action.verb == Verb::CheckNow && !item.outcome && item.row && item.row->isDone() && !isChecked(item, present);
    });
}

void BulkPerformer::judge(const Present &present)
{
    for (Item &item : m_items) {
        if (item.outcome) {
            continue;
        }
        const AlertAction sent = inCall(item.action, m_id);
        if (item.row->isDone() && sent.verb == Verb::CheckNow) {
            item.outcome = isChecked(item, present) ? Outcome {Outcome::Is::Done, {}, sent.alert.id} : outcomeOf(uncheckedYet());
        } else if (item.row->isDone()) {
            item.outcome = afterYes(sent, present, now(), item.row->made);
        } else if (item.row->code == 503) {
            item.outcome = outcomeOf(reloading(item.row->words));
        } else if (const auto trace = traceOf(sent, present, now())) {
            item.outcome = *trace;
        } else {
            item.outcome = afterNo(item.action, present, now(), m_style, refusalOf(*item.row));
        }
    }
}

void BulkPerformer::endShorter()
{
    m_isEnding = true;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        Item &item = m_items[i];
        item.row.reset();
        const bool holds = item.outcome->is == Outcome::Is::Done && !item.outcome->madeId.isEmpty() && !item.ends.contains(item.outcome->madeId);
        for (const QString &name : holds ? item.ends : QStringList {}) {
            add(Act {ObjectKind::Downtime, {name}, RemoveDowntime {item.action.author}}, i);
        }
    }
    sendNext();
}

void BulkPerformer::judgeEnds()
{
    for (Item &item : m_items) {
        const bool isThere = item.row && !item.row->isDone() && item.row->code != 404;
        if (isThere && item.outcome->is == Outcome::Is::Done) {
            item.outcome->reason = shorterStays(item.row->words);
        }
    }
    finish();
}

void BulkPerformer::unsentBy(const Error &error)
{
    for (Item &item : m_items) {
        item.outcome = item.outcome ? item.outcome : unsent(error);
    }
}

void BulkPerformer::finish()
{
    std::vector<Outcome> outcomes;
    for (const Item &item : m_items) {
        outcomes.push_back(*item.outcome);
    }
    m_reply.finish(std::move(outcomes));
    deleteLater();
}

void BulkPerformer::finishWith(const Error &error)
{
    m_reply.finish(tl::unexpected(error));
    deleteLater();
}

} // namespace quarterdeck::icinga2
