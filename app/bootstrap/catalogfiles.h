#pragma once

#include "app/catalog/catalog.h"

namespace quarterdeck {

/// Every catalog file of a configuration, with what was wrong.
struct Catalogs {
    std::vector<CatalogFile> files;
    QStringList problems; ///< "file:line: reason" or "file: reason": something is left out.
    QStringList warnings; ///< Likewise: read, though Backstage would not.
    QStringList lost;     ///< Names without folder of the files of which something is missing.
};

/// Reads the lists of `catalog:`, then the files that its other entries name, globs expanded, and what their Locations name below the folder of
/// the file that was named: at most 2,000 files, none twice. Blocks on the file system: not for the main thread.
Catalogs readCatalogs(const QStringList &patterns, const std::vector<CatalogList> &lists = {});

} // namespace quarterdeck
