#include "app/sources/pagerduty/performer.h"

#include "app/sources/pagerduty/failure.h"
#include "app/sources/pagerduty/judgement.h"

namespace quarterdeck::pagerduty {

namespace {

Outcome inDoubt(const QString &why, std::optional<Millis> retryAfter)
{
    return {Outcome::Is::Unknown, Reason {ReasonCode::InDoubt}.with(reasonpart::Text, why), {}, Outcome::Hindrance::Source, retryAfter};
}

} // namespace

Performer::Performer(Reader &reader, const SourceDeps &deps, AlertAction action, CancelToken cancel)
    : QObject(&reader)
    , m_reader(reader)
    , m_deps(deps)
    , m_action(std::move(action))
    , m_cancel(std::move(cancel))
{
}

Async<Outcome> Performer::run()
{
    const auto future = m_reply.future();
    read([this](const Present &present) { consider(present); });
    return future;
}

Async<Outcome> Performer::runFrom(Present present)
{
    const auto future = m_reply.future();
    m_isOneOfMany = true;
    if (m_action.verb != Verb::Note) {
        consider(present);
        return future;
    }
    then(m_reader.notes(m_action.alert.id, m_cancel), this, [this, present = std::move(present)](const Result<std::vector<Note>> &notes) mutable {
        if (notes) {
            present.notes = *notes;
            consider(present);
        } else {
            failWith(notes.error());
        }
    });
    return future;
}

Async<Outcome> Performer::runNote(const Outcome &outcome, const QString &from)
{
    const auto future = m_reply.future();
    m_from = from;
    leaveNote(outcome, true);
    return future;
}

Async<Outcome> Performer::look()
{
    const auto future = m_reply.future();
    auto *gathering = new Gathering(m_reader, m_action, m_cancel);
    then(gathering->run(), this, [this](const Result<Present> &present) {
        if (present) {
            found(*present);
        } else if (present.error().kind == ErrorKind::Cancelled) {
            finish(tl::unexpected(present.error()));
        } else {
            // Who cannot look has not missed it.
            finish(inDoubt(present.error().what, present.error().retryAfter));
        }
    });
    return future;
}

void Performer::read(std::function<void(const Present &)> next)
{
    auto *gathering = new Gathering(m_reader, m_action, m_cancel);
    then(gathering->run(), this, [this, next = std::move(next)](const Result<Present> &present) {
        if (present) {
            next(*present);
        } else if (m_isSent) {
            failWith(unknownOutcome(QStringLiteral("it could not be read back: ") + present.error().what, present.error().httpStatus));
        } else {
            failWith(present.error());
        }
    });
}

void Performer::consider(const Present &present)
{
    m_present = present;
    m_from = present.author.email;
    m_plan = plan(m_action, present, now());
    if (m_plan.outcome) {
        finish(*m_plan.outcome);
    } else if (m_plan.isStep && std::exchange(m_hasStepped, true)) {
        failWith(Error {ErrorKind::Server, QStringLiteral("PagerDuty said yes and changed nothing"), {}, 0, std::nullopt});
    } else {
        send(*m_plan.deed);
    }
}

void Performer::send(const Deed &deed)
{
    m_isSent = true;
    const auto request = actRequest(m_reader.settings().root, m_action.alert.id, deed, m_from);
    then(m_reader.send(request, m_cancel), this, [this](const Result<HttpResponse> &response) {
        const auto result = actResult(response);
        if (result && m_plan.isStep) {
            m_isSent = false;
            read([this](const Present &present) { consider(present); });
        } else if (const auto shown = result && m_isOneOfMany ? shownBy(*response) : std::nullopt) {
            conclude(*shown);
        } else if (result) {
            confirm();
        } else if (response && result.error().sent == Sent::Yes && result.error().kind != ErrorKind::Server) {
            reconsider(result.error(), refusalOf(*response).code);
        } else {
            failWith(result.error());
        }
    });
}

void Performer::reconsider(const Error &refusal, int code)
{
    if (refusal.kind == ErrorKind::Unauthorized || refusal.kind == ErrorKind::RateLimited) {
        failWith(refusal);
        return;
    }
    auto *gathering = new Gathering(m_reader, m_action, m_cancel);
    then(gathering->run(), this, [this, refusal, code](const Result<Present> &present) {
        // A gateway may have said no to a step that was taken: then what it was for goes on.
        if (present && m_plan.isStep && isTaken(*present)) {
            m_isSent = false;
            consider(*present);
            return;
        }
        finish(present ? afterNo(m_action, *present, now(), refusal, code) : refusedBy(refusal, code));
    });
}

bool Performer::isTaken(const Present &present) const
{
    const Plan next = plan(m_action, present, now());
    return !next.outcome && !next.isStep;
}

std::optional<Outcome> Performer::shownBy(const HttpResponse &response) const
{
    if (isShownPoorly(m_action.verb)) {
        return afterYes(m_action, m_present, now());
    }
    Present shown = m_present;
    if (const auto incident = parseIncident(response.body); incident && incident->self.id == m_action.alert.id) {
        shown.incident = *incident;
    } else if (const auto note = parseNote(response.body); note && !note->content.isEmpty()) {
        shown.notes = {*note};
    }
    return traceOf(m_action, shown, now());
}

void Performer::confirm()
{
    if (m_isOneOfMany && m_action.verb != Verb::Note) {
        // All that it shares with the others stays as it was.
        then(m_reader.incident(m_action.alert.id, m_cancel), this, [this](const Result<Incident> &incident) {
            if (incident) {
                m_present.incident = *incident;
                conclude(afterYes(m_action, m_present, now()));
            } else {
                failWith(unknownOutcome(QStringLiteral("it could not be read back: ") + incident.error().what, incident.error().httpStatus));
            }
        });
        return;
    }
    read([this](const Present &present) { conclude(afterYes(m_action, present, now())); });
}

void Performer::conclude(const Outcome &outcome)
{
    if (outcome.is == Outcome::Is::Done) {
        leaveNote(outcome, true);
    } else {
        finish(outcome);
    }
}

void Performer::leaveNote(const Outcome &outcome, bool mayPost)
{
    const QString content = noteBeside(m_action);
    if (content.isEmpty()) {
        finish(outcome);
        return;
    }
    const auto unnoted = [outcome](const QString &why) {
        Outcome told = outcome;
        told.reason = Reason {ReasonCode::CommentLost}.with(reasonpart::Text, why);
        return told;
    };
    then(m_reader.notes(m_action.alert.id, m_cancel), this, [=, this](const Result<std::vector<Note>> &notes) {
        const QString marker = silenceMarker(m_action.id);
        const bool isThere = notes && std::ranges::any_of(*notes, [&](const Note &note) { return note.content.contains(marker); });
        if (isThere || !notes || !mayPost) {
            finish(isThere ? outcome : unnoted(notes ? QString() : notes.error().what));
            return;
        }
        const auto request = actRequest(m_reader.settings().root, m_action.alert.id, LeaveNote {content}, m_from);
        then(m_reader.send(request, m_cancel), this, [=, this](const Result<HttpResponse> &response) {
            const auto result = actResult(response);
            if (!result && result.error().sent == Sent::Maybe) {
                // Whether it is there is seen by a look.
                leaveNote(outcome, false);
                return;
            }
            finish(result ? outcome : unnoted(result.error().what));
        });
    });
}

void Performer::found(const Present &present)
{
    if (const auto trace = traceOf(m_action, present, now())) {
        leaveNote(*trace, false);
    } else if (!present.incident) {
        finish(Outcome {Outcome::Is::Conflict, Reason {ReasonCode::Gone}.with(reasonpart::Seen, m_action.expectedStart)});
    } else if (m_action.verb == Verb::Escalate && present.author.id.isEmpty()) {
        finish(inDoubt(QStringLiteral("it is unknown who made these escalations"), {}));
    } else {
        finish(Outcome {Outcome::Is::NotSent, Reason {ReasonCode::NotTaken}});
    }
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

} // namespace quarterdeck::pagerduty
