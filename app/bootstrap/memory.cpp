#include "app/bootstrap/memory.h"

#include <cstdlib> // says whether this is glibc

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace quarterdeck {

void returnLargeBlocks()
{
#ifdef __GLIBC__
    // Else the first large block that is freed raises glibc's own limit, and from then on what a poll needed stays resident in its arenas.
    constexpr int LargeBlock = 256 * 1024;
    ::mallopt(M_MMAP_THRESHOLD, LargeBlock);
#endif
}

} // namespace quarterdeck
