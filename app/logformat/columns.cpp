#include "app/logformat/columns.h"

#include "app/logformat/cursor.h"
#include "app/logformat/level.h"

#include <algorithm>

namespace quarterdeck::logformat {

bool hasColumns(QByteArrayView rest)
{
    // The first ten stand before the message, which alone may hold a newline.
    constexpr auto Least = 10;
    return std::count(rest.begin(), rest.end(), ',') >= Least;
}

QByteArrayView levelColumn(QByteArrayView rest)
{
    bool isOpen = false;
    qsizetype from = 0;
    for (qsizetype at = 0; at <= rest.size(); ++at) {
        const char c = at < rest.size() ? rest[at] : ',';
        isOpen = c == '"' ? !isOpen : isOpen;
        if (c != ',' || isOpen) {
            continue;
        }
        const QByteArrayView column = rest.sliced(from, at - from);
        const bool isWord = column.size() > 1 && std::all_of(column.begin(), column.end(), [](char one) { return isUpper(one) || isDigit(one); });
        if (isWord && levelOfWord(column)) {
            return column;
        }
        from = at + 1;
    }
    return {};
}

bool isOpenAfter(QByteArrayView line, bool isOpen)
{
    return (std::count(line.begin(), line.end(), '"') % 2 != 0) != isOpen;
}

} // namespace quarterdeck::logformat
