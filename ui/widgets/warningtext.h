#pragma once

#include <QStringList>

namespace quarterdeck {

/// What a source warned of along with its answer, as one plain sentence: "The source warns: a store did not answer". Empty when there is nothing.
QString warningText(const QStringList &warnings);
/// Each warning with the name of its source before it; as they are where no sources are given.
QStringList warningsBySource(const QStringList &warnings, const QStringList &sources);

} // namespace quarterdeck
