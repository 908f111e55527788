#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace quarterdeck {

class Desktop;

/// Makes what works the window in place of a person, once it stands; it lives as long as the window.
using MakeDriver = std::function<std::unique_ptr<QObject>(Desktop &)>;

/// Runs the window with these arguments; returns the exit code. With a driver nothing waits for a person to read it.
int runDesktop(int argc, char **argv, const MakeDriver &makeDriver = {});

} // namespace quarterdeck
