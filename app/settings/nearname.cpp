#include "app/settings/nearname.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace quarterdeck {

namespace {

constexpr qsizetype LongestWord = 64;
constexpr qsizetype MostSlips = 2;

// Letters to add, to drop or to change; two that changed places count as one.
qsizetype slipsBetween(const QString &a, const QString &b)
{
    std::vector<std::vector<qsizetype>> cost(std::size_t(a.size()) + 1, std::vector<qsizetype>(std::size_t(b.size()) + 1));
    std::iota(cost.front().begin(), cost.front().end(), qsizetype(0));
    for (qsizetype i = 1; i <= a.size(); ++i) {
        auto &row = cost[std::size_t(i)];
        const auto &above = cost[std::size_t(i) - 1];
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = std::size_t(j);
            row[at] = std::min({above[at] + 1, row[at - 1] + 1, above[at - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[at] = std::min(row[at], cost[std::size_t(i) - 2][at - 2] + 1);
            }
        }
    }
    return cost.back().back();
}

} // namespace

QString nearName(const QString &word, const QStringList &names)
{
    const QString folded = word.left(LongestWord).toLower();
    QString best;
    qsizetype fewest = MostSlips + 1;
    for (const QString &name : names) {
        const QString other = name.left(LongestWord).toLower();
        const qsizetype slips = slipsBetween(folded, other);
        if (slips < fewest && slips * 2 < std::max(folded.size(), other.size())) {
            fewest = slips;
            best = name;
        }
    }
    return best;
}

} // namespace quarterdeck
