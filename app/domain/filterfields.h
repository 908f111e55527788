#pragma once

#include "app/domain/alert.h"

#include <optional>

namespace quarterdeck {

/// What a term of a filter is about.
enum class FilterField : quint8 {
    Word, ///< Text anywhere in the alert.
    Label,
    // Closed words.
    Is,
    No,
    Severity,
    State,
    Muted,
    // Names.
    Service,
    Team,
    Source,
    Cluster,
    Alertname,
    Assignee,
    By, ///< Who acknowledged, snoozed or silenced it.
    // Ages.
    Age,
    Acked
};

/// The names of fields that may stand before an operator: "severity", "@age", ...
QStringList filterFieldNames();
/// Inverse of filterFieldNames(), in any case; nothing for an unknown name.
std::optional<FilterField> filterFieldFromName(QStringView name);
/// True where it is compared with a span of time, by <, <=, > or >=.
bool isAgeField(FilterField field);
/// The words that a field takes; empty where it takes any text.
QStringList filterValues(FilterField field);
/// The bit of one word of filterValues(), or of another spelling of it; nothing for an unknown word.
std::optional<quint32> filterBit(FilterField field, QStringView value);
/// The bits of all words of a field that are true of an alert. `isStale`: its source is not live.
quint32 filterBits(FilterField field, const Alert &alert, bool isStale);
/// The text of an alert that a field of names is about; empty where it has none, or several.
QString filterText(FilterField field, const Alert &alert);
/// Everybody who acknowledged, snoozed or silenced an alert, as far as its source says so with it.
QStringList holders(const Alert &alert);

} // namespace quarterdeck
