#pragma once

#include "app/cli/clisession.h"

namespace quarterdeck {

/// Lets the running window poll its sources now, and waits for at most `limit` until each of them has been asked; what has not answered by
/// then is as old as its status says.
/// Errors: those of the window, in words.
Result<Done> pollByWindow(CliSession &session, Millis limit);

} // namespace quarterdeck
