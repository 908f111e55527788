#include "app/kpi/figures.h"
#include "app/kpi/selection.h"

#include <algorithm>

namespace quarterdeck {

namespace {

struct Counts {
    int incidents = 0;
    int sleep = 0;
    int autoResolved = 0;
    int transient = 0;
    int repeats = 0;
};

// Whether the end of a row was followed within 24 hours by the next firing of its fingerprint among the rows of the scope.
bool isRepeated(const LoadColumns &columns, const RowSet &rows, quint32 row)
{
    quint32 next = columns.next[row];
    if (next == LoadColumns::None || !columns.is(row, loadflag::Resolved) || columns.resolved[row] < columns.created[row]) {
        return false;
    }
    if (rows.contains(next)) {
        return columns.is(row, loadflag::Repeated);
    }
    const qint64 end = columns.resolved[row];
    for (; next != LoadColumns::None && columns.created[next] - end <= RepeatWithin; next = columns.next[next]) {
        if (rows.contains(next)) {
            return columns.created[next] >= end;
        }
    }
    return false;
}

std::vector<NoiseRow> rowsOf(const std::vector<Counts> &counts, const LoadColumns &columns)
{
    std::vector<NoiseRow> rows;
    for (std::size_t title = 0; title < counts.size(); ++title) {
        const Counts &count = counts[title];
        if (count.incidents > 0) {
            rows.push_back({columns.titles[title], count.incidents, count.sleep, count.autoResolved, count.transient, count.repeats});
        }
    }
    std::sort(rows.begin(), rows.end(),
        [](const NoiseRow &a, const NoiseRow &b) { return a.incidents != b.incidents ? a.incidents > b.incidents : a.title < b.title; });
    return rows;
}

} // namespace

void addNoise(const Selection &selection, LoadReport &report)
{
    const LoadColumns &columns = selection.columns;
    RowSet rows(columns.size());
    for (const quint32 row : selection.counted) {
        rows.insert(row);
    }
    std::vector<Counts> counts(columns.titles.size());
    int resolves = 0;
    int repeats = 0;
    for (const quint32 row : selection.counted) {
        if (!selection.isIncident(row)) {
            continue;
        }
        const quint16 flags = columns.flags[row];
        Counts &count = counts[std::size_t(columns.title[row])];
        const int repeat = int(isRepeated(columns, rows, row));
        ++count.incidents;
        count.sleep += int((flags & loadflag::Asleep) != 0);
        count.autoResolved += int((flags & loadflag::Auto) != 0);
        count.transient += int((flags & loadflag::Transient) != 0);
        count.repeats += repeat;
        resolves += int((flags & loadflag::Resolved) != 0 && columns.resolved[row] >= columns.created[row]);
        repeats += repeat;
    }
    report.noise = rowsOf(counts, columns);
    report.repeatRate = ratio(repeats, resolves);
}

} // namespace quarterdeck
