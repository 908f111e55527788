#include "app/runbook/codeblock.h"
#include "app/runbook/frontmatter.h"
#include "app/runbook/phase.h"
#include "app/runbook/tokens.h"

#include <QCryptographicHash>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

using Kind = RunbookToken::Kind;

// What makes a step, the strongest first.
enum class Rule : quint8 { None, Tasks, Ordered, Bullets, Blocks, Paragraphs };

Rule ruleOfItem(const RunbookToken &token)
{
    return token.isTask ? Rule::Tasks : token.isOrdered ? Rule::Ordered : Rule::Bullets;
}

Rule stronger(Rule one, Rule other)
{
    return one == Rule::None || (other != Rule::None && other < one) ? other : one;
}

// What is a step where. Below a heading that says what to do every item is one; paragraphs are where there are no lists. Elsewhere the first
// of tasks, ordered items, bullets, blocks, paragraphs that a section has; beside sections that say what they are, an unnamed one counts
// only where it numbers or ticks its steps.
class Rules {
public:
    /// `isLast`: nothing was found otherwise, so that the background's lists count too.
    Rules(const std::vector<RunbookToken> &tokens, bool isLast)
        : m_tokens(tokens)
        , m_isLast(isLast)
    {
        m_hasPhases = std::any_of(
            tokens.begin(), tokens.end(), [](const RunbookToken &t) { return t.kind != Kind::Heading && !t.isCollapsed && isActionable(t.phase); });
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            survey(tokens[i], i + 1 < tokens.size() ? &tokens[i + 1] : nullptr);
        }
    }

    Rule of(const RunbookToken &token) const
    {
        if (token.isCollapsed || token.isContents || token.isCondition) {
            return Rule::None;
        }
        return token.kind == Kind::Item ? ofItem(token) : token.kind == Kind::Paragraph && token.parent < 0 ? ofParagraph(token) : Rule::None;
    }
    /// Whether every block of code of this place is a step, be it a command or not.
    bool takesBlocks(const RunbookToken &token) const
    {
        const Rule section = m_ofSection.value(token.section, Rule::None);
        const bool isWanted = isActionable(token.phase) || (!m_hasPhases && !isBackground(token.phase));
        return isWanted && (section == Rule::Blocks || section == Rule::Paragraphs);
    }
    /// Whether a command of this place is a step where no step is around it.
    bool takesCommands(const RunbookToken &token) const { return m_isLast || !isBackground(token.phase); }

private:
    Rule ofItem(const RunbookToken &token) const
    {
        if (isActionable(token.phase) || token.isTask || m_isLast) {
            return ruleOfItem(token);
        }
        if (isBackground(token.phase)) {
            return Rule::None;
        }
        const Rule own = m_ofSection.value(token.section, Rule::None);
        const bool counts = own == ruleOfItem(token) || own == Rule::Bullets;
        return counts && (!m_hasPhases || own == Rule::Ordered) ? ruleOfItem(token) : Rule::None;
    }
    Rule ofParagraph(const RunbookToken &token) const
    {
        const bool isWanted = isActionable(token.phase) || (!m_hasPhases && !isBackground(token.phase));
        const Rule section = m_ofSection.value(token.section, Rule::None);
        if (!isWanted) {
            return Rule::None;
        }
        if (token.isWarning) {
            return Rule::Paragraphs;
        }
        if (section == Rule::Blocks || section == Rule::Paragraphs) {
            return section;
        }
        // A part of its own without a list, below a heading of its own, beside parts that have one.
        const Rule part = m_ofPart.value(token.part, Rule::None);
        const bool isLeaf = !m_isParent.contains(token.part);
        return isActionable(token.phase) && isLeaf && (part == Rule::Blocks || part == Rule::Paragraphs) ? part : Rule::None;
    }

    void survey(const RunbookToken &token, const RunbookToken *next)
    {
        if (next != nullptr && next->kind == Kind::Heading) {
            const bool isDeeper = m_level < next->level;
            if (isDeeper) {
                m_isParent.insert(token.part);
            }
        }
        if (token.kind == Kind::Heading) {
            m_level = token.level;
            return;
        }
        const bool isPart = token.kind == Kind::Item || token.parent < 0;
        if (token.isCollapsed || token.isContents || token.isWarning || !isPart) {
            return;
        }
        const Rule own = token.kind == Kind::Item ? ruleOfItem(token) : token.kind == Kind::Code ? Rule::Blocks : Rule::Paragraphs;
        Rule &section = m_ofSection[token.section];
        section = stronger(section, own);
        Rule &part = m_ofPart[token.part];
        part = stronger(part, own);
    }

    const std::vector<RunbookToken> &m_tokens;
    bool m_isLast = false;
    bool m_hasPhases = false;
    int m_level = 0;
    QHash<int, Rule> m_ofSection;
    QHash<int, Rule> m_ofPart;
    QSet<int> m_isParent;
};

