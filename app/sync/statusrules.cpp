#include "app/sync/statusrules.h"

namespace quarterdeck {

namespace {

void enter(SourceStatus &status, Freshness freshness, UtcTime since)
{
    if (status.freshness != freshness || !status.since.isValid()) {
        status.freshness = freshness;
        status.since = since;
    }
}

} // namespace

SourceStatus statusOf(const SourceInfo &info, bool isReadOnly)
{
    SourceStatus status;
    status.id = info.id;
    status.kind = info.kind;
    status.members = info.members;
    status.isInsecure = info.isInsecure;
    status.faces = info.faces;
    status.readOnly = isReadOnly ? ReadOnly::Context : info.faces.testFlag(Face::Acts) ? ReadOnly::No : ReadOnly::Source;
    return status;
}

SourceStatus afterAnswer(SourceStatus status, const Answer &answer, UtcTime now)
{
    status.members = answer.members;
    status.liveMembers = answer.membersLive;
    if (answer.isComplete) {
        enter(status, Freshness::Live, now);
        status.lastOkAt = now;
        status.error = answer.memberError;
        status.failures = 0;
        return status;
    }
    enter(status, Freshness::Stale, now);
    status.error = answer.memberError.value_or(
        Error {ErrorKind::Offline, QStringLiteral("%1 of %2 members answered").arg(answer.membersLive).arg(answer.members), {}, 0, std::nullopt});
    ++status.failures;
    return status;
}

SourceStatus afterFailure(SourceStatus status, const Error &error, UtcTime now)
{
    enter(status, freshnessOf(error), now);
    status.error = error;
    status.liveMembers = 0;
    ++status.failures;
    return status;
}

SourceStatus aged(SourceStatus status, UtcTime now, Millis sinceSuccess, Millis staleAfter)
{
    if (status.freshness == Freshness::Live && (now - status.lastOkAt > staleAfter || sinceSuccess > staleAfter)) {
        enter(status, Freshness::Stale, now);
        // What came with the last answer does not say why there is none now.
        status.error.reset();
    }
    return status;
}

SourceStatus restored(SourceStatus status)
{
    if (status.freshness == Freshness::Live) {
        status.freshness = status.lastOkAt.isValid() ? Freshness::Stale : Freshness::NeverSeen;
        status.since = status.lastOkAt;
    }
    status.liveMembers = 0;
    status.nextPollAt = {};
    return status;
}

} // namespace quarterdeck
