#include "app/ports/telemetry.h"
