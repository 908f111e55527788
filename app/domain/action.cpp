#include "app/domain/action.h"

#include <array>
#include <tuple>

namespace quarterdeck {

namespace {

constexpr std::array StateNames {QLatin1StringView("queued"), QLatin1StringView("sending"), QLatin1StringView("confirmed"),
    QLatin1StringView("rejected"), QLatin1StringView("unknown"), QLatin1StringView("conflict"), QLatin1StringView("expired"),
    QLatin1StringView("superseded"), QLatin1StringView("withdrawn")};

} // namespace

QLatin1StringView outboxStateName(OutboxState state)
{
    return StateNames.at(std::size_t(state));
}

OutboxState outboxStateFromName(QStringView name)
{
    for (std::size_t i = 0; i < StateNames.size(); ++i) {
        if (name == StateNames.at(i)) {
            return OutboxState(i);
        }
    }
    return OutboxState::Unknown;
}

bool areAlike(const AlertAction &one, const AlertAction &other)
{
    const auto wish = [](const AlertAction &action) {
        return std::tie(action.verb, action.source, action.duration, action.author, action.comment, action.people, action.subject);
    };
    // An extension is counted from the end that its silence has.
    return wish(one) == wish(other) && (one.verb == Verb::ExtendSilence || one.until == other.until);
}

bool isFinal(OutboxState state)
{
    switch (state) {
    case OutboxState::Queued:
    case OutboxState::Sending:
    case OutboxState::Unknown:
    case OutboxState::Conflict:
        return false;
    case OutboxState::Confirmed:
    case OutboxState::Rejected:
    case OutboxState::Expired:
    case OutboxState::Superseded:
    case OutboxState::Withdrawn:
        return true;
    }
    return false;
}

} // namespace quarterdeck
