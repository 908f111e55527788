#pragma once

#include <QByteArray>

class QAbstractItemModel;

namespace quarterdeck {

/// A table as it is shown, in its order and filter, as CSV with the column titles first. Cells cannot become formulas. Encoding: UTF-8.
QByteArray tableCsv(const QAbstractItemModel &table);

} // namespace quarterdeck
