#pragma once

#include "app/core/result.h"
#include "app/sources/api/linefields.h"

#include <optional>

namespace quarterdeck::loki {

/// A service may be named by any of several labels, which one selector cannot say: the questions that together find each line once.
/// `known`: the labels that streams have. Empty where none of them names services. Pure.
std::vector<QStringList> serviceSelectors(const QString &service, const QStringList &serviceFields, const QStringList &known);

/// Selectors that together hold every stream once: Loki refuses one that matches all. `order`: the labels to go by, the one that most streams
/// have first. Pure.
std::vector<QStringList> allStreams(const QStringList &order);

/// The fewest labels, the one that most have first, of which each stream has one at least. Pure.
QStringList coveringLabels(const std::vector<Labels> &series);

/// The questions that together find what is asked for, each line once: LogQL without limits and times.
struct Questions {
    std::vector<QString> queries;
    std::optional<Error> lack; ///< Why the service cannot be found.
};

/// What is known of the streams of a server.
struct Streams {
    QStringList labels;
    QStringList order; ///< For allStreams().
};

/// True where the query says of no label that a stream must have it, so that allStreams() is needed.
bool needsAllStreams(const LogQuery &query, const LineFields &fields, const QStringList &labels);

/// Errors: Rejected, for fields with names that LogQL does not have. Pure.
Result<Questions> questionsOf(const LogQuery &query, const LineFields &fields, const Streams &streams);

} // namespace quarterdeck::loki
