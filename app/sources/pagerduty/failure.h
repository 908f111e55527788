#pragma once

#include "app/net/httpclient.h"

namespace quarterdeck::pagerduty {

/// The codes of PagerDuty that have a reason of their own.
namespace code {
inline constexpr int NoAssignee = 1007, NoRequester = 1008, BadPriority = 1020;
} // namespace code

/// What PagerDuty itself says of a refusal.
struct Refusal {
    int code = 0;  ///< 0 where it gives none.
    QString words; ///< One clean line: the message and what is wrong in particular. Empty where it says nothing.
};

/// The refusal in a body, in either of its two shapes: `errors` is a list of texts (v2), or a map from fields to lists of texts (v3).
Refusal refusalOf(const HttpResponse &response);

/// An answer, or why it is none: requireOk() with PagerDuty's own words in the error.
Result<HttpResponse> answered(Result<HttpResponse> response);

} // namespace quarterdeck::pagerduty
