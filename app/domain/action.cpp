#include "app/domain/action.h"

#include <array>

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