class Builder {
public:
    Builder(const std::vector<RunbookToken> &tokens, const Rules &rules)
        : m_tokens(tokens)
        , m_rules(rules)
        , m_stepOf(tokens.size(), -1)
    {
    }

    std::vector<Step> build()
    {
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            if (!m_tokens[i].isCollapsed) {
                take(i);
            }
        }
        for (Step &step : m_steps) {
            if (step.text.isEmpty() && !step.blocks.empty()) {
                step.text = step.blocks.front().text.section(u'\n', 0, 0).trimmed().left(120);
            }
        }
        m_steps.erase(std::remove_if(m_steps.begin(), m_steps.end(), [](const Step &s) { return s.text.isEmpty(); }), m_steps.end());
        return std::move(m_steps);
    }
    /// What made the strongest of the steps one.
    Rule strongest() const { return m_strongest; }

private:
    void take(std::size_t i)
    {
        const RunbookToken &token = m_tokens[i];
        const int around = stepAround(token);
        if (token.kind == Kind::Heading) {
            m_current = -1;
            m_paragraph = nullptr;
        } else if (token.kind == Kind::Code) {
            code(i);
        } else if (const Rule rule = m_rules.of(token); rule != Rule::None && !isDetail(token, rule, around)) {
            open(token, token.text);
            m_stepOf[i] = m_current;
            m_ruleOf[std::size_t(m_current)] = rule;
            m_strongest = stronger(m_strongest, rule);
        } else if (around >= 0) {
            Step &step = m_steps[std::size_t(around)];
            const QString line = token.kind == Kind::Item ? QChar(0x2022) + QStringLiteral(" ") + token.text : token.text;
            step.text += step.text.isEmpty() ? line : u'\n' + line;
            m_current = around;
        } else {
            m_current = -1;
            m_paragraph = token.isContents ? nullptr : &token;
        }
    }

    // A bullet below a numbered or ticked step says more of that step.
    bool isDetail(const RunbookToken &token, Rule rule, int around) const
    {
        return token.kind == Kind::Item && rule == Rule::Bullets && around >= 0 && m_ruleOf[std::size_t(around)] != Rule::Bullets;
    }

    // The step of the nearest item around a token that is one.
    int stepAround(const RunbookToken &token) const
    {
        for (int parent = token.parent; parent >= 0; parent = m_tokens[std::size_t(parent)].parent) {
            if (m_stepOf[std::size_t(parent)] >= 0) {
                return m_stepOf[std::size_t(parent)];
            }
        }
        return -1;
    }

    void open(const RunbookToken &token, const QString &text)
    {
        Step step;
        step.phase = token.phase;
        step.heading = token.heading;
        step.text = text;
        step.depth = token.kind == Kind::Item ? token.depth : 0;
        step.line = token.line;
        step.isTickedInFile = token.isTicked;
        m_steps.push_back(std::move(step));
        m_ruleOf.push_back(Rule::None);
        m_current = int(m_steps.size()) - 1;
        m_paragraph = nullptr;
    }

    // Code belongs to the item or paragraph before it. Where that is no step it becomes one, so that no command is left out.
    void code(std::size_t i)
    {
        const RunbookToken &token = m_tokens[i];
        CodeBlock block = readCodeBlock(token.info, token.text);
        if (const int around = stepAround(token); around >= 0) {
            m_current = around;
        }
        if (m_current < 0) {
            if (!m_rules.takesBlocks(token) && (block.kind == CodeBlock::Kind::Other || !m_rules.takesCommands(token))) {
                return;
            }
            open(m_paragraph != nullptr ? *m_paragraph : token, m_paragraph != nullptr ? m_paragraph->text : QString());
            m_strongest = stronger(m_strongest, Rule::Blocks);
        }
        m_steps[std::size_t(m_current)].blocks.push_back(std::move(block));
        if (m_ruleOf[std::size_t(m_current)] == Rule::Paragraphs) {
            m_strongest = stronger(m_strongest, Rule::Blocks);
        }
    }

    const std::vector<RunbookToken> &m_tokens;
    const Rules &m_rules;
    std::vector<int> m_stepOf;
    std::vector<Step> m_steps;
    std::vector<Rule> m_ruleOf; ///< Of each step: what made it one.
    Rule m_strongest = Rule::None;
    int m_current = -1;
    const RunbookToken *m_paragraph = nullptr;
};

