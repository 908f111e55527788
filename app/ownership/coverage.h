#pragma once

#include "app/core/time.h"

#include <vector>

namespace quarterdeck {

/// When nobody is called by one policy, as far as that is known.
struct PolicyCover {
    TimeRange known;             ///< What lies outside is not known. Empty: nothing is.
    std::vector<TimeRange> gaps; ///< Within `known`, in order.
};

/// When nobody is called by any of the policies of a service.
struct Uncovered {
    std::vector<TimeRange> gaps; ///< Each policy is known there and calls nobody; in order.
    UtcTime unknownFrom;         ///< The first instant at which nobody is known to be called and some policy is not known; invalid: none.
};

/// What of `range` no policy covers. A policy that is not known may cover what the others leave open.
Uncovered uncoveredOf(const std::vector<PolicyCover> &policies, TimeRange range);

} // namespace quarterdeck
