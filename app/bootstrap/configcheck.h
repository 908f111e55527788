#pragma once

#include "app/settings/config.h"

namespace quarterdeck {

/// Takes the options that their kind of backend does not know out of every backend, each with a warning that names its place, and the
/// option that was probably meant; such a backend is kept. Then every kind adds to its backends what their options say, such as the address
/// of a region. A backend that still lacks an address is left out.
void completeBackends(Config &config);
/// Why a backend could not be opened, with its place in the configuration.
QString openingSentence(const Config &config, const Endpoint &endpoint, const Error &error);
/// What the file system says against a configuration, each "file:line: sentence" where the place is known: files and folders that are
/// missing or cannot be read, secrets that others can read, certificates that are not verified, colours that are not known.
QStringList findingsOf(const Config &config);

} // namespace quarterdeck