QString ruleName(Rule rule)
{
    switch (rule) {
    case Rule::Tasks:
        return QStringLiteral("tasks");
    case Rule::Ordered:
        return QStringLiteral("ordered");
    case Rule::Bullets:
        return QStringLiteral("bullets");
    case Rule::Blocks:
        return QStringLiteral("blocks");
    case Rule::Paragraphs:
        return QStringLiteral("paragraphs");
    case Rule::None:
        break;
    }
    return QStringLiteral("whole");
}

// The id of a step must survive edits elsewhere in the file and tell equal texts apart.
void identify(std::vector<Step> &steps)
{
    QHash<QString, int> seen;
    for (Step &step : steps) {
        const QString key = phaseName(step.phase) + u'\n' + step.text.simplified().toLower();
        const int ordinal = seen[key]++;
        QCryptographicHash hash(QCryptographicHash::Sha1);
        hash.addData(key.toUtf8());
        hash.addData(QByteArray::number(ordinal));
        step.id = QString::fromLatin1(hash.result().toHex().left(16));
    }
}

void warnOfTodos(const QByteArray &markdown, QStringList &warnings)
{
    static const QRegularExpression Todo(QStringLiteral("\\bTODO\\b"));
    int number = 0;
    for (const QByteArray &line : markdown.split('\n')) {
        ++number;
        if (line.contains("TODO") && Todo.match(QString::fromUtf8(line)).hasMatch()) {
            warnings.append(QStringLiteral("line %1: TODO").arg(number));
        }
    }
}

QString titleOf(const std::vector<RunbookToken> &tokens, const QString &fileName)
{
    const auto at = std::find_if(tokens.begin(), tokens.end(), [](const RunbookToken &t) { return t.kind == Kind::Heading && t.level == 1; });
    return at != tokens.end() && !at->text.isEmpty() ? at->text.left(500) : fileName.section(u'/', -1).section(u'.', 0, 0);
}

} // namespace

Runbook deriveRunbook(const QByteArray &markdown, const QString &fileName)
{
    const RunbookText text = splitRunbook(markdown);
    Runbook runbook;
    runbook.warnings = text.warnings;
    runbook.hasTemplates = text.hasTemplates;
    readFrontMatter(text, fileName, runbook);
    const std::vector<RunbookToken> tokens = tokenize(text.markdown);
    if (runbook.title.isEmpty()) {
        runbook.title = titleOf(tokens, fileName);
    }
    for (const bool isLast : {false, true}) {
        const Rules rules(tokens, isLast);
        Builder builder(tokens, rules);
        runbook.steps = builder.build();
        runbook.derivedFrom = ruleName(builder.strongest());
        if (!runbook.steps.empty()) {
            break;
        }
    }
    if (runbook.steps.empty()) {
        Step whole;
        whole.text = QStringLiteral("Read the runbook");
        whole.line = 1;
        runbook.steps.push_back(whole);
        runbook.derivedFrom = ruleName(Rule::None);
    }
    identify(runbook.steps);
    warnOfTodos(text.markdown, runbook.warnings);
    return runbook;
}

QLatin1StringView phaseName(Step::Phase phase)
{
    static constexpr std::array Names {QLatin1StringView("context"), QLatin1StringView("impact"), QLatin1StringView("check"),
        QLatin1StringView("act"), QLatin1StringView("verify"), QLatin1StringView("generic")};
    return Names.at(std::size_t(phase));
}

} // namespace quarterdeck
