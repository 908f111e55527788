#include "app/domain/freshness.h"

#include <array>

namespace quarterdeck {

namespace {
constexpr std::array Names {QLatin1StringView("live"), QLatin1StringView("stale"), QLatin1StringView("needs-sign-in"),
    QLatin1StringView("unreachable"), QLatin1StringView("misconfigured"), QLatin1StringView("never-seen")};
}

QLatin1StringView freshnessName(Freshness freshness)
{
    return Names.at(std::size_t(freshness));
}

Freshness freshnessFromName(QStringView name)
{
    for (std::size_t i = 0; i < Names.size(); ++i) {
        if (name == Names.at(i)) {
            return Freshness(i);
        }
    }
    return Freshness::NeverSeen;
}

Freshness freshnessOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
        return Freshness::NeedsSignIn;
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
        return Freshness::Unreachable;
    case ErrorKind::Tls:
    case ErrorKind::NotFound:
    case ErrorKind::Unsupported:
    case ErrorKind::Rejected:
    case ErrorKind::Malformed:
    case ErrorKind::Usage:
        return Freshness::Misconfigured;
    case ErrorKind::Cancelled:
    case ErrorKind::RateLimited:
    case ErrorKind::Conflict:
    case ErrorKind::Server:
    case ErrorKind::BadPayload:
    case ErrorKind::TooLarge:
    case ErrorKind::Settling:
    case ErrorKind::Storage:
    case ErrorKind::Internal:
        break;
    }
    return Freshness::Stale;
}

} // namespace quarterdeck
