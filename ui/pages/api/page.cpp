#include "ui/pages/api/page.h"
