#include "app/sources/api/tailplace.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace quarterdeck {

namespace {

qint64 nanosOf(Millis span)
{
    return qint64(span.count()) * 1'000'000;
}

} // namespace

void TailPlace::begin(UtcTime start)
{
    m_floor = std::max<qint64>(1, start.nanos());
    m_newest = m_floor;
    m_readAt = m_floor;
}

qint64 TailPlace::nextFrom(const TailRules &rules, bool isSweep) const
{
    const qint64 usual = m_newest - nanosOf(rules.overlap);
    const qint64 oldest = m_readAt - nanosOf(rules.late);
    return std::max({m_floor, m_forgotten, oldest, isSweep ? std::min(usual, oldestAgain(rules)) : usual});
}

qint64 TailPlace::oldestAgain(const TailRules &rules) const
{
    if (m_told.size() <= rules.mostAgain) {
        return std::numeric_limits<qint64>::min();
    }
    std::vector<qint64> known(m_told.cbegin(), m_told.cend());
    std::ranges::nth_element(known, known.begin() + rules.mostAgain, std::greater<> {});
    return known[std::size_t(rules.mostAgain)];
}

std::vector<LogLine> TailPlace::news(std::vector<LogLine> lines)
{
    std::erase_if(lines, [this](const LogLine &line) {
        if (m_told.contains(line.cursor)) {
            return true;
        }
        m_told.insert(line.cursor, line.nanos);
        return false;
    });
    for (const LogLine &line : lines) {
        m_newest = std::max(m_newest, line.nanos);
    }
    return lines;
}

void TailPlace::readWhole(UtcTime now, const TailRules &rules)
{
    m_readAt = std::max(m_readAt, now.nanos());
    // A line of a clock that is ahead must not hide those of now.
    m_newest = std::min(m_newest, m_readAt);
    const qint64 forget = nextFrom(rules, true);
    m_forgotten = forget;
    m_told.removeIf([forget](const std::pair<const QString &, qint64 &> &told) { return told.second < forget; });
}

} // namespace quarterdeck
