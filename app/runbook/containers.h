#pragma once

#include <QByteArray>

namespace quarterdeck {

/// Boxes of Docusaurus, VuePress and GitLab ("::: danger Only once" ... ":::") as quotes that any Markdown reader knows, line by line: line
/// numbers stay. What stands in a fence is left as it is.
QByteArray withoutContainers(const QByteArray &markdown);

} // namespace quarterdeck
