#include "app/ownership/coverage.h"

#include <algorithm>

namespace quarterdeck {

namespace {

std::vector<TimeRange> inBoth(const std::vector<TimeRange> &one, const std::vector<TimeRange> &other)
{
    std::vector<TimeRange> both;
    for (std::size_t i = 0, j = 0; i < one.size() && j < other.size();) {
        const UtcTime from = std::max(one[i].from, other[j].from);
        const UtcTime to = std::min(one[i].to, other[j].to);
        if (from < to) {
            both.push_back({from, to});
        }
        (one[i].to < other[j].to ? i : j) += 1;
    }
    return both;
}

// The gaps of a policy with what is not known of it, in order.
std::vector<TimeRange> openOf(const PolicyCover &policy, TimeRange range)
{
    if (!(policy.known.from < policy.known.to)) {
        return {range};
    }
    std::vector<TimeRange> open;
    if (range.from < policy.known.from) {
        open.push_back({range.from, policy.known.from});
    }
    open.insert(open.end(), policy.gaps.begin(), policy.gaps.end());
    if (policy.known.to < range.to) {
        open.push_back({policy.known.to, range.to});
    }
    return open;
}

} // namespace

Uncovered uncoveredOf(const std::vector<PolicyCover> &policies, TimeRange range)
{
    Uncovered out;
    out.gaps = {range};
    std::vector<TimeRange> open {range};
    for (const PolicyCover &policy : policies) {
        out.gaps = inBoth(out.gaps, policy.gaps);
        open = inBoth(open, openOf(policy, range));
    }
    for (const TimeRange &one : open) {
        // An open stretch that begins with a gap is known to its end, or not known from there on.
        UtcTime at = one.from;
        for (const TimeRange &gap : out.gaps) {
            at = gap.from <= at && at < gap.to ? gap.to : at;
        }
        if (at < one.to) {
            out.unknownFrom = at;
            break;
        }
    }
    return out;
}

} // namespace quarterdeck
