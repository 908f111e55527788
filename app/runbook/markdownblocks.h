#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace quarterdeck {

/// A piece of text of one look. Plain; a line break in it is a new line.
struct MarkdownRun {
    QString text;
    QString link; ///< Where it leads to; empty: nowhere.
    bool isCode = false;
    bool isStrong = false;
    bool isEmphasis = false;
    bool isStruck = false;

    friend bool operator==(const MarkdownRun &, const MarkdownRun &) = default;
};

/// One block of a Markdown file, in document order, to be shown.
struct MarkdownBlock {
    enum class Kind : quint8 { Paragraph, Heading, Code, Rule, Table };
    using Runs = std::vector<MarkdownRun>;
    Kind kind = Kind::Paragraph;
    int level = 0;                           ///< Heading: 1 to 6.
    int depth = 0;                           ///< How many lists and quotes it stands in.
    QString marker {};                       ///< Before the first block of an item: "2.", a bullet or a box. As numbered in the file.
    Runs runs {};                            ///< Of code one, as written.
    std::vector<std::vector<Runs>> cells {}; ///< Of a table: rows of cells, the head first.
};

/// Markdown (GitHub flavour) as blocks. HTML stays as it is written, an image is its description. Never fails.
std::vector<MarkdownBlock> markdownBlocks(const QByteArray &markdown);

} // namespace quarterdeck
