#pragma once

namespace quarterdeck {

/// Runs `qdeck` with these arguments. Exit codes: 0 ok, 1 error, 2 usage, 3 partial.
int runCli(int argc, char **argv);

} // namespace quarterdeck
