#include "app/runbook/tokens.h"

#include "app/runbook/cmarktree.h"
#include "app/runbook/htmllist.h"
#include "app/runbook/phase.h"

#include <QRegularExpression>

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <array>
#include <utility>

namespace quarterdeck {

namespace {

QString literal(cmark_node *node)
{
    return QString::fromUtf8(cmark_node_get_literal(node));
}

// The text of a block without its markup. Links keep their address, since the text alone often says only "here".
QString inlineText(cmark_node *block)
{
    QString out;
    const CmarkIter iter(cmark_iter_new(block));
    for (cmark_event_type event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter.get())) {
        cmark_node *node = cmark_iter_get_node(iter.get());
        const cmark_node_type type = cmark_node_get_type(node);
        if (event == CMARK_EVENT_EXIT) {
            const QString url = type == CMARK_NODE_LINK ? QString::fromUtf8(cmark_node_get_url(node)) : QString();
            if (url.startsWith(QLatin1StringView("http"), Qt::CaseInsensitive) && !out.endsWith(url)) {
                out += QStringLiteral(" (%1)").arg(url);
            }
        } else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
            out += literal(node);
        } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
            out += u' ';
        } else if (type == CMARK_NODE_HTML_INLINE) {
            const QString html = literal(node);
            out += isMarkup(html) ? (html.startsWith(QLatin1StringView("<br"), Qt::CaseInsensitive) ? QStringLiteral(" ") : QString()) : html;
        }
    }
    return out.simplified();
}

QString firstUpper(const QString &word)
{
    return word.left(1).toUpper() + word.mid(1).toLower();
}

