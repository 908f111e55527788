#include "app/sources/pagerduty/health.h"

#include "app/core/text.h"
#include "app/sources/api/names.h"

namespace quarterdeck::pagerduty {

namespace {

}

BackendHealth healthOf(const HttpResponse &incidents, const Result<Person> &me, const Settings &settings)
{
    BackendHealth health;
    health.version = QStringLiteral("REST v2");
    health.latency = incidents.elapsed;
    health.clockSkew = incidents.clockSkew;
    if (!me && settings.user.isEmpty()) {
        health.findings.append(QStringLiteral(
            "This key belongs to the account, not to a user: it can read, but it cannot acknowledge. Set user to the e-mail address of a user"));
    }
    if (me && !settings.user.isEmpty() && settings.user.compare(me->email, Qt::CaseInsensitive) != 0) {
        health.findings.append(QStringLiteral("The key belongs to %1, so PagerDuty attributes actions to them, not to the user set here")
                                   .arg(text::plain(me->email, LongestName)));
    }
    return health;
}

} // namespace quarterdeck::pagerduty
