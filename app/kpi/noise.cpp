#include "app/kpi/columns.h"

#include <algorithm>
#include <limits>

namespace quarterdeck {

namespace {

constexpr qint64 RepeatWithin = 24 * 3'600'000LL;

// Marks the rows whose end was followed within 24 hours by the next firing of the same fingerprint. Rows come by creation.
std::vector<bool> repeated(const LoadColumns &columns)
{
    constexpr std::size_t None = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> last(std::size_t(columns.fingerprints), None);
    std::vector<bool> out(columns.counted.size());
    for (std::size_t i = 0; i < columns.counted.size(); ++i) {
        const LoadRow &row = columns.counted[i];
        if (row.fingerprint < 0) {
            continue;
        }
        std::size_t &before = last[std::size_t(row.fingerprint)];
        if (before != None && columns.counted[before].isResolved) {
            const qint64 pause = row.created - columns.counted[before].resolved;
            out[before] = pause >= 0 && pause <= RepeatWithin;
        }
        before = i;
    }
    return out;
}

} // namespace

void addNoise(const LoadColumns &columns, LoadReport &report)
{
    const std::vector<bool> isRepeated = repeated(columns);
    std::vector<NoiseRow> rows(columns.titles.size());
    int resolves = 0;
    int repeats = 0;
    for (std::size_t i = 0; i < columns.counted.size(); ++i) {
        const LoadRow &row = columns.counted[i];
        NoiseRow &noise = rows[std::size_t(row.title)];
        ++noise.incidents;
        noise.sleep += int(row.isInterrupting && row.hour == HourClass::Sleep);
        noise.autoResolved += int(row.isAuto);
        noise.transient += int(row.isTransient());
        noise.repeats += int(isRepeated[i]);
        resolves += int(row.isResolved);
        repeats += int(isRepeated[i]);
    }
    for (std::size_t title = 0; title < rows.size(); ++title) {
        rows[title].title = columns.titles[title];
    }
    std::sort(rows.begin(), rows.end(),
        [](const NoiseRow &a, const NoiseRow &b) { return a.incidents != b.incidents ? a.incidents > b.incidents : a.title < b.title; });
    report.noise = std::move(rows);
    report.repeatRate = resolves > 0 ? double(repeats) / double(resolves) : 0.0;
}

} // namespace quarterdeck
