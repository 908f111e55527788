#pragma once

#include <QString>
#include <QStringList>

namespace quarterdeck {

/// The one of `names` that `word` was probably meant to be: at most two letters differ, and less than half of them. Empty where none is near.
QString nearName(const QString &word, const QStringList &names);

} // namespace quarterdeck
