#pragma once

#include "app/core/time.h"
#include "app/domain/freshness.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace quarterdeck {

/// Colours of the terminal, used where standard output is one and NO_COLOR is not set.
enum class Ink : quint8 { Plain, Bad, Warn, Good, Dim };

/// The text in a colour, or as it is where colours are off.
QString inked(const QString &text, Ink ink);
/// Writes to standard output or standard error. Text from outside has been through text::plain() before.
void print(const QString &text);
/// The same on standard error, after the name of the program.
void complain(const QString &text);

/// Rows under a header, in aligned columns. Every cell is made plain.
class Table {
public:
    /// Column titles.
    explicit Table(QStringList header);
    /// One row, with as many cells as there are titles.
    void add(const QStringList &cells, Ink ink = Ink::Plain);
    bool isEmpty() const { return m_rows.empty(); }
    /// The lines, without a line break at the end.
    QString toString() const;

private:
    struct Row {
        QStringList cells;
        Ink ink;
    };
    QStringList m_header;
    std::vector<Row> m_rows;
};

/// "4 min", "3 h", "2 d".
QString shortAge(Millis age);
/// "2026-11-21 14:36:02 CET" in the local zone; "never" for an invalid time.
QString clockText(UtcTime time);
/// The freshness in words: "live", "stale since ...", "unreachable since ...".
QString freshnessText(const SourceStatus &status);
/// Good, warning or bad.
Ink inkOf(Freshness freshness);

} // namespace quarterdeck
