#pragma once

#include "app/cli/clisession.h"

#include <QStringList>

namespace quarterdeck {

/// The words of `qdeck alerts --state`.
QStringList alertStateWords();
/// Other spellings of them, as oneOf() takes them.
QStringList alertStateAliases();

/// True where an alert is in one of the states asked for; where none is, every open alert is.
bool isInState(const Alert &alert, const std::vector<std::string> &states);

/// The names of services that the catalog or an alert knows, each once.
Result<QStringList> knownServices(CliSession &session, const std::vector<Alert> &alerts);

/// The name that was meant, as it is written here. Errors: NotFound, with the near ones.
Result<QString> serviceNamed(const QString &typed, const QStringList &known);
/// The same by name or alias.
Result<QString> serviceNamed(const QString &typed, const std::vector<Service> &known);

} // namespace quarterdeck
