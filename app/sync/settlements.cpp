#include "app/sync/settlements.h"

namespace quarterdeck {

std::vector<QUuid> actionsOf(const std::vector<OutboxEntry> &entries)
{
    std::vector<QUuid> ids;
    for (const OutboxEntry &entry : entries) {
        ids.push_back(entry.action.id);
    }
    return ids;
}

std::optional<Settlement> settledUnsent(const OutboxEntry &entry, bool isReadOnly, UtcTime now)
{
    if (entry.state != OutboxState::Queued) {
        return std::nullopt;
    }
    if (isReadOnly) {
        return Settlement {entry.action.id, OutboxState::Rejected, Reason {ReasonCode::ReadOnly}};
    }
    if (!entry.notAfter.isValid() || now <= entry.notAfter) {
        return std::nullopt;
    }
    Reason why = Reason {entry.attempts > 0 ? ReasonCode::ExpiredTried : ReasonCode::ExpiredUnsent}.with(reasonpart::Before, entry.notAfter);
    why = entry.attempts > 0 ? why.with(reasonpart::Last, entry.reason) : why;
    return Settlement {entry.action.id, OutboxState::Expired, why};
}

std::optional<Settlement> settledBy(const QUuid &action, const Outcome &outcome)
{
    switch (outcome.is) {
    case Outcome::Is::Done:
        return Settlement {action, OutboxState::Confirmed, outcome.reason, outcome.madeId};
    case Outcome::Is::AlreadySo:
        return Settlement {action, OutboxState::Superseded, outcome.reason, outcome.madeId};
    case Outcome::Is::Conflict:
        return Settlement {action, OutboxState::Conflict, outcome.reason, outcome.madeId};
    case Outcome::Is::Refused:
        return Settlement {action, OutboxState::Rejected, outcome.reason};
    case Outcome::Is::Unknown:
        return Settlement {action, OutboxState::Unknown, outcome.reason};
    case Outcome::Is::NotSent:
        break;
    }
    return std::nullopt;
}

Settlement settledMissing(const OutboxEntry &entry)
{
    const ReasonCode code = entry.reason.code;
    const Reason answer = code == ReasonCode::InDoubt                      ? Reason::said(entry.reason.text())
        : code == ReasonCode::MadeNotRead || code == ReasonCode::StillRuns ? entry.reason
                                                                           : Reason {};
    return {entry.action.id, OutboxState::Queued, Reason {ReasonCode::NotArrived}.with(reasonpart::Last, answer)};
}

bool hasEffect(OutboxState state)
{
    return state == OutboxState::Confirmed || state == OutboxState::Superseded || state == OutboxState::Conflict;
}

std::vector<Result<Outcome>> outcomesOfEach(const Result<std::vector<Outcome>> &outcomes, std::size_t count)
{
    if (outcomes && outcomes->size() == count) {
        return {outcomes->begin(), outcomes->end()};
    }
    const Error error = outcomes ? Error {ErrorKind::Internal, QStringLiteral("Not every action has an outcome."), {}, 0, std::nullopt}
                                 : outcomes.error();
    return std::vector<Result<Outcome>>(count, tl::unexpected(error));
}

} // namespace quarterdeck
