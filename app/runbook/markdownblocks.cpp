#include "app/runbook/markdownblocks.h"

#include "app/runbook/cmarktree.h"

#include <cmark-gfm-core-extensions.h>

#include <utility>

namespace quarterdeck {

namespace {

class BlockReader {
public:
    std::vector<MarkdownBlock> read(cmark_node *root)
    {
        walkCmark(
            root, [this](cmark_node *node) { enter(node); }, [this](cmark_node *node) { leave(node); });
        return std::move(m_blocks);
    }

private:
    struct List {
        bool isOrdered = false;
        bool isParenthesis = false;
        int next = 1;
    };

    MarkdownBlock &add(MarkdownBlock::Kind kind)
    {
        MarkdownBlock block;
        block.kind = kind;
        block.depth = int(m_lists.size()) + m_quotes;
        block.marker = std::exchange(m_marker, QString());
        m_blocks.push_back(std::move(block));
        m_isInCell = false;
        return m_blocks.back();
    }

    // What cannot stand beside a marker stands below it.
    void addBelowMarker()
    {
        if (!m_marker.isEmpty()) {
            add(MarkdownBlock::Kind::Paragraph);
        }
    }

    void say(const QString &words, bool isCode = false)
    {
        if (m_blocks.empty()) {
            return;
        }
        MarkdownBlock::Runs &runs = m_isInCell ? m_blocks.back().cells.back().back() : m_blocks.back().runs;
        MarkdownRun run {words, m_link, isCode, m_strong > 0, m_emphasis > 0, m_struck > 0};
        MarkdownRun like = run;
        like.text = runs.empty() ? QString() : runs.back().text;
        if (!runs.empty() && runs.back() == like) {
            runs.back().text += words;
        } else {
            runs.push_back(std::move(run));
        }
    }

    static QString literal(cmark_node *node) { return QString::fromUtf8(cmark_node_get_literal(node)); }

    static QString withoutLastBreak(QString text)
    {
        if (text.endsWith(u'\n')) {
            text.chop(1);
        }
        return text;
    }

    void enter(cmark_node *node)
    {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_LIST:
            addBelowMarker();
            m_lists.push_back({cmark_node_get_list_type(node) == CMARK_ORDERED_LIST, cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM,
                cmark_node_get_list_start(node)});
            break;
        case CMARK_NODE_ITEM:
            enterItem(node);
            break;
        case CMARK_NODE_BLOCK_QUOTE:
            addBelowMarker();
            ++m_quotes;
            break;
        case CMARK_NODE_PARAGRAPH:
            add(MarkdownBlock::Kind::Paragraph);
            break;
        case CMARK_NODE_HEADING:
            add(MarkdownBlock::Kind::Heading).level = cmark_node_get_heading_level(node);
            break;
        case CMARK_NODE_CODE_BLOCK:
            addBelowMarker();
            add(MarkdownBlock::Kind::Code);
            say(withoutLastBreak(literal(node)), true);
            break;
        case CMARK_NODE_HTML_BLOCK:
            add(MarkdownBlock::Kind::Paragraph);
            say(withoutLastBreak(literal(node)));
            break;
        case CMARK_NODE_THEMATIC_BREAK:
            addBelowMarker();
            add(MarkdownBlock::Kind::Rule);
            break;
        default:
            enterOther(node);
            break;
        }
    }

    void enterItem(cmark_node *node)
    {
        addBelowMarker();
        if (m_lists.empty()) {
            return;
        }
        List &list = m_lists.back();
        const QString number = QString::number(list.next++);
        m_marker = isCmarkType(node, "tasklist") ? QString(QChar(cmark_gfm_extensions_get_tasklist_item_checked(node) ? 0x2611 : 0x2610))
            : list.isOrdered                     ? number + (list.isParenthesis ? u')' : u'.')
                                                 : QString(QChar(0x2022));
    }

    void enterOther(cmark_node *node)
    {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
            say(literal(node));
            break;
        case CMARK_NODE_HTML_INLINE:
            say(literal(node).startsWith(QLatin1StringView("<br"), Qt::CaseInsensitive) ? QStringLiteral("\n") : literal(node));
            break;
        case CMARK_NODE_SOFTBREAK:
            say(QStringLiteral(" "));
            break;
        case CMARK_NODE_LINEBREAK:
            say(QStringLiteral("\n"));
            break;
        case CMARK_NODE_CODE:
            say(literal(node), true);
            break;
        case CMARK_NODE_EMPH:
            ++m_emphasis;
            break;
        case CMARK_NODE_STRONG:
            ++m_strong;
            break;
        case CMARK_NODE_LINK:
            m_link = QString::fromUtf8(cmark_node_get_url(node));
            break;
        case CMARK_NODE_IMAGE:
            say(QStringLiteral("(image: "));
            break;
        default:
            enterExtension(node);
            break;
        }
    }

    void enterExtension(cmark_node *node)
    {
        if (isCmarkType(node, "strikethrough")) {
            ++m_struck;
        } else if (isCmarkType(node, "table")) {
            addBelowMarker();
            add(MarkdownBlock::Kind::Table);
        } else if (m_blocks.empty() || m_blocks.back().kind != MarkdownBlock::Kind::Table) {
            return;
        } else if (isCmarkType(node, "table_row") || isCmarkType(node, "table_header")) {
            m_blocks.back().cells.emplace_back();
        } else if (isCmarkType(node, "table_cell") && !m_blocks.back().cells.empty()) {
            m_blocks.back().cells.back().emplace_back();
            m_isInCell = true;
        }
    }

    void leave(cmark_node *node)
    {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_LIST:
            m_lists.pop_back();
            break;
        case CMARK_NODE_ITEM:
            addBelowMarker();
            break;
        case CMARK_NODE_BLOCK_QUOTE:
            --m_quotes;
            break;
        case CMARK_NODE_EMPH:
            --m_emphasis;
            break;
        case CMARK_NODE_STRONG:
            --m_strong;
            break;
        case CMARK_NODE_LINK:
            m_link.clear();
            break;
        case CMARK_NODE_IMAGE:
            say(QStringLiteral(")"));
            break;
        default:
            m_struck -= isCmarkType(node, "strikethrough") ? 1 : 0;
            break;
        }
    }

    std::vector<MarkdownBlock> m_blocks;
    std::vector<List> m_lists;
    QString m_marker;
    QString m_link;
    int m_quotes = 0;
    int m_emphasis = 0;
    int m_strong = 0;
    int m_struck = 0;
    bool m_isInCell = false;
};

} // namespace

std::vector<MarkdownBlock> markdownBlocks(const QByteArray &markdown)
{
    return BlockReader().read(cmarkTree(markdown).get());
}

} // namespace quarterdeck
