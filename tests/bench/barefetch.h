#pragma once

#include <QString>

#include <array>
#include <string>
#include <vector>

/// Severity, rule, service, summary, state, start.
using BareRow = std::array<QString, 6>;

/// The least that reads an Alertmanager's alerts: one request, one parse, no checks. `url` is that of the server.
std::vector<BareRow> bareFetch(const std::string &url);
