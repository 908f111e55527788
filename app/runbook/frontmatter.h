#pragma once

#include "app/runbook/runbook.h"

namespace quarterdeck {

/// A Markdown file without what is not Markdown. Line numbers are those of the file.
struct RunbookText {
    QByteArray markdown;    ///< Front matter and template tags replaced by as many line ends as they had.
    QByteArray frontMatter; ///< YAML between "---" lines, or TOML between "+++" lines.
    bool isToml = false;
    bool hasTemplates = false;
    QStringList warnings;
};

/// Where the front matter of a text ends, on its closing line; 0 where there is none. It begins on the first line, holds fields and is closed:
/// else "---" is a ruler, and what stands below it is text.
qsizetype frontMatterEnd(const QByteArray &markdown);

/// Takes front matter, Hugo shortcodes and ERB tags out. What ERB would print stays as "‹expression›"; text between shortcodes stays.
RunbookText splitRunbook(const QByteArray &file);

/// Fills the fields of front matter; unknown keys are other tools' and pass.
void readFrontMatter(const RunbookText &text, const QString &fileName, Runbook &runbook);

} // namespace quarterdeck
