#include "app/domain/history.h"

#include <array>

namespace quarterdeck {

namespace {
constexpr std::array Names {QLatin1StringView("fired"), QLatin1StringView("state-changed"), QLatin1StringView("resolved"),
    QLatin1StringView("refired"), QLatin1StringView("action-queued"), QLatin1StringView("action-confirmed"), QLatin1StringView("action-failed"),
    QLatin1StringView("note"), QLatin1StringView("runbook-opened")};
}

QLatin1StringView historyKindName(HistoryEvent::Kind kind)
{
    return Names.at(std::size_t(kind));
}

HistoryEvent::Kind historyKindFromName(QStringView name)
{
    for (std::size_t i = 0; i < Names.size(); ++i) {
        if (name == Names.at(i)) {
            return HistoryEvent::Kind(i);
        }
    }
    return HistoryEvent::Kind::StateChanged;
}

} // namespace quarterdeck
