#include "app/runbook/tokens.h"

#include <QRegularExpression>
#include <QSet>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <array>
#include <memory>
#include <mutex>

namespace quarterdeck {

namespace {

struct Free {
    void operator()(cmark_node *node) const { cmark_node_free(node); }
    void operator()(cmark_iter *iter) const { cmark_iter_free(iter); }
    void operator()(cmark_parser *parser) const { cmark_parser_free(parser); }
};

QString literal(cmark_node *node)
{
    return QString::fromUtf8(cmark_node_get_literal(node));
}

// "<b>" is markup, "<hostname>" is a placeholder that CommonMark cannot tell from it.
bool isMarkup(const QString &html)
{
    static const QSet<QString> Names {QStringLiteral("a"), QStringLiteral("abbr"), QStringLiteral("b"), QStringLiteral("br"),
        QStringLiteral("center"), QStringLiteral("code"), QStringLiteral("dd"), QStringLiteral("del"), QStringLiteral("details"),
        QStringLiteral("div"), QStringLiteral("dl"), QStringLiteral("dt"), QStringLiteral("em"), QStringLiteral("figure"), QStringLiteral("font"),
        QStringLiteral("h1"), QStringLiteral("h2"), QStringLiteral("h3"), QStringLiteral("h4"), QStringLiteral("h5"), QStringLiteral("h6"),
        QStringLiteral("hr"), QStringLiteral("i"), QStringLiteral("iframe"), QStringLiteral("img"), QStringLiteral("ins"), QStringLiteral("kbd"),
        QStringLiteral("li"), QStringLiteral("mark"), QStringLiteral("ol"), QStringLiteral("p"), QStringLiteral("pre"), QStringLiteral("s"),
        QStringLiteral("script"), QStringLiteral("small"), QStringLiteral("span"), QStringLiteral("strong"), QStringLiteral("style"),
        QStringLiteral("sub"), QStringLiteral("summary"), QStringLiteral("sup"), QStringLiteral("table"), QStringLiteral("tbody"),
        QStringLiteral("td"), QStringLiteral("th"), QStringLiteral("thead"), QStringLiteral("tr"), QStringLiteral("u"), QStringLiteral("ul"),
        QStringLiteral("video")};
    static const QRegularExpression Tag(QStringLiteral("^\\s*</?([A-Za-z][A-Za-z0-9-]*)(?=[\\s/>])"));
    const auto match = Tag.match(html);
    return !match.hasMatch() || Names.contains(match.captured(1).toLower());
}

// The text of a block without its markup. Links keep their address, since the text alone often says only "here".
QString inlineText(cmark_node *block)
{
    QString out;
    const std::unique_ptr<cmark_iter, Free> iter(cmark_iter_new(block));
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

class Tokenizer {
public:
    std::vector<RunbookToken> run(cmark_node *root)
    {
        const std::unique_ptr<cmark_iter, Free> iter(cmark_iter_new(root));
        for (cmark_event_type event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter.get())) {
            cmark_node *node = cmark_iter_get_node(iter.get());
            if (event == CMARK_EVENT_ENTER) {
                enter(node);
            } else if (cmark_node_get_type(node) == CMARK_NODE_ITEM && !m_items.empty()) {
                m_items.pop_back();
            }
        }
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
        token.heading = m_heading;
        token.phase = m_phase;
        token.section = m_section;
        token.parent = m_items.empty() ? -1 : m_items.back();
        token.depth = int(m_items.size());
        m_tokens.push_back(std::move(token));
        return m_tokens.back();
    }

    void enter(cmark_node *node)
    {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HEADING) {
            heading(node);
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
        }
    }

    void heading(cmark_node *node)
    {
        m_heading = inlineText(node);
        const int level = cmark_node_get_heading_level(node);
        const Step::Phase own = phaseOfHeading(m_heading);
        if (level <= 2) {
            ++m_section;
            m_sectionPhase = own;
            m_phase = own;
        } else {
            m_phase = m_sectionPhase == Step::Phase::Generic ? own : m_sectionPhase;
        }
        RunbookToken &token = add(RunbookToken::Kind::Heading, node);
        token.text = m_heading;
        token.level = level;
    }

