#include "app/domain/history.h"

#include <array>

namespace quarterdeck {

namespace {
constexpr std::array HistoryNames {QLatin1StringView("fired"), QLatin1StringView("state-changed"), QLatin1StringView("resolved"),
    QLatin1StringView("refired"), QLatin1StringView("action-queued"), QLatin1StringView("action-confirmed"), QLatin1StringView("action-failed"),
    QLatin1StringView("note"), QLatin1StringView("runbook-opened"), QLatin1StringView("acknowledged"), QLatin1StringView("unacknowledged"),
    QLatin1StringView("snoozed"), QLatin1StringView("assigned"), QLatin1StringView("escalated"), QLatin1StringView("source-note"),
    QLatin1StringView("notified"), QLatin1StringView("told"), QLatin1StringView("unread"), QLatin1StringView("change")};
}

QLatin1StringView historyKindName(HistoryEvent::Kind kind)
{
    return HistoryNames.at(std::size_t(kind));
}

HistoryEvent::Kind historyKindFromName(QStringView name)
{
    for (std::size_t i = 0; i < HistoryNames.size(); ++i) {
        if (name == HistoryNames.at(i)) {
            return HistoryEvent::Kind(i);
        }
    }
    return HistoryEvent::Kind::StateChanged;
}

} // namespace quarterdeck
