#include "app/cli/windowpoll.h"

#include "app/bootstrap/ipcclient.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr Millis AskEvery {100};

std::vector<SourceStatus> storedStatuses(CliSession &session)
{
    return CliSession::wait(session.engine().store().statuses()).value_or(std::vector<SourceStatus> {});
}

} // namespace

Result<Done> pollByWindow(CliSession &session, Millis limit)
{
    const std::vector<SourceStatus> before = storedStatuses(session);
    const UtcTime askedAt = session.clock().now();
    const Millis until = session.clock().monotonic() + limit;
    IpcRequest request;
    request.verb = IpcRequest::Verb::PollNow;
    const auto reply = askWindow(session.engine().folders().runtime, request);
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    if (!reply->isOk) {
        return fail(ErrorKind::Rejected, reply->problem);
    }
    // Every poll ends with its status, which says when the next one is due.
    const auto isAsked = [&](const SourceStatus &known) {
        const std::vector<SourceStatus> now = storedStatuses(session);
        const auto at = std::ranges::find(now, known.id, &SourceStatus::id);
        return at != now.end() && (at->lastOkAt >= askedAt || at->nextPollAt != known.nextPollAt);
    };
    // What is left out is never polled: waiting for it would take the whole limit.
    const std::vector<SourceStatus> live = session.engine().sync().statuses();
    const auto isOurs = [&session, &live](const SourceStatus &known) {
        const auto &endpoints = session.engine().endpoints();
        const auto at = std::ranges::find(live, known.id, &SourceStatus::id);
        const bool isLeftOut = at != live.end() && at->freshness == Freshness::Misconfigured;
        return !isLeftOut && std::ranges::find(endpoints, known.id, &Endpoint::id) != endpoints.end();
    };
    for (const SourceStatus &known : before) {
        while (isOurs(known) && !isAsked(known) && session.clock().monotonic() < until) {
            if (!CliSession::pause(AskEvery)) {
                return fail(ErrorKind::Cancelled, QStringLiteral("It was interrupted"));
            }
        }
    }
    return Done {};
}

} // namespace quarterdeck
