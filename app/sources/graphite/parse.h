#pragma once

#include "app/core/result.h"
#include "app/domain/series.h"

#include <QByteArrayView>
#include <QMap>

namespace quarterdeck::graphite {

/// What render answers.
struct RenderAnswer {
    std::vector<Series> series;
    std::vector<Millis> apart; ///< Of each: the longest distance of two of its points, null ones too; 0 where it has no two.
};

/// Reads render's JSON: the value stands first, null is a gap, 1e9999 is infinite. Labels: `__name__` is the target, the tags but for a `name` that
/// says the same. Errors of all: BadPayload with the place.
Result<RenderAnswer> parseRender(QByteArrayView body);
/// The steps of the targets in an answer of format "raw", the shortest where one comes several times.
Result<QMap<QString, Millis>> parseSteps(QByteArrayView body);
/// A list of names.
Result<QStringList> parseNames(QByteArrayView body);
/// The list under "results".
Result<QStringList> parseExpanded(QByteArrayView body);
/// The values of a tag; none where nothing has it.
Result<QStringList> parseTagValues(QByteArrayView body);
/// The words of a refusal, which come as text that calls itself a web page. Nothing where it is one.
std::optional<QString> parseRefusal(QByteArrayView body);
/// The labels of a series by its full name: `cpu;dc=eu`.
Labels labelsOfName(const QString &name);

} // namespace quarterdeck::graphite
