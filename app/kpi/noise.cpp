#include "app/kpi/columns.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qint64 RepeatWithin = 24 * 3'600'000LL;

// Marks the rows whose end was followed within 24 hours by another firing of the same fingerprint.
std::vector<bool> repeated(const std::vector<LoadRow> &rows)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].fingerprint >= 0) {
            order.push_back(i);
        }
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return rows[a].fingerprint != rows[b].fingerprint ? rows[a].fingerprint < rows[b].fingerprint : rows[a].created < rows[b].created;
    });
    std::vector<bool> out(rows.size());
    for (std::size_t i = 0; i + 1 < order.size(); ++i) {
        const LoadRow &row = rows[order[i]];
        const LoadRow &next = rows[order[i + 1]];
        const qint64 pause = next.created - row.resolved;
        out[order[i]] = next.fingerprint == row.fingerprint && row.isResolved && pause >= 0 && pause <= RepeatWithin;
    }
    return out;
}

} // namespace

void addNoise(const LoadColumns &columns, LoadReport &report)
{
    const std::vector<bool> isRepeated = repeated(columns.counted);
    std::vector<NoiseRow> rows(columns.titles.size());
    int resolves = 0;
    int repeats = 0;
    for (std::size_t i = 0; i < columns.counted.size(); ++i) {
        const LoadRow &row = columns.counted[i];
        NoiseRow &noise = rows[std::size_t(row.title)];
        ++noise.incidents;
        noise.sleep += int(row.isInterrupting && columns.clockOf(row.user).classify({row.interruptedAt}) == HourClass::Sleep);
        noise.autoResolved += int(row.isAuto);
        noise.transient += int(row.isTransient());
        noise.repeats += int(isRepeated[i]);
        resolves += int(row.isResolved);
        repeats += int(isRepeated[i]);
    }
    for (std::size_t title = 0; title < rows.size(); ++title) {
        rows[title].title = columns.titles[title];
    }
    std::sort(rows.begin(), rows.end(), [](const NoiseRow &a, const NoiseRow &b) {
        return a.incidents != b.incidents ? a.incidents > b.incidents : a.title < b.title;
    });
    report.noise = std::move(rows);
    report.repeatRate = resolves > 0 ? double(repeats) / double(resolves) : 0.0;
}

} // namespace quarterdeck
