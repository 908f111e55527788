#include "app/sources/icinga2/performer.h"

#include "app/sources/icinga2/judgement.h"

#include <QTimer>

namespace quarterdeck::icinga2 {

Performer::Performer(Reader &reader, Actor &actor, const Clock &clock, AlertAction action, Style style, CancelToken cancel, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_actor(actor)
    , m_clock(clock)
    , m_action(std::move(action))
    , m_style(style)
    , m_cancel(std::move(cancel))
{
}

Async<Outcome> Performer::run()
{
    const auto future = m_reply.future();
    read([this](const Present &present) { consider(present); });
    return future;
}

void Performer::read(std::function<void(const Present &)> next)
{
    then(m_reader.read(m_cancel), this, [this, next = std::move(next)](const Result<Present> &present) {
        if (present) {
            next(*present);
        } else if (m_isSent) {
            failWith(notReadBack(present.error()));
        } else {
            failWith(present.error());
        }
    });
}

void Performer::consider(const Present &present)
{
    m_plan = plan(m_action, present, now(), m_style);
    if (m_plan.outcome) {
        settle(*m_plan.outcome);
    } else {
        send();
    }
}

void Performer::send()
{
    m_isSent = true;
    then(m_actor.send(*m_plan.act, m_cancel), this, [this](const Result<std::vector<ActResult>> &results) {
        if (results) {
            judge(results->front());
        } else {
            failed(results.error());
        }
    });
}

void Performer::judge(const ActResult &result)
{
    if (result.isDone() && m_action.verb == Verb::CheckNow) {
        awaitCheck(0);
    } else if (result.isDone()) {
        confirm(result.made);
    } else if (result.code == 503) {
        failWith(reloading(result.words));
    } else {
        reconsider(refusalOf(result));
    }
}

void Performer::failed(const Error &error)
{
    if (error.sent != Sent::Yes) {
        failWith(error);
    } else if (error.httpStatus == 503) {
        failWith(reloading(error.what));
    } else {
        reconsider(error);
    }
}

void Performer::reconsider(const Error &refusal)
{
    read([this, refusal](const Present &present) { settle(afterNo(m_action, present, now(), m_style, refusal)); });
}

void Performer::confirm(const QString &made)
{
    read([this, made](const Present &present) { settle(afterYes(m_action, present, now(), made)); });
}

void Performer::awaitCheck(std::size_t reads)
{
    then(m_reader.one(ObjectRef::fromId(m_action.alert.id), m_cancel), this, [this, reads](const Result<Checkable> &one) {
        if (one && one->lastCheck > m_plan.lastCheck) {
            finish(Outcome {Outcome::Is::Done, {}, m_action.alert.id});
        } else if (m_cancel.stop_requested()) {
            finish(fail(ErrorKind::Cancelled, QStringLiteral("Cancelled")));
        } else if (reads < CheckWaits.size()) {
            QTimer::singleShot(CheckWaits.at(reads), this, [this, reads] { awaitCheck(reads + 1); });
        } else {
            failWith(one ? uncheckedYet() : unknownOutcome(one.error().what, 200));
        }
    });
}

void Performer::settle(const Outcome &outcome)
{
    const bool holds = outcome.is == Outcome::Is::Done && !outcome.madeId.isEmpty() && !m_plan.ends.contains(outcome.madeId);
    if (m_plan.ends.isEmpty() || !holds) {
        finish(outcome);
        return;
    }
    const Act act {ObjectKind::Downtime, m_plan.ends, RemoveDowntime {m_action.author}};
    then(m_actor.send(act, m_cancel), this, [this, outcome](const Result<std::vector<ActResult>> &results) {
        if (!results && results.error().sent == Sent::Maybe) {
            // A look tells which of the two are there.
            failWith(results.error());
            return;
        }
        Outcome told = outcome;
        const bool isGone = results ? results->front().isDone() : results.error().kind == ErrorKind::NotFound;
        if (!isGone) {
            told.reason = shorterStays(results ? results->front().words : results.error().what);
        }
        finish(told);
    });
}

void Performer::failWith(Error error)
{
    if (!m_isSent) {
        // A lost answer to a read leaves nothing in doubt.
        error.sent = Sent::No;
    }
    finish(error.kind == ErrorKind::Cancelled ? Result<Outcome>(tl::unexpected(error)) : Result<Outcome>(outcomeOf(error)));
}

void Performer::finish(Result<Outcome> result)
{
    m_reply.finish(std::move(result));
    deleteLater();
}

} // namespace quarterdeck::icinga2
