#include "app/ports/library.h"
