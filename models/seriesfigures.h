#pragma once

#include "app/domain/series.h"

namespace quarterdeck {

/// What the samples of a series come to. NaN where there is none.
struct SeriesFigures {
    double last;
    double least;
    double most;
    double mean;
};

/// The figures of the samples within the range; NaN among them is no sample.
SeriesFigures figuresOf(const Series &series, TimeRange range);

/// Names that tell series of one answer apart: the metric and the labels that differ, or where there is only one, `alone`. With the source
/// before it where there are several. Plain labels only: foreign text.
QStringList seriesTitles(const std::vector<Series> &series, const QString &alone);

} // namespace quarterdeck
