#pragma once

#include <QMap>
#include <QString>

namespace quarterdeck {

/// A list of services in a form of one's own, and which of its columns say what.
struct CatalogList {
    QString path; ///< An absolute file or glob, CSV where it ends in .csv or .tsv, else YAML.
    /// What of a service (name, title, description, owner, tier, lifecycle, depends_on, runbooks, aliases) by column, or by a text with columns
    /// in braces: "{team}-oncall". A dot leads into a map: "deploy.team".
    QMap<QString, QString> columns;

    friend bool operator==(const CatalogList &, const CatalogList &) = default;
};

} // namespace quarterdeck
