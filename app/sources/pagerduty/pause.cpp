#include "app/sources/pagerduty/pause.h"

#include "app/net/origin.h"
#include "app/net/retryafter.h"

#include <algorithm>

namespace quarterdeck::pagerduty {

namespace {

// The limit is one of a minute.
constexpr Millis UnsaidPause {5'000};
constexpr Millis LongestPause {600'000};

} // namespace

void Pause::heard(const HttpResponse &response, const Clock &clock)
{
    if (response.status == 429) {
        const Millis span = std::min(retryAfterOf(response, clock.now()).value_or(UnsaidPause), LongestPause);
        m_until = std::max(m_until, clock.monotonic() + span);
    }
}

std::optional<Error> Pause::objection(const QUrl &root, Millis now) const
{
    if (now >= m_until) {
        return std::nullopt;
    }
    const Millis left = m_until - now;
    const QString what = QStringLiteral("%1 asked us to wait: %2 s.").arg(hostText(root)).arg((left.count() + 999) / 1000);
    return Error {ErrorKind::RateLimited, what, {}, 429, left, Sent::No};
}

} // namespace quarterdeck::pagerduty
