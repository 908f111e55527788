#include "app/runbook/mkdocs.h"

#include <QRegularExpression>
#include <QString>

#include <utility>
#include <vector>

namespace quarterdeck {

namespace {

constexpr qsizetype Indent = 4;
constexpr std::size_t Deepest = 8;

struct Block {
    qsizetype column = 0; ///< Of its marker, in the file.
    bool isQuote = false;
};

qsizetype columnOf(const QByteArray &line)
{
    qsizetype at = 0;
    while (at < line.size() && line.at(at) == ' ') {
        ++at;
    }
    return at;
}

/// What stands before a line that is inside these blocks: each took four columns away, each quote gives its mark.
QByteArray prefixOf(const std::vector<Block> &open)
{
    QByteArray prefix(open.empty() ? 0 : open.front().column, ' ');
    for (const Block &block : open) {
        prefix += block.isQuote ? "> " : "";
    }
    return prefix;
}

QByteArray capitalised(const QString &kind)
{
    return (kind.left(1).toUpper() + kind.mid(1)).toUtf8();
}

/// The opening line of a block in plain Markdown; empty where the line opens none.
QByteArray opened(const QByteArray &line, Block &block)
{
    static const QRegularExpression Admonition(QStringLiteral("^(?:!!!|\\?\\?\\?\\+?)\\s+([A-Za-z][\\w-]*)[^\"]*(?:\"([^\"]*)\")?\\s*$"));
    static const QRegularExpression Tab(QStringLiteral("^===[!+]?\\s+\"([^\"]+)\"\\s*$"));
    block.column = columnOf(line);
    const QByteArray bare = line.mid(block.column);
    if (!bare.startsWith("!!!") && !bare.startsWith("???") && !bare.startsWith("===")) {
        return {};
    }
    const QString text = QString::fromUtf8(bare);
    if (const auto tab = Tab.match(text); tab.hasMatch()) {
        block.isQuote = false;
        return tab.captured(1).toUtf8() + ':';
    }
    if (const auto note = Admonition.match(text); note.hasMatch()) {
        block.isQuote = true;
        const QByteArray title = note.captured(2).toUtf8();
        return "> **" + capitalised(note.captured(1)) + ":** " + title;
    }
    return {};
}

} // namespace

QByteArray withoutMkdocs(const QByteArray &markdown)
{
    if (!markdown.contains("!!! ") && !markdown.contains("??? ") && !markdown.contains("???+ ") && !markdown.contains("=== \"")) {
        return markdown;
    }
    QByteArray out;
    out.reserve(markdown.size());
    std::vector<Block> open;
    bool isFence = false;
    bool isFirst = true;
    for (const QByteArray &line : markdown.split('\n')) {
        if (!std::exchange(isFirst, false)) {
            out.append('\n');
        }
        const bool isBlank = line.trimmed().isEmpty();
        while (!isBlank && !open.empty() && columnOf(line) < open.back().column + Indent) {
            open.pop_back();
        }
        const QByteArray prefix = prefixOf(open);
        const qsizetype inside = open.empty() ? 0 : open.back().column + Indent;
        const QByteArray rest = isBlank ? QByteArray() : line.mid(inside);
        Block block;
        const QByteArray opening = isFence || open.size() >= Deepest ? QByteArray() : opened(line, block);
        if (!opening.isEmpty()) {
            out.append(prefix + opening);
            open.push_back(block);
            continue;
        }
        if (rest.trimmed().startsWith("```") || rest.trimmed().startsWith("~~~")) {
            isFence = !isFence;
        }
        out.append(isBlank && open.empty() ? line : prefix + rest);
    }
    return out;
}

} // namespace quarterdeck
