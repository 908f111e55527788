#pragma once

#include <QString>
#include <QStringList>

namespace quarterdeck {

/// A block of code read as what was typed at prompts and what came back.
struct ShellSession {
    QStringList commands; ///< Prompts stripped; consecutive prompted lines are one.
    QStringList output;   ///< Lines that are no commands.
    bool hasPrompt = false;
    bool isDatabase = false; ///< The prompts are those of a database's shell.
};

/// Reads a block. `isConsole`: the fence says that it is a session; `mayBeConsole`: it says nothing, so that "#" is taken as the prompt of root
/// only in front of a command that is known.
ShellSession readSession(const QString &text, bool isConsole, bool mayBeConsole);

} // namespace quarterdeck
