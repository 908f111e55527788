#include "app/sources/icinga2/verbs.h"

namespace quarterdeck::icinga2 {

namespace {

/// One of the actions must be allowed.
struct VerbNeed {
    Verb verb;
    QLatin1StringView action;
    QLatin1StringView otherwise;
};

constexpr QLatin1StringView Nothing;
constexpr VerbNeed Needs[] {{Verb::Acknowledge, QLatin1StringView("acknowledge-problem"), Nothing},
    {Verb::Silence, QLatin1StringView("schedule-downtime"), Nothing}, {Verb::ExtendSilence, QLatin1StringView("schedule-downtime"), Nothing},
    {Verb::ExpireSilence, QLatin1StringView("remove-downtime"), QLatin1StringView("remove-acknowledgement")},
    {Verb::Unacknowledge, QLatin1StringView("remove-acknowledgement"), Nothing}, {Verb::Note, QLatin1StringView("add-comment"), Nothing},
    {Verb::CheckNow, QLatin1StringView("reschedule-check"), Nothing}};

bool isAllowed(const Rights &rights, QLatin1StringView action)
{
    return !action.isEmpty() && rights.act(QString(action)) != Right::None;
}

} // namespace

VerbSet verbsFor(const Rights &rights)
{
    VerbSet verbs = Verbs;
    for (const VerbNeed &need : Needs) {
        if (!isAllowed(rights, need.action) && !isAllowed(rights, need.otherwise)) {
            verbs = verbs.without(need.verb);
        }
    }
    return verbs;
}

} // namespace quarterdeck::icinga2
