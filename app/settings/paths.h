#pragma once

#include <QString>
#include <QStringList>

namespace quarterdeck {

/// An absolute, clean path: "~" is the home folder, relative ones are below `folder`. Empty where `path` is empty.
QString resolvedPath(const QString &path, const QString &folder);

/// What a glob matches.
struct FoundFiles {
    QStringList files;  ///< Absolute, sorted.
    QStringList others; ///< Absolute: what it matches and is no file, such as a pipe or a link that leads nowhere.
    bool isCut = false; ///< There are more than 1,000; the others are left out.
};

/// The files that an absolute glob matches ("*" and "?" in any part); a path without wildcards is returned when it exists.
FoundFiles filesMatching(const QString &glob);

} // namespace quarterdeck
