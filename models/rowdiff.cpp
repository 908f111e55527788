#include "models/rowdiff.h"

#include <QHash>

#include <algorithm>

namespace quarterdeck {

namespace {

void extend(std::vector<RowRun> &runs, int row)
{
    if (!runs.empty() && runs.back().first + runs.back().count == row) {
        ++runs.back().count;
    } else {
        runs.push_back({row, 1});
    }
}

} // namespace

RowDiff diffRows(const std::vector<int> &before, const std::vector<int> &after)
{
    RowDiff diff;
    const int sizeBefore = int(before.size());
    const int sizeAfter = int(after.size());
    int head = 0;
    while (head < sizeBefore && head < sizeAfter && before[std::size_t(head)] == after[std::size_t(head)]) {
        ++head;
    }
    int tail = 0;
    while (tail < sizeBefore - head && tail < sizeAfter - head
        && before[std::size_t(sizeBefore - 1 - tail)] == after[std::size_t(sizeAfter - 1 - tail)]) {
        ++tail;
    }
    QHash<int, int> places;
    places.reserve(sizeAfter - head - tail);
    for (int row = head; row < sizeAfter - tail; ++row) {
        places.insert(after[std::size_t(row)], row);
    }
    std::vector<bool> survives(std::size_t(std::max(0, sizeAfter - head - tail)));
    int last = -1;
    for (int row = head; row < sizeBefore - tail; ++row) {
        const auto at = places.constFind(before[std::size_t(row)]);
        if (at == places.constEnd()) {
            extend(diff.removed, row);
            continue;
        }
        survives[std::size_t(*at - head)] = true;
        diff.isReordered = diff.isReordered || *at < last;
        last = *at;
    }
    for (int row = head; row < sizeAfter - tail; ++row) {
        if (!survives[std::size_t(row - head)]) {
            extend(diff.added, row);
        }
    }
    std::reverse(diff.removed.begin(), diff.removed.end());
    return diff;
}

} // namespace quarterdeck
