#pragma once

#include "app/domain/alert.h"

#include <vector>

namespace quarterdeck {

/// One way to go on in a filter text.
struct FilterSuggestion {
    QString text;         ///< The whole term, as it is written: "service:checkout", "-@muted:".
    int count = 0;        ///< How many of the alerts have this value; 0 for the name of a field.
    bool isField = false; ///< A value has to follow.
    friend bool operator==(const FilterSuggestion &, const FilterSuggestion &) = default;
};

/// The stretch of a filter text that is being typed.
struct FilterPlace {
    qsizetype at = 0;
    qsizetype length = 0;
};

/// The term, or what of it is written, that the cursor stands in or behind.
FilterPlace filterPlace(QStringView text, qsizetype cursor);

/// How a term that begins with `typed` may go on, at most `limit`: fields and labels by name, then the values of the alerts, those of most
/// alerts first. Empty where `typed` is a word that begins no field.
std::vector<FilterSuggestion> filterSuggestions(QStringView typed, const std::vector<const Alert *> &alerts, int limit);

/// Every field, with its values behind it: at most `values` of each.
QStringList filterTerms(const std::vector<const Alert *> &alerts, int values);

/// The names of labels that most of the alerts have, without those that are fields themselves; at most `limit`.
QStringList commonLabels(const std::vector<const Alert *> &alerts, int limit);

/// A filter with one term more. The opposite of it is taken out, and what stands there already is not repeated.
QString filterWith(const QString &filter, const QString &term);

/// A value as it is written in a filter: in quotation marks where it would end early.
QString filterValueText(const QString &value);

} // namespace quarterdeck
