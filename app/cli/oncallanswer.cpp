#include "app/cli/oncallanswer.h"

#include "app/cli/answers.h"

namespace quarterdeck {

namespace {

constexpr Millis OnCallPatience {90'000};

} // namespace

OnCallReply askOnCall(CliSession &session, TimeRange range)
{
    if (!session.arguments().isCached) {
        return CliSession::wait(session.engine().sync().onCall(range), OnCallPatience);
    }
    auto found = fromCache<OnCallPage>(sourcesWith(session, Face::OnCall),
        [&](const QString &source) { return CliSession::wait(session.engine().store().cachedOnCall(source, range), OnCallPatience); });
    if (!found) {
        return tl::unexpected(found.error());
    }
    const Dated<OnCallPage> &about = found->about;
    return Dated<std::vector<OnCallPage>> {
        std::move(found->values), about.asOf, about.isLive, about.error, about.warnings, about.failures, about.asked, about.warnedBy};
}

} // namespace quarterdeck
