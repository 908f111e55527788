#include "app/core/error.h"

#include <array>

namespace quarterdeck {

namespace {
constexpr std::array<QLatin1StringView, 19> Names {QLatin1StringView("cancelled"), QLatin1StringView("offline"), QLatin1StringView("timeout"),
    QLatin1StringView("tls"), QLatin1StringView("unauthorized"), QLatin1StringView("forbidden"), QLatin1StringView("not-found"),
    QLatin1StringView("rate-limited"), QLatin1StringView("rejected"), QLatin1StringView("conflict"), QLatin1StringView("server"),
    QLatin1StringView("bad-payload"), QLatin1StringView("too-large"), QLatin1StringView("malformed"), QLatin1StringView("usage"),
    QLatin1StringView("settling"), QLatin1StringView("unsupported"), QLatin1StringView("storage"), QLatin1StringView("internal")};
}

QLatin1StringView errorKindName(ErrorKind kind)
{
    return Names.at(static_cast<std::size_t>(kind));
}

ErrorKind errorKindFromName(QStringView name)
{
    for (std::size_t i = 0; i < Names.size(); ++i) {
        if (name == Names.at(i)) {
            return static_cast<ErrorKind>(i);
        }
    }
    return ErrorKind::Internal;
}

bool isTransient(ErrorKind kind)
{
    return kind == ErrorKind::Offline || kind == ErrorKind::Timeout || kind == ErrorKind::RateLimited || kind == ErrorKind::Server
        || kind == ErrorKind::Settling;
}

} // namespace quarterdeck
