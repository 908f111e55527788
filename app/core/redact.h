#pragma once

#include <QString>

namespace quarterdeck {

/// The text with anything that looks like a credential replaced by "***": authorization headers, bearer and basic tokens, long key
/// shapes, passwords in URLs, secret-sounding parameters. For logs and support bundles.
QString redacted(QString text);

} // namespace quarterdeck
