#pragma once

#include "app/domain/alert.h"
#include "app/store/tables/blob.h"

namespace quarterdeck {

/// Fills an alert from a body as it was written up to the fourth version of the schema of cache.db, whose lists of ids become holds.
/// Key and state must be there already. What a body lacks is as in a new alert.
void fillFromOldBody(Alert &alert, BlobReader body);

} // namespace quarterdeck
