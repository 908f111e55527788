#include "app/net/retryafter.h"

#include <curl/curl.h>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qint64 LongestSeconds = 86'400;
/// Numbers above this are seconds since 1970, not seconds to wait.
constexpr double SmallestEpoch = 1e9;

std::optional<Millis> bounded(double seconds)
{
    if (!(seconds >= 0)) {
        return std::nullopt;
    }
    return Millis(qint64(std::min(seconds, double(LongestSeconds)) * 1000));
}

std::optional<UtcTime> httpDate(const QByteArray &text)
{
    const time_t seconds = text.isEmpty() ? -1 : curl_getdate(text.constData(), nullptr);
    return seconds < 0 ? std::nullopt : std::optional(UtcTime {qint64(seconds) * 1000});
}

} // namespace

std::optional<Millis> retryAfterOf(const HttpResponse &response, UtcTime now)
{
    const UtcTime serverNow = httpDate(response.header("date")).value_or(now);
    const QByteArray after = response.header("retry-after");
    bool isNumber = false;
    const double seconds = after.toDouble(&isNumber);
    if (isNumber) {
        return bounded(seconds);
    }
    if (const auto date = httpDate(after)) {
        return bounded(double((*date - serverNow).count()) / 1000);
    }
    for (const char *name : {"ratelimit-reset", "x-ratelimit-reset"}) {
        const double reset = response.header(name).toDouble(&isNumber);
        if (isNumber) {
            return bounded(reset > SmallestEpoch ? reset - double(serverNow.ms) / 1000 : reset);
        }
    }
    return std::nullopt;
}

} // namespace quarterdeck
