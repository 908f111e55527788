#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace quarterdeck {

/// What the window was started with.
struct DesktopOptions {
    QString configFile;
    QString dataDir;
    QString context;
    QString link; ///< A quarterdeck: address to go to.
    bool isDemo = false;
};

/// Reads the arguments. Nothing: the program is to end with `exitCode` (help, version, wrong use), and `problem` says what could not be
/// understood, in words; empty where there is nothing to say.
std::optional<DesktopOptions> parseDesktopOptions(int argc, char **argv, int &exitCode, QString &problem);

} // namespace quarterdeck
