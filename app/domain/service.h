#pragma once

#include "app/core/endpoint.h"
#include "app/domain/labels.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace quarterdeck {

/// One chart of a service page.
struct Panel {
    QString title;
    QString expression;              ///< PromQL.
    QString unit;                    ///< As Series::unit.
    std::optional<double> threshold; ///< Drawn dashed, in the unit of the panel.
    SourceId source;                 ///< Empty: every metric source.

    friend bool operator==(const Panel &, const Panel &) = default;
};

/// Where a fact about a service came from, to be shown beside it.
struct Provenance {
    QString field;  ///< "owner", "tier", ...
    QString source; ///< "config.yaml", "catalog-info.yaml", "label team of alert X".
    friend bool operator==(const Provenance &, const Provenance &) = default;
};

/// A service as the company knows it, merged from configuration, catalog and labels.
struct Service {
    QString name;        ///< As written, for backends are asked by it; compared without regard to case.
    QStringList aliases; ///< Other names that labels and paging services know it by.
    QString title;
    QString description;
    QString owner;            ///< Team; empty when nobody is named.
    bool isOwnerKnown = true; ///< False: an owner is named, but no catalog knows that team.
    QString tier;
    QString lifecycle;
    QStringList dependsOn;  ///< Names.
    QStringList dependents; ///< Names; computed from the others' dependsOn.
    QStringList runbooks;   ///< Runbook ids, file names or URLs.
    std::vector<Panel> panels;
    std::vector<Label> logFields; ///< Exact field matches that find its log lines; empty: service name mapping.
    std::vector<Provenance> provenance;
    QStringList conflicts; ///< Sentences: two sources that name different owners, and the like.

    friend bool operator==(const Service &, const Service &) = default;
};

} // namespace quarterdeck
