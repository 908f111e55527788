#pragma once

#include "app/domain/series.h"

#include <optional>
#include <vector>

namespace quarterdeck {

/// The samples of one panel, filled whole once and then only from its end on.
class PanelBuffer {
public:
    /// What to ask for so that `range` is shown with `step`: the whole range at first and after a change of range or step, else only the
    /// stretch from the last step on (asked again, because the newest sample may still have changed).
    TimeRange missing(TimeRange range, Millis step) const;
    /// Takes the answer to `asked` and drops what is older than `range`. A series that is absent from the answer keeps its old samples.
    void merge(const std::vector<Series> &answer, TimeRange asked, TimeRange range, Millis step);
    /// Forgets everything; the next question is for the whole range.
    void clear();

    const std::vector<Series> &series() const { return m_series; }
    bool isEmpty() const { return m_series.empty(); }
    /// The newest sample of all series, or nothing.
    std::optional<UtcTime> newest() const;
    /// The newest value of the first series, if it is no older than two steps before `now`.
    std::optional<double> latest(UtcTime now) const;

private:
    std::vector<Series> m_series;
    TimeRange m_filled;
    Millis m_step {0};
};

} // namespace quarterdeck
