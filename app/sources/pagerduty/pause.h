#pragma once

#include "app/core/clock.h"
#include "app/net/httpclient.h"

#include <optional>

namespace quarterdeck::pagerduty {

/// The pause that an account has asked for: a limit counts questions and acts alike, so that it is one for both. Thread: io.
class Pause {
public:
    /// Takes note of an answer: 429 asks for a pause, in its headers or, where it has none of those, for a few seconds.
    void heard(const HttpResponse &response, const Clock &clock);
    /// Why nothing is sent to `root` now, RateLimited and Sent::No; nothing where no pause lasts. `now`: monotonic.
    std::optional<Error> objection(const QUrl &root, Millis now) const;

private:
    Millis m_until {0};
};

} // namespace quarterdeck::pagerduty
