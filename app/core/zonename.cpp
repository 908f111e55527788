#include "app/core/zonename.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qsizetype LongestName = 64;

} // namespace

QTimeZone ianaZone(const QByteArray &name)
{
    // It becomes a path below the database. Qt's list of names lacks those that are links, such as Etc/UTC.
    const bool isName = name.size() <= LongestName && !name.isEmpty() && name.front() != '/' && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '_' || c == '-' || c == '+';
    });
    return isName ? QTimeZone(name) : QTimeZone();
}

std::optional<QTimeZone> zoneFrom(const QString &text)
{
    if (text == QLatin1StringView("local")) {
        return QTimeZone::systemTimeZone();
    }
    const bool isOffset = text.startsWith(u'+') || text.startsWith(u'-');
    const QTimeZone zone = isOffset ? QTimeZone(QByteArrayLiteral("UTC") + text.toLatin1()) : ianaZone(text.toUtf8());
    return zone.isValid() ? std::optional(zone) : std::nullopt;
}

} // namespace quarterdeck
