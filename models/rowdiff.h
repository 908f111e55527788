#pragma once

#include <vector>

namespace quarterdeck {

/// A run of rows.
struct RowRun {
    int first = 0;
    int count = 0;
    friend bool operator==(const RowRun &, const RowRun &) = default;
};

/// How one list of row ids becomes another: first `removed` (runs of the old list, last first), then, when `isReordered`, the
/// survivors change places, then `added` (runs of the new list, first first).
struct RowDiff {
    std::vector<RowRun> removed;
    std::vector<RowRun> added;
    bool isReordered = false;

    bool isEmpty() const { return removed.empty() && added.empty() && !isReordered; }
};

/// Compares two lists of ids, each without repeats, in linear time. Ids may be any int.
RowDiff diffRows(const std::vector<int> &before, const std::vector<int> &after);

} // namespace quarterdeck
