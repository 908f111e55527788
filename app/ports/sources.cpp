#include "app/ports/sources.h"
