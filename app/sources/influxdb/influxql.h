#pragma once

#include "app/core/result.h"
#include "app/domain/series.h"

#include <QString>

namespace quarterdeck::influxdb {

/// That a query reads, is one statement and has a place for the range: a server carries out whatever else it is sent, also SELECT … INTO, and of
/// several statements it may cut the later ones without a word. Errors: Malformed, with what to write.
Result<Done> checkQuery(const QString &query);
/// The query with `$timeFilter`, `$__interval`, `$interval` and `$__interval_ms` replaced, outside of quoted texts, as Grafana writes them. The range
/// begins on a multiple of the step, so that its first group is whole.
QString filledQuery(const MetricQuery &query);
/// A name in double quotes.
QString quotedName(const QString &name);

} // namespace quarterdeck::influxdb
