#include "app/ports/sourceeditor.h"
