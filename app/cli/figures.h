#pragma once

#include "app/json/jsonreader.h"
#include "app/kpi/load.h"

#include <functional>
#include <utility>
#include <vector>

namespace quarterdeck {

/// One figure of the load report by its stable name: a number, or numbers by name.
struct Figure {
    QString name;
    std::vector<std::pair<QString, double>> values; ///< One entry with an empty name for a plain number.
};

/// The figures of a set of incidents, under names that are a contract. `now` ends what is still open.
std::vector<Figure> loadFigures(const std::vector<Incident> &incidents, const LoadScope &scope, const ResponderZones &zones, UtcTime now);
/// An object with all figures.
void writeFigures(JsonWriter &json, const std::vector<Figure> &figures);

} // namespace quarterdeck
