#pragma once

namespace quarterdeck {

class CliSession;
class Report;

/// Tells what of the catalogs is left out, which makes the answer partial, and that some of what is read is doubtful.
void tellCatalogs(CliSession &session, Report &report);

} // namespace quarterdeck
