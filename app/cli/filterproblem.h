#pragma once

#include "app/cli/arguments.h"
#include "app/domain/alertfilter.h"

#include <string>
#include <vector>

namespace quarterdeck {

/// What is wrong in a filter, where, and what to write instead: one sentence. Foreign parts are as they were typed.
QString filterProblem(const FilterError &error);

/// True where words behind `qdeck alerts` are a filter rather than ids of alerts: one of them has an operator, a blank or a quotation mark,
/// and none begins with the id of a source and a colon.
bool isFilterText(const std::vector<std::string> &words, const QStringList &sources);

/// What --filter says, and the words of a filter behind the command.
QString wholeFilter(const Arguments &arguments);

} // namespace quarterdeck
