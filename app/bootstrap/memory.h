#pragma once

namespace quarterdeck {

/// Makes large blocks of memory go back to the system when they are freed, instead of staying with the thread that held them.
/// Call first in main().
void returnLargeBlocks();

} // namespace quarterdeck
