#pragma once

#include "app/sources/api/linefields.h"

namespace quarterdeck::victorialogs {

/// A string or a name of LogsQL, quotes included: whatever the text holds, it is that text and nothing else.
QString quoted(QStringView text);

/// The conditions of a query, or its expression as it stands; `*` where there are none.
QString filterOf(const LogQuery &query, const LineFields &fields);

/// The oldest lines of a query, so many of them.
QString oldest(const QString &query, int limit);

} // namespace quarterdeck::victorialogs
