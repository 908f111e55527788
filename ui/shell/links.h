#pragma once

#include "ui/pages/api/navigator.h"

#include <optional>

namespace quarterdeck {

/// The place a quarterdeck: link names: quarterdeck://alert/<source>/<id>, /service/<name>, /runbook/<id>#<step>, /page/<id>, each with
/// optional ?from= and to=. Nothing for anything else. A link never does more than navigate.
std::optional<Destination> parseLink(const QString &link);
/// The link of a place, for "Copy link".
QString linkTo(const Destination &destination);

} // namespace quarterdeck