// "> [!CAUTION]", "**Warning:** ...", "Never ..." in a quote: what somebody must read before the next step.
QString asWarning(const QString &text, bool isQuoted)
{
    static const QRegularExpression Alert(QStringLiteral("^\\[!(WARNING|CAUTION|DANGER|IMPORTANT)\\]\\s*(.*)$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression Word(QStringLiteral("^(?:warning|caution|danger|important|attention|critical|error|bug)\\s*[:!\u2013\u2014-]"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression Ban(QStringLiteral("^(?:never|do not|don't)\\b"), QRegularExpression::CaseInsensitiveOption);
    if (const auto match = Alert.match(text); match.hasMatch() && !match.capturedView(2).isEmpty()) {
        return firstUpper(match.captured(1)) + QStringLiteral(": ") + match.captured(2);
    }
    return Word.match(text).hasMatch() || (isQuoted && Ban.match(text).hasMatch()) ? text : QString();
}

bool saysWhen(const QString &text)
{
    static const QRegularExpression When(
        QStringLiteral("^(?:if|when|in case|unless|once|otherwise|else|for|on|after|before)\\b"), QRegularExpression::CaseInsensitiveOption);
    return text.endsWith(u':') || (text.size() < 200 && When.match(text).hasMatch() && !text.contains(QLatin1StringView(". ")));
}

// An entry of a table of contents: nothing but a link to a heading of the same file.
bool isLinkWithin(cmark_node *paragraph)
{
    cmark_node *only = paragraph == nullptr ? nullptr : cmark_node_first_child(paragraph);
    return only != nullptr && cmark_node_next(only) == nullptr && cmark_node_get_type(only) == CMARK_NODE_LINK
        && QByteArrayView(cmark_node_get_url(only)).startsWith('#');
}

bool isInQuote(cmark_node *node)
{
    for (cmark_node *around = cmark_node_parent(node); around != nullptr; around = cmark_node_parent(around)) {
        if (cmark_node_get_type(around) == CMARK_NODE_BLOCK_QUOTE) {
            return true;
        }
    }
    return false;
}

class Tokenizer {
public:
    std::vector<RunbookToken> run(cmark_node *root)
    {
        walkCmark(
            root, [this](cmark_node *node) { enter(node); }, [this](cmark_node *node) { leave(node); });
        return std::move(m_tokens);
    }

private:
    RunbookToken &add(RunbookToken::Kind kind, cmark_node *node)
    {
        RunbookToken token;
        token.kind = kind;
        // cmark-gfm gives a paragraph that it splits off in front of a table the wrong line.
        m_line = std::max(m_line, cmark_node_get_start_line(node));
        token.line = m_line;
        token.heading = heading();
        token.phase = m_phase;
        token.section = m_section;
        token.part = m_part;
        token.parent = m_items.empty() ? -1 : m_items.back();
        token.depth = int(m_items.size());
        m_tokens.push_back(std::move(token));
        return m_tokens.back();
    }

    QString heading() const
    {
        QStringList parts {m_heading, m_summary, m_condition.left(200)};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" \u203a "));
    }

    void enter(cmark_node *node)
    {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HEADING) {
            takeHeading(node);
        } else if (type == CMARK_NODE_LIST) {
            list(node);
        } else if (type == CMARK_NODE_ITEM) {
            item(node);
        } else if (type == CMARK_NODE_CODE_BLOCK) {
            RunbookToken &token = add(RunbookToken::Kind::Code, node);
            token.text = literal(node);
            token.info = QString::fromUtf8(cmark_node_get_fence_info(node));
        } else if (type == CMARK_NODE_PARAGRAPH) {
            paragraph(node);
        } else if (type == CMARK_NODE_HTML_BLOCK) {
            html(node);
        } else if (type == CMARK_NODE_HTML_INLINE) {
            details(literal(node));
        } else if (isCmarkType(node, "table")) {
            table(node);
        }
    }

    void leave(cmark_node *node)
    {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_ITEM && !m_items.empty()) {
            m_items.pop_back();
        } else if (type == CMARK_NODE_LIST && m_items.empty()) {
            m_condition.clear();
        }
    }

    void takeHeading(cmark_node *node)
    {
        m_heading = inlineText(node);
        m_summary.clear();
        const int level = cmark_node_get_heading_level(node);
        const Step::Phase own = phaseOfHeading(m_heading);
        ++m_part;
        m_section += level <= 2 ? 1 : 0;
        const auto at = std::size_t(level);
        // What is said of a whole document in its title is not said of each of its chapters.
        const Step::Phase around = level > 2 ? m_phases.at(at - 1) : Step::Phase::Generic;
        m_phase = own == Step::Phase::Generic || (isActionable(around) && !isActionable(own)) ? around : own;
        std::fill(m_phases.begin() + level, m_phases.end(), m_phase);
        RunbookToken &token = add(RunbookToken::Kind::Heading, node);
        token.text = m_heading;
        token.level = level;
    }

    // The paragraph right above a list may say when the list holds.
    void list(cmark_node *node)
    {
        cmark_node *above = cmark_node_previous(node);
        if (!m_items.empty() || above == nullptr || cmark_node_get_type(above) != CMARK_NODE_PARAGRAPH || m_tokens.empty()) {
            return;
        }
        RunbookToken &token = m_tokens.back();
        if (isLinkWithin(cmark_node_first_child(cmark_node_first_child(node)))) {
            token.isContents = true;
            return;
        }
        if (token.kind == RunbookToken::Kind::Paragraph && !token.isWarning && saysWhen(token.text)) {
            token.isCondition = true;
            m_condition = token.text;
        }
    }

    void item(cmark_node *node)
    {
        RunbookToken &token = add(RunbookToken::Kind::Item, node);
        token.isOrdered = cmark_node_get_list_type(cmark_node_parent(node)) == CMARK_ORDERED_LIST;
        token.isTask = isCmarkType(node, "tasklist");
        token.isTicked = token.isTask && cmark_gfm_extensions_get_tasklist_item_checked(node);
        m_items.push_back(int(m_tokens.size()) - 1);
    }

    void paragraph(cmark_node *node)
    {
        const QString text = inlineText(node);
        const bool isFirstOfItem = !m_items.empty() && cmark_node_parent(node) != nullptr && cmark_node_previous(node) == nullptr
            && cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_ITEM;
        if (text.isEmpty()) {
            return;
        }
        if (isFirstOfItem) {
            firstOfItem(node, m_tokens[std::size_t(m_items.back())], text);
            return;
        }
        const QString warning = asWarning(text, isInQuote(node));
        RunbookToken &token = add(RunbookToken::Kind::Paragraph, node);
        token.text = warning.isEmpty() ? text : warning;
        token.isWarning = !warning.isEmpty();
    }

    static void firstOfItem(cmark_node *node, RunbookToken &item, const QString &text)
    {
        static const QRegularExpression Box(QStringLiteral("^\\[([ xX])\\]\\s+"));
        item.text = text;
        // cmark-gfm sees a box only in the column of its own line: not in quotes, nor in the first item of an item.
        if (const auto box = Box.match(text); !item.isTask && box.hasMatch()) {
            item.isTask = true;
            item.isTicked = box.capturedView(1) != u" ";
            item.text = text.mid(box.capturedLength());
        }
        item.isContents = isLinkWithin(node);
    }

    void html(cmark_node *node)
    {
        const QString text = literal(node);
        details(text);
        if (const std::vector<HtmlItem> items = htmlItems(text); !items.empty()) {
            for (const HtmlItem &item : items) {
                RunbookToken &token = add(RunbookToken::Kind::Item, node);
                token.text = item.text;
                token.isOrdered = item.isOrdered;
            }
        } else if (const QString words = isMarkup(text) ? htmlWords(text) : text.simplified();
                   !words.isEmpty() && !words.startsWith(QLatin1StringView("<!"))) {
            const bool isOfItem = !m_items.empty() && m_tokens[std::size_t(m_items.back())].text.isEmpty();
            (isOfItem ? m_tokens[std::size_t(m_items.back())] : add(RunbookToken::Kind::Paragraph, node)).text = words;
        }
    }

    // A table whose head speaks of steps, commands or what to do has one step a row.
    void table(cmark_node *node)
    {
        static const QRegularExpression Number(QStringLiteral("^(?:#|no\\.?|nr\\.?|step|order)$"), QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression Command(QStringLiteral("\\bcommands?\\b"), QRegularExpression::CaseInsensitiveOption);
        cmark_node *row = cmark_node_first_child(node);
        QStringList head;
        for (cmark_node *cell = row == nullptr ? nullptr : cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell)) {
            head.append(inlineText(cell));
        }
        const bool hasSteps = std::any_of(head.begin(), head.end(), [](const QString &title) {
            return Number.match(title).hasMatch() || Command.match(title).hasMatch() || isActionable(phaseOfHeading(title));
        });
        for (row = hasSteps ? cmark_node_next(row) : nullptr; row != nullptr; row = cmark_node_next(row)) {
            QStringList words;
            QStringList commands;
            qsizetype column = 0;
            for (cmark_node *cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell), ++column) {
                const QString text = inlineText(cell);
                const QString title = head.value(column);
                bool isNumber = false;
                text.toInt(&isNumber);
                if (Command.match(title).hasMatch() && !text.isEmpty()) {
                    commands.append(text);
                } else if (!text.isEmpty() && !isNumber) {
                    words.append(text);
                }
            }
            tableRow(row, words.join(QStringLiteral(": ")), commands);
        }
    }

    void tableRow(cmark_node *row, const QString &text, const QStringList &commands)
    {
        if (text.isEmpty() && commands.isEmpty()) {
            return;
        }
        RunbookToken &item = add(RunbookToken::Kind::Item, row);
        item.text = text.isEmpty() ? commands.front() : text;
        item.isOrdered = true;
        const int at = int(m_tokens.size()) - 1;
        for (const QString &command : commands) {
            RunbookToken &code = add(RunbookToken::Kind::Code, row);
            code.text = command;
            code.info = QStringLiteral("sh");
            code.parent = at;
        }
    }

    // What is folded away as background is no step; what is folded away as a case of its own is, under its summary. An unclosed <details>
    // collapses nothing: better too many steps than none.
    void details(const QString &text)
    {
        static const QRegularExpression Tag(QStringLiteral("<(/?)details\\b"), QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression Summary(QStringLiteral("<summary[^<>]*>(.*?)</summary>"),
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
        auto matches = Tag.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            if (match.capturedView(1).isEmpty()) {
                m_details.push_back({m_tokens.size(), std::exchange(m_summary, QString())});
            } else if (!m_details.empty()) {
                for (std::size_t i = m_details.back().from; i < m_tokens.size() && isBackground(phaseOfHeading(m_summary)); ++i) {
                    m_tokens[i].isCollapsed = true;
                }
                m_summary = m_details.back().around;
                m_details.pop_back();
            }
        }
        if (const auto match = Summary.match(text); match.hasMatch() && !m_details.empty()) {
            m_summary = htmlText(match.captured(1)).left(200);
        }
    }

    struct Details {
        std::size_t from = 0;
        QString around; ///< The summary of what it stands in.
    };
    std::vector<RunbookToken> m_tokens;
    std::vector<int> m_items;
    std::vector<Details> m_details;
    QString m_heading;
    QString m_summary;
    QString m_condition;
    Step::Phase m_phase = Step::Phase::Generic;
    std::array<Step::Phase, 7> m_phases {}; ///< By level of heading: what is in force below it.
    int m_section = 0;
    int m_part = 0;
    int m_line = 1;
};

} // namespace

std::vector<RunbookToken> tokenize(const QByteArray &markdown)
{
    return Tokenizer().run(cmarkTree(markdown).get());
}

} // namespace quarterdeck