    void item(cmark_node *node)
    {
        RunbookToken &token = add(RunbookToken::Kind::Item, node);
        token.isOrdered = cmark_node_get_list_type(cmark_node_parent(node)) == CMARK_ORDERED_LIST;
        // Task items are a node type of the extension; only its name is public.
        token.isTask = qstrcmp(cmark_node_get_type_string(node), "tasklist") == 0;
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
            m_tokens[std::size_t(m_items.back())].text = text;
        } else {
            add(RunbookToken::Kind::Paragraph, node).text = text;
        }
    }

    void html(cmark_node *node)
    {
        const QString text = literal(node);
        if (!isMarkup(text) && !text.trimmed().startsWith(QLatin1StringView("<!"))) {
            add(RunbookToken::Kind::Paragraph, node).text = text.simplified();
        }
        details(text);
    }

    // An unclosed <details> collapses nothing: better too many steps than none.
    void details(const QString &text)
    {
        static const QRegularExpression Tag(QStringLiteral("<(/?)details\\b"), QRegularExpression::CaseInsensitiveOption);
        auto matches = Tag.globalMatch(text);
        while (matches.hasNext()) {
            if (matches.next().capturedView(1).isEmpty()) {
                m_details.push_back(m_tokens.size());
            } else if (!m_details.empty()) {
                for (std::size_t i = m_details.back(); i < m_tokens.size(); ++i) {
                    m_tokens[i].isCollapsed = true;
                }
                m_details.pop_back();
            }
        }
    }

    std::vector<RunbookToken> m_tokens;
    std::vector<int> m_items;
    std::vector<std::size_t> m_details;
    QString m_heading;
    Step::Phase m_phase = Step::Phase::Generic;
    Step::Phase m_sectionPhase = Step::Phase::Generic;
    int m_section = 0;
    int m_line = 1;
};

} // namespace

std::vector<RunbookToken> tokenize(const QByteArray &markdown)
{
    static std::once_flag once;
    std::call_once(once, [] { cmark_gfm_core_extensions_ensure_registered(); });
    const std::unique_ptr<cmark_parser, Free> parser(cmark_parser_new(CMARK_OPT_VALIDATE_UTF8));
    for (const char *name : {"tasklist", "table", "strikethrough"}) {
        if (cmark_syntax_extension *extension = cmark_find_syntax_extension(name)) {
            cmark_parser_attach_syntax_extension(parser.get(), extension);
        }
    }
    cmark_parser_feed(parser.get(), markdown.constData(), std::size_t(markdown.size()));
    const std::unique_ptr<cmark_node, Free> root(cmark_parser_finish(parser.get()));
    return Tokenizer().run(root.get());
}

Step::Phase phaseOfHeading(const QString &heading)
{
    struct Word {
        QRegularExpression form;
        Step::Phase phase;
    };
    static const auto make = [](const char *form) { return QRegularExpression(QLatin1StringView(form), QRegularExpression::CaseInsensitiveOption); };
    static const std::array Words {
        Word {make("\\b(meaning|description|full context|overview|background|context|about|summary|introduction|links|references|resources)\\b"),
            Step::Phase::Context},
        Word {make("\\b(impact|severity)\\b"), Step::Phase::Impact},
        Word {make("\\b(diagnos|troubleshoot|investigat|triage|check|debug)"), Step::Phase::Check},
        Word {make("\\b(mitigat|resolution|resolv|fix|remediat|recover|repair|solution|actions?\\b|steps?\\b|procedure|instructions?\\b|what to "
                   "do|how to)"),
            Step::Phase::Act},
        Word {make("\\b(verif|validat|confirm)"), Step::Phase::Verify}};
    Step::Phase phase = Step::Phase::Generic;
    qsizetype first = heading.size();
    for (const Word &word : Words) {
        const auto match = word.form.match(heading);
        if (match.hasMatch() && match.capturedStart() < first) {
            first = match.capturedStart();
            phase = word.phase;
        }
    }
    return phase;
}

} // namespace quarterdeck
