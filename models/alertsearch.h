#pragma once

#include "models/alertindex.h"

namespace quarterdeck {

/// The alerts a person may mean by some letters, best first: by name before by other text, open and severe ones first.
std::vector<Alert> searchAlerts(const AlertIndex &alerts, const QString &text, int limit);

/// All alerts the filter lets through as CSV with a header line: times in RFC 3339, UTC.
QByteArray alertsToCsv(const AlertIndex &alerts);

} // namespace quarterdeck
