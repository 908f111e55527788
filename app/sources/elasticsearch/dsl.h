#pragma once

#include "app/sources/api/linefields.h"
#include "app/sources/elasticsearch/fieldtypes.h"

#include <optional>

namespace quarterdeck::elasticsearch {

/// Where the parts of a line stand.
struct Names {
    QString time = QStringLiteral("@timestamp");
    QStringList message {QStringLiteral("message"), QStringLiteral("log"), QStringLiteral("msg")};
    LineFields fields;
};

/// Every field that a query looks at.
QStringList fieldsOf(const LogQuery &query, const Names &names);

/// The query in the Query DSL, as JSON. `lack`: why a part of it finds nothing.
struct Written {
    QByteArray json;
    std::optional<Error> lack;
};
/// Errors: Rejected, for an expression that is neither a query string nor JSON. Pure.
Result<Written> written(const LogQuery &query, const Names &names, const FieldTypes &types);

/// Lines of a level; of Unknown those that have no other one. Null where no field can tell it. Pure.
QByteArray levelCondition(LogLevel level, const QStringList &names, const FieldTypes &types);

} // namespace quarterdeck::elasticsearch
