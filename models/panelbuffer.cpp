#include "models/panelbuffer.h"

#include <QMultiHash>

#include <algorithm>
#include <cmath>

namespace quarterdeck {

TimeRange PanelBuffer::missing(TimeRange range, Millis step) const
{
    const bool isSlid = m_filled.length() > Millis(0) && step == m_step && range.from >= m_filled.from && range.from < m_filled.to
        && range.to >= m_filled.to;
    if (!isSlid || m_step <= Millis(0)) {
        return range;
    }
    // Whole steps keep the samples on the grid of the first answer.
    const qint64 since = (m_filled.to - m_filled.from).count() / step.count();
    const UtcTime last = m_filled.from + Millis(std::max<qint64>(0, since - 1) * step.count());
    return {last, range.to};
}

void PanelBuffer::merge(const std::vector<Series> &answer, TimeRange asked, TimeRange range, Millis step)
{
    const bool isWhole = asked.from <= range.from || step != m_step;
    if (isWhole) {
        m_series = answer;
        m_filled = asked;
        m_step = step;
        return;
    }
    QMultiHash<quint64, std::size_t> places;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        places.insert(m_series[i].labels.fingerprint(), i);
    }
    for (const Series &fresh : answer) {
        const auto alike = places.values(fresh.labels.fingerprint());
        const auto place = std::ranges::find_if(
            alike, [&](std::size_t i) { return m_series[i].source == fresh.source && m_series[i].labels == fresh.labels; });
        if (place == alike.end()) {
            m_series.push_back(fresh);
            continue;
        }
        // Sources begin on the step, which may be before what was asked.
        std::vector<Sample> &samples = m_series[*place].samples;
        const qint64 since = fresh.samples.empty() ? asked.from.ms : std::min(asked.from.ms, fresh.samples.front().ms);
        std::erase_if(samples, [since](const Sample &s) { return s.ms >= since; });
        samples.insert(samples.end(), fresh.samples.begin(), fresh.samples.end());
    }
    const qint64 oldest = (range.from - step).ms;
    for (Series &series : m_series) {
        std::erase_if(series.samples, [&](const Sample &s) { return s.ms < oldest; });
    }
    std::erase_if(m_series, [](const Series &series) { return series.samples.empty(); });
    const qint64 drop = std::max<qint64>(0, (range.from - m_filled.from).count() / step.count());
    m_filled = {m_filled.from + Millis(drop * step.count()), asked.to};
}

void PanelBuffer::clear()
{
    m_series.clear();
    m_filled = {};
    m_step = Millis(0);
}

std::optional<UtcTime> PanelBuffer::newest() const
{
    std::optional<UtcTime> found;
    for (const Series &series : m_series) {
        if (!series.samples.empty() && (!found || found->ms < series.samples.back().ms)) {
            found = UtcTime {series.samples.back().ms};
        }
    }
    return found;
}

std::optional<double> PanelBuffer::latest(UtcTime now) const
{
    if (m_series.empty() || m_series.front().samples.empty()) {
        return std::nullopt;
    }
    const Sample &last = m_series.front().samples.back();
    const bool isRecent = UtcTime {last.ms} + m_step * 2 + Millis(30'000) >= now;
    return isRecent && std::isfinite(last.value) ? std::optional<double>(last.value) : std::nullopt;
}

} // namespace quarterdeck
