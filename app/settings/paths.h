#pragma once

#include <QString>
#include <QStringList>

namespace quarterdeck {

/// An absolute, clean path: "~" is the home folder, relative ones are below `folder`. Empty where `path` is empty.
QString resolvedPath(const QString &path, const QString &folder);

/// The files that an absolute glob matches ("*" and "?" in any part), sorted; a path without wildcards is returned when it exists.
/// At most 1,000 files.
QStringList filesMatching(const QString &glob);

} // namespace quarterdeck
