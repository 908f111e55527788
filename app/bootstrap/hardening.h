#pragma once

namespace quarterdeck {

/// The first thing a main does: files private, no core with secrets in it, no dying of a closed pipe or a full disk, no plugins or
/// key logs by way of the environment.
void hardenProcess();

} // namespace quarterdeck
