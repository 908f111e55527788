#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <vector>

namespace quarterdeck::bench {

/// Median time of `fn` over `runs` runs. Units: milliseconds.
inline double medianMs(int runs, const std::function<void()> &fn)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        fn();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

/// Medians of two programs run in turn, so that both see the same machine.
inline std::pair<double, double> pairedMs(int runs, const std::function<void()> &ours, const std::function<void()> &other)
{
    std::vector<double> a;
    std::vector<double> b;
    for (int i = 0; i < runs; ++i) {
        a.push_back(medianMs(1, ours));
        b.push_back(medianMs(1, other));
    }
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return {a[a.size() / 2], b[b.size() / 2]};
}

/// One row of the table: ours, the floor or peer of the same run, their ratio, and the goal for it ("<=" the given ratio).
inline void row(const char *work, double ours, const char *otherName, double other, double goal, const char *unit = "ms")
{
    const double ratio = other > 0 ? ours / other : 0;
    std::printf("%-52s %10.3f %-3s %-34s %10.3f   ratio %7.3f   goal <= %-6.2f %s\n", work, ours, unit, otherName, other, ratio, goal,
        ratio <= goal ? "ok" : "MISSED");
    std::fflush(stdout);
}

/// A row with an absolute goal.
inline void absolute(const char *work, double ours, double goal, const char *unit)
{
    std::printf("%-52s %10.3f %-3s %-34s %10s   %13s   goal <= %-6.2f %s\n", work, ours, unit, "-", "-", "", goal, ours <= goal ? "ok" : "MISSED");
    std::fflush(stdout);
}

/// A row with an absolute goal that more is better for.
inline void atLeast(const char *work, double ours, double goal, const char *unit)
{
    std::printf("%-52s %10.3f %-3s %-34s %10s   %13s   goal >= %-6.2f %s\n", work, ours, unit, "-", "-", "", goal, ours >= goal ? "ok" : "MISSED");
    std::fflush(stdout);
}

} // namespace quarterdeck::bench
