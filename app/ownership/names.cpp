#include "app/ownership/review.h"

#include <array>

namespace quarterdeck {

namespace {

constexpr std::array CheckNames {QLatin1StringView("owner-named"), QLatin1StringView("owner-known"), QLatin1StringView("sources-agree"),
    QLatin1StringView("tier-named"), QLatin1StringView("lifecycle-named"), QLatin1StringView("dependencies-known"),
    QLatin1StringView("runbook-for-alerts"), QLatin1StringView("on-call-now"), QLatin1StringView("on-call-ahead"),
    QLatin1StringView("escalation-of-two"), QLatin1StringView("bus-factor")};
constexpr std::array CheckStateNames {
    QLatin1StringView("pass"), QLatin1StringView("fail"), QLatin1StringView("unknown"), QLatin1StringView("not-applicable")};

} // namespace

const std::vector<OwnershipCheck> &ownershipChecks()
{
    static const std::vector<OwnershipCheck> All = [] {
        std::vector<OwnershipCheck> all;
        for (std::size_t i = 0; i < CheckNames.size(); ++i) {
            all.push_back(OwnershipCheck(i));
        }
        return all;
    }();
    return All;
}

QLatin1StringView checkName(OwnershipCheck check)
{
    return CheckNames.at(std::size_t(check));
}

QLatin1StringView checkStateName(CheckState state)
{
    return CheckStateNames.at(std::size_t(state));
}

} // namespace quarterdeck
