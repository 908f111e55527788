#pragma once

#include <QString>
#include <QStringList>

namespace quarterdeck {

/// The kinds of values (app/cli/options.h) whose names a completion can list; files and folders are the shell's own.
QStringList completionKinds();
/// The command line that lists the names of a kind from what is stored; empty for files and folders.
QString completionCommand(const QString &kind);

/// The beginning of a script for bash or zsh, before the places.
QString completionHead(bool isZsh);
/// The function that prints the names of a kind, for both.
QString completionNames();
/// What finds the place and offers what is possible there.
QString completionTail(bool isZsh);

} // namespace quarterdeck
