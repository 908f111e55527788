#pragma once

#include "app/domain/service.h"

namespace quarterdeck {

class ConfigReport;
struct YamlNode;

/// Reads one item of `services:`: name, title, description, owner, tier, lifecycle, depends_on, runbooks, panels, log_fields, aliases.
Service readService(const YamlNode &item, ConfigReport &report);

} // namespace quarterdeck
