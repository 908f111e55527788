#pragma once

#include "app/core/time.h"

#include <QString>
#include <QStringList>

namespace quarterdeck {

/// A metric there is, and what its source says of it; empty where it says nothing.
struct MetricName {
    QString name;
    QString type; ///< "counter", "gauge", ...
    QString help;
    QString unit;
    friend bool operator==(const MetricName &, const MetricName &) = default;
};

/// One label of some series, with the values that it has there, sorted.
struct LabelChoice {
    QString name;
    QStringList values;
    friend bool operator==(const LabelChoice &, const LabelChoice &) = default;
};

/// Whose labels: those of the series that `selector` names, or where it is empty, of all series that have `label`.
struct LabelQuery {
    QStringList sources; ///< Who is asked; empty: every metric source of the context.
    QString selector;    ///< In the language of the source.
    QString label;       ///< Only this one; empty: all.
    TimeRange range;
    friend bool operator==(const LabelQuery &, const LabelQuery &) = default;
};

} // namespace quarterdeck
