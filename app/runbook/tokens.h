#pragma once

#include "app/runbook/runbook.h"

#include <vector>

namespace quarterdeck {

/// One block of a Markdown file in document order: what steps are made of.
struct RunbookToken {
    enum class Kind : quint8 { Heading, Item, Paragraph, Code };
    Kind kind = Kind::Paragraph;
    QString text;    ///< Plain text; of an item its first paragraph; of code the code.
    QString info;    ///< Code: what follows the opening fence.
    QString heading; ///< Nearest heading above, with the condition that a list stands under.
    Step::Phase phase = Step::Phase::Generic;
    int section = 0; ///< Counts the headings of level 1 and 2.
    int part = 0;    ///< Counts all headings.
    int level = 0;   ///< Heading: 1 to 6.
    int depth = 0;   ///< Item: nesting.
    int parent = -1; ///< Index of the item around it.
    int line = 0;
    bool isOrdered = false;
    bool isTask = false;
    bool isTicked = false;
    bool isCollapsed = false; ///< Inside <details> of background.
    bool isContents = false;  ///< An entry of a table of contents.
    bool isWarning = false;   ///< Paragraph: warns of what must not be done.
    bool isCondition = false; ///< Paragraph: says when the list below it holds; it is part of that list's heading.
};

/// Reads Markdown (GitHub flavour) into its blocks. Never fails.
std::vector<RunbookToken> tokenize(const QByteArray &markdown);

} // namespace quarterdeck
