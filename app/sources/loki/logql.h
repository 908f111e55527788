#pragma once

#include "app/sources/api/linefields.h"

namespace quarterdeck::loki {

/// True for a name that can stand in a stream selector.
bool isLabelName(QStringView name);
/// A string of LogQL, quotes included: whatever the text holds, it is that text and nothing else.
QString quoted(QStringView text);
/// A string of LogQL whose regular expression (RE2) matches that text alone.
QString quotedPattern(QStringView text);
/// quotedPattern() of any of several texts, in any case of letters where `anyCase`. A label matcher takes it as the whole value.
QString quotedPatterns(const QStringList &texts, bool anyCase);

/// `name="a"` or, for several values, `name=~"a|b"`.
QString matcher(const QString &name, const QStringList &values);
/// `name!="a"` or, for several values, `name!~"a|b"`.
QString unlike(const QString &name, const QStringList &values);
/// `name=~".+"`: whatever has the label.
QString present(const QString &name);
/// `{a="b",c!="d"}`
QString selector(const QStringList &matchers);

/// What follows a selector: the text, the fields that are no labels of streams, and the level where the server can tell it.
QString pipeline(const LogQuery &query, const std::vector<Label> &fields, const QStringList &levelFields);

/// `sum by (...) (count_over_time(...[span]))` of a log query.
QString counted(const QString &logQuery, const QStringList &by, Millis span);

} // namespace quarterdeck::loki
