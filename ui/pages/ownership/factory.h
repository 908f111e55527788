#pragma once

#include "ui/pages/api/page.h"

namespace quarterdeck {

/// The factory of this folder's page.
std::unique_ptr<PageFactory> makeOwnershipPage();

} // namespace quarterdeck
