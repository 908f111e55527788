#pragma once

#include "app/kpi/columns.h"

#include <bit>

namespace quarterdeck {

/// A set of row numbers that is read in their order.
class RowSet {
public:
    explicit RowSet(std::size_t size)
        : m_words((size + 63) / 64)
    {
    }
    void insert(quint32 row) { m_words[row >> 6] |= quint64(1) << (row & 63); }
    bool contains(quint32 row) const { return (m_words[row >> 6] >> (row & 63) & 1) != 0; }
    /// Calls for every row in it, ascending.
    template <class Fn> void each(Fn fn) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            for (quint64 word = m_words[i]; word != 0; word &= word - 1) {
                fn(quint32(i * 64 + std::size_t(std::countr_zero(word))));
            }
        }
    }

private:
    std::vector<quint64> m_words;
};

/// The rows of a scope.
struct Selection {
    const LoadColumns &columns;
    LoadScope scope;
    UtcTime now;
    std::vector<quint32> counted; ///< Created in the window, by creation.
    std::vector<quint32> early;   ///< Created before it, and reaching into it.

    /// Whether a row counts as an incident: in the scope of one user also those to which others were called first.
    bool isIncident(quint32 row) const
    {
        return !columns.is(row, scope.user.isEmpty() ? quint16(loadflag::Further | loadflag::Again) : loadflag::Again);
    }
};

/// Finds the rows of a scope.
Selection select(const LoadColumns &columns, const LoadScope &scope, UtcTime now);

/// Fills rates and durations.
void addTimes(const Selection &selection, LoadReport &report);
/// Fills what is counted for each responder: interruptions, disruptions, engaged time, shifts, fairness; and the uptime.
void addPeople(const Selection &selection, LoadReport &report);
/// Fills the noise rows and the repeat rate.
void addNoise(const Selection &selection, LoadReport &report);

} // namespace quarterdeck
