#pragma once

#include "app/domain/cataloglist.h"
#include "app/domain/labels.h"
#include "app/domain/service.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace quarterdeck {

/// One entity of a catalog file, reduced to what a service view needs, by the words of Backstage whatever its format.
struct CatalogEntity {
    QString kind; ///< "component", "resource", "system", "group", ... lower case.
    QString name;
    QString nameSpace = QStringLiteral("default");
    QString title;
    QString description;
    QString owner;                 ///< As written: [kind:][namespace/]name.
    bool isOwnerElsewhere = false; ///< The owner is a team of the product whose file this is: no file defines it.
    QString type;
    QString lifecycle;
    QString tier;
    QString system;
    QStringList aliases; ///< Other names that labels and paging services know it by.
    QStringList dependsOn;
    Labels annotations;
    Labels labels;
    QStringList runbooks; ///< URLs of metadata.links whose type or title says "runbook": untrusted.
    QStringList targets;  ///< Of a Location: other catalog files, relative to this one, or URLs.
    QString file;
    int line = 0;
};

/// A catalog file as read. A bad entity is refused with its reason and the rest is kept.
struct CatalogFile {
    std::vector<CatalogEntity> entities;
    QStringList problems; ///< "file:line: reason": something of the file is left out.
    QStringList warnings; ///< "file:line: reason": it is read, but the product of that format would refuse it or read it in another way.
};

/// Reads a file of Backstage, OpsLevel, Cortex or Datadog, each of its documents by its own format. Never fails; what is wrong is in `problems`.
CatalogFile parseCatalog(const QByteArray &yaml, const QString &file);

/// Reads a list of services in a form of one's own by its columns. A row without a name, and a column that no row has, are told. Never fails.
CatalogFile parseCatalogList(const QByteArray &bytes, const QString &file, const CatalogList &list);

/// Merges services: configuration wins over catalog wins over labels seen in alerts and targets; disagreement on owner, tier or
/// lifecycle is a conflict, never a silent override. Names that differ in case only are one service, spelled as the first of these. Fills dependents,
/// isOwnerKnown and provenance. Sorted by name. Components and resources of a catalog become services: "name", or "namespace/name" where two
/// namespaces use the same name; an alias is the service that has it, wherever no service is called so. Without any catalog an owner is taken as
/// known; with one, teams that neither a catalog nor `teams` names are not.
std::vector<Service> mergeServices(const std::vector<Service> &configured, const std::vector<CatalogFile> &catalogs,
    const std::vector<Service> &discovered, const QStringList &teams = {});

} // namespace quarterdeck
