#pragma once

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace quarterdeck {

/// One row of a CSV file and the line that it begins in, 1-based.
struct CsvRow {
    QStringList cells;
    int line = 1;
};

/// A CSV file as read.
struct CsvFile {
    std::vector<CsvRow> rows;
    QString problem; ///< Why it cannot be read; then there are no rows. Empty where it can.
    int line = 0;    ///< Of the problem.
};

/// The rows of a CSV file in UTF-8 by RFC 4180, with cells over several lines; empty lines are left out. The separator is the one of comma, semicolon
/// and tab that the first row has most of. At most 200,000 cells.
CsvFile csvRows(const QByteArray &bytes);

} // namespace quarterdeck
