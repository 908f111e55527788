#pragma once

#include "app/cli/terminal.h"

#include <QStringList>

#include <map>
#include <vector>

namespace quarterdeck {

/// Rows under a header, in columns. Every cell is made plain. The first column names the row and is never cut.
class Table {
public:
    /// What to sort by where the text of a cell does not say it: number of the column -> key.
    using Keys = std::map<int, qint64>;

    /// Column titles; the last `wideOnly` of them are left out where everything does not fit.
    explicit Table(QStringList header, int wideOnly = 0);
    /// What stands in place of a cell where not all cells can be whole; such a column is not cut.
    using Shorts = std::map<int, QString>;
    /// One row, with as many cells as there are titles.
    void add(const QStringList &cells, Ink ink = Ink::Plain, Keys keys = {}, Shorts shorts = {});
    bool isEmpty() const { return m_rows.empty(); }
    std::size_t size() const { return m_rows.size(); }

    /// The rows in the order of a column named in any case, "-column" the other way round. Empty where there is no such column.
    std::vector<std::size_t> orderBy(const QString &column) const;
    /// Puts the rows in this order.
    void reorder(const std::vector<std::size_t> &order);

    /// The lines, without a line break at the end. Units: columns of a terminal; 0: as wide as it takes. What is cut ends in "…".
    QString toString(int width = 0) const;
    /// Lines by RFC 4180 under a header, formulas defused.
    QString toCsv() const;
    /// The first cell of every row.
    QString names() const;

private:
    struct Row {
        QStringList cells;
        Ink ink;
        Keys keys;
        Shorts shorts;
    };
    bool fits(int width) const;
    QString lines(int width) const;
    Table shortened() const;
    std::vector<int> naturalWidths(qsizetype columns) const;
    std::vector<int> widthsFor(int width, qsizetype &columns) const;

    QStringList m_header;
    int m_wideOnly;
    std::vector<Row> m_rows;
};

/// Columns of a terminal that a text takes: two for an East Asian wide character, none for a combining mark.
int displayWidth(QStringView text);
/// The beginning that fits in so many columns, ending in "…" where something is left out.
QString fitted(const QString &text, int width);

} // namespace quarterdeck
