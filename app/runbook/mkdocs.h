#pragma once

#include <QByteArray>

namespace quarterdeck {

/// Markdown with the blocks of MkDocs written as plain Markdown, line for line: an admonition ("!!! danger", "??? note") becomes a quote that
/// begins with its kind, a content tab (=== "Cloud") a paragraph "Cloud:" above what stands in it.
QByteArray withoutMkdocs(const QByteArray &markdown);

} // namespace quarterdeck
