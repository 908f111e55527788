#pragma once

#include <QString>
#include <QStringList>

namespace CLI {
class App;
}

namespace quarterdeck {

/// The shells that a completion can be written for.
QStringList completionShells();

/// The completion of a whole command line for one of completionShells(), from the parser itself: commands, options, the words that options
/// take, and names of sources, services, alerts and entries from what is stored.
QString completionScript(const CLI::App &app, const QString &shell);

} // namespace quarterdeck
