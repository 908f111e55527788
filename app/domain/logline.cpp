#include "app/domain/logline.h"

namespace quarterdeck {

QLatin1StringView logLevelName(LogLevel level)
{
    static constexpr std::array Names {QLatin1StringView("error"), QLatin1StringView("warning"), QLatin1StringView("info"),
        QLatin1StringView("debug"), QLatin1StringView("unknown")};
    return Names.at(std::size_t(level));
}

LogLevel logLevelFromPriority(int priority)
{
    if (priority < 0 || priority > 7) {
        return LogLevel::Unknown;
    }
    if (priority <= 3) {
        return LogLevel::Error;
    }
    if (priority == 4) {
        return LogLevel::Warning;
    }
    return priority == 7 ? LogLevel::Debug : LogLevel::Info;
}

} // namespace quarterdeck
