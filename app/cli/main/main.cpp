#include "app/cli/app.h"

int main(int argc, char **argv)
{
    return quarterdeck::runCli(argc, argv);
}
