#pragma once

#include "app/json/jsonreader.h"
#include "app/kpi/load.h"

#include <utility>
#include <vector>

namespace quarterdeck {

/// One figure of the load report by its stable name: a number, or numbers by name; nothing where there is no data.
struct Figure {
    QString name;                                                  ///< As in kpiDefinitions() and the CSV of the load page.
    QString unit;                                                  ///< "s", "h", "%", "0..1" or empty for a count.
    std::vector<std::pair<QString, std::optional<double>>> values; ///< One entry with an empty name for a plain number.
};

/// The figures of a report, under names that are a contract; of nobody by name. Week hours are given by zone where the window is a week.
std::vector<Figure> loadFigures(const LoadReport &report, const ResponderZones &zones);
/// An object with all figures, and again those whose names were others in 0.1.0 under these.
void writeFigures(JsonWriter &json, const std::vector<Figure> &figures);
/// An object with the figures of one person; null where the report knows nothing of that person.
void writePerson(JsonWriter &json, const LoadReport &report, const QString &user);

} // namespace quarterdeck
