#pragma once

#include <QString>

namespace quarterdeck::promql {

/// What is being typed at one place of an expression.
struct Place {
    enum class Kind : quint8 { Nothing, Metric, LabelName, LabelValue };
    Kind kind = Kind::Nothing;
    QString typed;         ///< What stands before the cursor already.
    qsizetype from = 0;    ///< What a suggestion replaces: up to, but without, `to`.
    qsizetype to = 0;      ///< At or after the cursor.
    QString metric {};     ///< Whose label it is; empty where none is named.
    QString label {};      ///< Whose value.
    bool isQuoted = false; ///< Inside quotation marks.
    bool isInList = false; ///< A label of by (...) or without (...), not of a selector.
    friend bool operator==(const Place &, const Place &) = default;
};

/// Where the cursor stands in an expression, finished or not. Of other languages than PromQL only the names of metrics are known.
Place placeAt(const QString &text, qsizetype cursor);

/// The text that a chosen suggestion puts in at the place, in quotation marks where it needs them.
QString suggestionText(const Place &place, const QString &chosen);

} // namespace quarterdeck::promql
