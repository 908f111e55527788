#pragma once

#include "app/net/httpclient.h"
#include "app/sources/api/source.h"
#include "app/sources/pagerduty/reader.h"

namespace quarterdeck::pagerduty {

/// What there is to say about an account that answers its list of incidents: whose key it is, and what cannot be done with it.
BackendHealth healthOf(const HttpResponse &incidents, const Result<Person> &me, const Settings &settings);

} // namespace quarterdeck::pagerduty
