#include "app/domain/verb.h"

#include <array>

namespace quarterdeck {

namespace {

constexpr std::array VerbNames {QLatin1StringView("acknowledge"), QLatin1StringView("silence"), QLatin1StringView("extend-silence"),
    QLatin1StringView("expire-silence"), QLatin1StringView("unacknowledge"), QLatin1StringView("snooze"), QLatin1StringView("resolve"),
    QLatin1StringView("note"), QLatin1StringView("reassign"), QLatin1StringView("escalate"), QLatin1StringView("add-responder"),
    QLatin1StringView("merge"), QLatin1StringView("set-priority"), QLatin1StringView("check-now"), QLatin1StringView("cancel-responder"),
    QLatin1StringView("maintain")};

} // namespace

QLatin1StringView verbName(Verb verb)
{
    return VerbNames.at(std::size_t(verb));
}

std::optional<Verb> verbFromName(QStringView name)
{
    for (std::size_t i = 0; i < VerbNames.size(); ++i) {
        if (name == VerbNames.at(i)) {
            return Verb(i);
        }
    }
    return std::nullopt;
}

} // namespace quarterdeck
