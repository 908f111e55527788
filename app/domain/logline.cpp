#include "app/domain/logline.h"

#include <algorithm>
#include <iterator>

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

namespace {

struct LevelWord {
    QLatin1StringView word;
    LogLevel level;
};

// The first of each level is our own name, then those of syslog, then other spellings.
constexpr std::array LevelWords {LevelWord {QLatin1StringView("error"), LogLevel::Error}, LevelWord {QLatin1StringView("emerg"), LogLevel::Error},
    LevelWord {QLatin1StringView("alert"), LogLevel::Error}, LevelWord {QLatin1StringView("crit"), LogLevel::Error},
    LevelWord {QLatin1StringView("err"), LogLevel::Error}, LevelWord {QLatin1StringView("critical"), LogLevel::Error},
    LevelWord {QLatin1StringView("fatal"), LogLevel::Error}, LevelWord {QLatin1StringView("panic"), LogLevel::Error},
    LevelWord {QLatin1StringView("emergency"), LogLevel::Error}, LevelWord {QLatin1StringView("errors"), LogLevel::Error},
    LevelWord {QLatin1StringView("warning"), LogLevel::Warning}, LevelWord {QLatin1StringView("warn"), LogLevel::Warning},
    LevelWord {QLatin1StringView("warnings"), LogLevel::Warning}, LevelWord {QLatin1StringView("info"), LogLevel::Info},
    LevelWord {QLatin1StringView("notice"), LogLevel::Info}, LevelWord {QLatin1StringView("informational"), LogLevel::Info},
    LevelWord {QLatin1StringView("information"), LogLevel::Info}, LevelWord {QLatin1StringView("debug"), LogLevel::Debug},
    LevelWord {QLatin1StringView("trace"), LogLevel::Debug}, LevelWord {QLatin1StringView("unknown"), LogLevel::Unknown},
    LevelWord {QLatin1StringView("none"), LogLevel::Unknown}};

} // namespace

std::optional<LogLevel> logLevelFromName(QStringView name)
{
    const QString word = name.trimmed().toString().toLower();
    if (word.size() == 1 && word.front() >= u'0' && word.front() <= u'7') {
        return logLevelFromPriority(word.front().unicode() - u'0');
    }
    const auto *const found = std::find_if(LevelWords.begin(), LevelWords.end(), [&word](const LevelWord &known) { return known.word == word; });
    return found == LevelWords.end() ? std::nullopt : std::optional(found->level);
}

QStringList logLevelSpellings(LogLevel level)
{
    QStringList spellings;
    for (const LevelWord &known : LevelWords) {
        if (known.level == level) {
            spellings.append(known.word);
        }
    }
    for (int priority = 0; priority <= 7; ++priority) {
        if (logLevelFromPriority(priority) == level) {
            spellings.append(QString::number(priority));
        }
    }
    return spellings;
}

QString logLevelWords()
{
    return QStringLiteral("error (emerg, alert, crit, err), warning (warn), info (notice), debug, unknown, or 0 to 7");
}

} // namespace quarterdeck
