#pragma once

namespace quarterdeck {

class CliSession;

/// Tells everything known of the alerts that were named: the alert, why it is quiet, the notes on it and its timeline. Returns the exit code.
int showAlerts(CliSession &session);

} // namespace quarterdeck
