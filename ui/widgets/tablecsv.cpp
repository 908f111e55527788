#include "ui/widgets/tablecsv.h"

#include "app/core/text.h"

#include <QAbstractItemModel>

namespace quarterdeck {

QByteArray tableCsv(const QAbstractItemModel &table)
{
    QString csv;
    const auto line = [&](auto &&cell) {
        QStringList cells;
        for (int column = 0; column < table.columnCount(); ++column) {
            cells.append(text::csvCell(cell(column)));
        }
        csv += cells.join(u',') + QStringLiteral("\r\n");
    };
    line([&](int column) { return table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); });
    for (int row = 0; row < table.rowCount(); ++row) {
        line([&](int column) { return table.index(row, column).data().toString(); });
    }
    return csv.toUtf8();
}

} // namespace quarterdeck
