#pragma once

namespace quarterdeck {

/// Runs the window with these arguments; returns the exit code.
int runDesktop(int argc, char **argv);

} // namespace quarterdeck
