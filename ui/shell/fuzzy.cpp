#include "ui/shell/fuzzy.h"

#include <algorithm>

namespace quarterdeck {

int fuzzyScore(QStringView text, QStringView needle)
{
    if (needle.isEmpty()) {
        return 1;
    }
    // Where the words stand as they were typed, nothing can fit better.
    if (const qsizetype at = text.indexOf(needle, 0, Qt::CaseInsensitive); at >= 0) {
        const bool isWordStart = at == 0 || !text.at(at - 1).isLetterOrNumber();
        return 1000 + (isWordStart ? 300 : 0) + (at == 0 ? 200 : 0) - int(std::min<qsizetype>(text.size(), 150));
    }
    int score = 200;
    qsizetype from = 0;
    qsizetype before = -2;
    for (const QChar c : needle) {
        if (c.isSpace()) {
            continue;
        }
        const qsizetype at = text.indexOf(c, from, Qt::CaseInsensitive);
        if (at < 0) {
            return 0;
        }
        const bool isWordStart = at == 0 || !text.at(at - 1).isLetterOrNumber() || (text.at(at).isUpper() && text.at(at - 1).isLower());
        score += at == before + 1 ? 15 : isWordStart ? 20 : -int(std::min<qsizetype>(at - from, 10));
        before = at;
        from = at + 1;
    }
    return std::max(1, score - int(std::min<qsizetype>(text.size(), 100)) / 2);
}

} // namespace quarterdeck
