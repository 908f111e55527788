// One request and one parse of an Alertmanager's alerts, as a program: what a command line that lists them cannot do without.
// Usage: bench_bareread URL. Prints how many there are.
#include "tests/bench/barefetch.h"

#include <cstdio>

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: bench_bareread URL\n", stderr);
        return 2;
    }
    std::printf("%zu\n", bareFetch(argv[1]).size());
    return 0;
}
