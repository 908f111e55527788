#pragma once

#include "app/core/endpoint.h"
#include "app/settings/partedit.h"

namespace quarterdeck {

/// A backend as a new item of `backends:`.
/// Errors: Rejected, for what cannot be written here, such as a sign-in with the browser.
Result<YamlMember> backendMember(const Endpoint &endpoint);
/// Changes what differs between two states of a backend in the item that holds it; all else of the item stays.
/// Errors: Rejected; `where` is the line.
Result<Done> editBackend(PartEdit &edit, const YamlPart &item, const Endpoint &before, const Endpoint &wanted);

} // namespace quarterdeck
