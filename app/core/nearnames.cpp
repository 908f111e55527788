#include "app/core/nearnames.h"

#include <algorithm>
#include <vector>

namespace quarterdeck {

namespace {

constexpr qsizetype LongestWord = 64;
constexpr qsizetype MostNames = 3;
constexpr qsizetype ShortestBeginning = 3;

// One slip in a short word, one for every three letters of a longer one.
int slipsFor(qsizetype length)
{
    return std::max(1, int(std::min(length, LongestWord)) / 3);
}

} // namespace

int editDistance(QStringView a, QStringView b)
{
    const QString left = a.left(LongestWord).toString().toLower();
    const QString right = b.left(LongestWord).toString().toLower();
    const std::size_t width = std::size_t(right.size()) + 1;
    std::vector<int> cells((std::size_t(left.size()) + 1) * width);
    const auto at = [&cells, width](qsizetype i, qsizetype j) -> int & { return cells[std::size_t(i) * width + std::size_t(j)]; };
    for (qsizetype i = 0; i <= left.size(); ++i) {
        for (qsizetype j = 0; j <= right.size(); ++j) {
            if (i == 0 || j == 0) {
                at(i, j) = int(i + j);
                continue;
            }
            const int replaced = at(i - 1, j - 1) + int(left[i - 1] != right[j - 1]);
            at(i, j) = std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, replaced});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
                at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
            }
        }
    }
    return cells.back();
}

QStringList nearNames(QStringView typed, const QStringList &names)
{
    std::vector<std::pair<int, QString>> near;
    for (const QString &name : names) {
        const bool isBegun = typed.size() >= ShortestBeginning && name.startsWith(typed, Qt::CaseInsensitive);
        const int distance = editDistance(typed, name);
        if (isBegun || distance <= slipsFor(std::min(typed.size(), name.size()))) {
            near.emplace_back(distance, name);
        }
    }
    std::stable_sort(near.begin(), near.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList best;
    for (const auto &[distance, name] : near) {
        if (best.size() < MostNames && !best.contains(name)) {
            best.append(name);
        }
    }
    return best;
}

QString didYouMean(QStringView typed, const QStringList &names)
{
    const QStringList near = nearNames(typed, names);
    return near.isEmpty() ? QString() : QStringLiteral(" Did you mean %1?").arg(anyOf(near));
}

QString anyOf(const QStringList &words)
{
    return words.size() < 2 ? words.join(QString())
                            : QStringLiteral("%1 or %2").arg(words.sliced(0, words.size() - 1).join(QStringLiteral(", ")), words.last());
}

} // namespace quarterdeck
