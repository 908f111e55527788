#pragma once

#include "app/kpi/load.h"

#include <limits>
#include <memory>

namespace quarterdeck {

struct LoadColumns;

/// A history of incidents as columns of numbers: built once, then asked for any scope. Immutable and cheap to copy. Thread: any.
class LoadTable {
public:
    /// Reads every incident; takes about a second for a million of them.
    LoadTable(const std::vector<Incident> &incidents, const ResponderZones &zones);
    /// Of incidents that were added one at a time.
    explicit LoadTable(LoadColumns columns);
    /// The figures of a scope; a few passes over its rows.
    LoadReport figures(const LoadScope &scope, UtcTime now) const;
    /// The creation of the first incident from `since` on; invalid when there is none.
    UtcTime oldest(UtcTime since = {std::numeric_limits<qint64>::min()}) const;
    /// The creation of the last one, likewise.
    UtcTime newest() const;
    /// Names in use, in no order; the empty one among them where an incident has none.
    const std::vector<QString> &teams() const;
    const std::vector<QString> &services() const;
    const std::vector<QString> &users() const;
    const ResponderZones &zones() const;

private:
    std::shared_ptr<const LoadColumns> m_columns;
};

} // namespace quarterdeck
