#pragma once

#include <QLatin1StringView>
#include <QString>

namespace quarterdeck {

/// "1 alert", "2 alerts".
inline QString counted(std::size_t count, const char *one, const char *many)
{
    return QStringLiteral("%1 %2").arg(count).arg(QLatin1StringView(count == 1 ? one : many));
}

} // namespace quarterdeck
