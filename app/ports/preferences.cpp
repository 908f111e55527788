#include "app/ports/preferences.h"
