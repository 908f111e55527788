#pragma once

#include <QString>

namespace quarterdeck {

/// The first thing a main does: files private, no core with secrets in it, no dying of a closed pipe or a full disk, no plugins or
/// key logs by way of the environment.
void hardenProcess();

/// Why this process may not open enough files and connections at once, in words; empty where it may. Takes what the system allows.
QString descriptorProblem(int needed);

} // namespace quarterdeck
