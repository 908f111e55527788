#pragma once

#include "app/domain/logline.h"

namespace quarterdeck::files {

/// Makes fields of the members of a line whose text is one JSON object, and finds service and host among them. Of an entry of the
/// systemd journal the text becomes its message. A text that is no JSON is left as it is.
void addMembers(LogLine &line);

} // namespace quarterdeck::files
