#include "app/domain/outcome.h"

#include <array>

namespace quarterdeck {

namespace {

constexpr std::array OutcomeNames {QLatin1StringView("done"), QLatin1StringView("already-so"), QLatin1StringView("conflict"),
    QLatin1StringView("refused"), QLatin1StringView("not-sent"), QLatin1StringView("unknown")};

Outcome notSent(const Error &error, Outcome::Hindrance hindrance)
{
    return {Outcome::Is::NotSent, Reason::said(error.what), {}, hindrance, error.retryAfter};
}

Outcome ended(Outcome::Is is, const Error &error)
{
    return {is, Reason::said(error.what), {}, Outcome::Hindrance::Source, error.retryAfter};
}

Outcome inDoubt(const Error &error)
{
    Outcome outcome = ended(Outcome::Is::Unknown, error);
    if (error.httpStatus != 0 && !outcome.reason.isEmpty()) {
        outcome.reason.code = ReasonCode::InDoubt;
    }
    return outcome;
}

} // namespace

QLatin1StringView outcomeName(Outcome::Is is)
{
    return OutcomeNames.at(std::size_t(is));
}

Outcome outcomeOf(const Error &error)
{
    if (error.sent == Sent::Maybe) {
        return inDoubt(error);
    }
    const bool isUnsent = error.sent == Sent::No;
    switch (error.kind) {
    case ErrorKind::Unauthorized:
    case ErrorKind::RateLimited:
        return notSent(error, Outcome::Hindrance::Access);
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::Tls:
    case ErrorKind::Storage:
    case ErrorKind::Cancelled:
        return notSent(error, Outcome::Hindrance::Source);
    case ErrorKind::Server:
    case ErrorKind::Settling:
    case ErrorKind::BadPayload:
    case ErrorKind::TooLarge:
    case ErrorKind::Internal:
        // A gateway may have passed it on before it failed, and a cut answer follows a request that was taken. A read leaves no doubt.
        return isUnsent ? notSent(error, Outcome::Hindrance::Source) : inDoubt(error);
    case ErrorKind::Forbidden:
        // What may not be read may be readable again; what may not be done is not done by asking again.
        return isUnsent ? notSent(error, Outcome::Hindrance::Source) : ended(Outcome::Is::Refused, error);
    case ErrorKind::NotFound:
        return isUnsent ? notSent(error, Outcome::Hindrance::Target) : ended(Outcome::Is::Refused, error);
    case ErrorKind::Conflict:
        return ended(Outcome::Is::Conflict, error);
    case ErrorKind::Rejected:
    case ErrorKind::Malformed:
    case ErrorKind::Usage:
    case ErrorKind::Unsupported:
        break;
    }
    return ended(Outcome::Is::Refused, error);
}

} // namespace quarterdeck
