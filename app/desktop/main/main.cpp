#include "app/desktop/app.h"

int main(int argc, char **argv)
{
    return quarterdeck::runDesktop(argc, argv);
}
