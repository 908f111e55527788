#include "app/sources/api/linefields.h"

#include <algorithm>

namespace quarterdeck {

namespace {

QString firstOf(const Labels &fields, const QStringList &names)
{
    for (const QString &name : names) {
        const QString value = fields.value(name);
        if (!value.isEmpty()) {
            return value;
        }
    }
    return {};
}

} // namespace

QString serviceOf(const Labels &fields, const LineFields &names)
{
    return firstOf(fields, names.service);
}

LogLevel levelOf(const Labels &fields, const LineFields &names)
{
    return logLevelFromName(firstOf(fields, names.level)).value_or(LogLevel::Unknown);
}

QStringList spellingsOf(const QString &service)
{
    const QString lower = service.toLower();
    return service == lower ? QStringList {lower} : QStringList {service, lower};
}

QStringList wordsOfLevels(const std::vector<LogLevel> &levels)
{
    if (std::ranges::find(levels, LogLevel::Unknown) != levels.end()) {
        return {};
    }
    QStringList words;
    for (const LogLevel level : levels) {
        words += logLevelSpellings(level);
    }
    words.removeDuplicates();
    return words;
}

} // namespace quarterdeck
