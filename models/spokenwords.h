#pragma once

#include <QModelIndex>
#include <QString>

#include <functional>

namespace quarterdeck {

/// What a screen reader says of a cell (Qt::AccessibleTextRole): all that the eye sees there. The view gives it, because words are its
/// affair; asked for one cell at a time.
using SpokenWords = std::function<QString(const QModelIndex &)>;

} // namespace quarterdeck
