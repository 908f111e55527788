#pragma once

#include "app/ports/library.h"

namespace quarterdeck {

/// What one look at the configured places found.
struct LibraryScan {
    std::vector<RunbookFile> files; ///< Sorted by id; ids are unique.
    QStringList watched;            ///< Folders and files whose change asks for another look.
    bool isComplete = true;         ///< False: there were more than can be watched, or a place was missing.
};

/// Looks through folders and single files. Takes ".md", ".markdown" and their ".erb" forms, and files without an extension that begin
/// like Markdown. Skips hidden entries, "_index.md", and links that lead out of their folder. A file that cannot be used is listed with
/// its problem. Thread: any; slow.
LibraryScan scanPlaces(const QStringList &places);

/// A path without its Markdown extensions: "a/Foo.html.md.erb" is "a/Foo".
QString withoutMarkdownSuffix(const QString &path);

} // namespace quarterdeck
