#pragma once

#include <QByteArrayView>

namespace quarterdeck::logformat {

// Lines of columns between commas, where quotes keep commas, quotes (doubled) and newlines in. Pure.

/// Whether the text after a time is that of a log in columns: at least ten of them.
bool hasColumns(QByteArrayView rest);
/// The first of the columns that is a level word in capitals and nothing else; empty for none.
QByteArrayView levelColumn(QByteArrayView rest);
/// Whether quotes are open at the end of a line that began inside of quotes or not: the record goes on with the next.
bool isOpenAfter(QByteArrayView line, bool isOpen);

} // namespace quarterdeck::logformat
