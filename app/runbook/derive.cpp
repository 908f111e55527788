#include "app/runbook/codeblock.h"
#include "app/runbook/frontmatter.h"
#include "app/runbook/tokens.h"

#include <QCryptographicHash>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

using Kind = RunbookToken::Kind;

bool isActionable(Step::Phase phase)
{
    return phase == Step::Phase::Check || phase == Step::Phase::Act || phase == Step::Phase::Verify;
}

bool isBackground(Step::Phase phase)
{
    return phase == Step::Phase::Context || phase == Step::Phase::Impact;
}

// What makes a step within one section.
enum class Rule : quint8 { None, Tasks, Ordered, Bullets, Blocks, Paragraphs };

bool isStepBy(Rule rule, const RunbookToken &token)
{
    switch (rule) {
    case Rule::Tasks:
        return token.kind == Kind::Item && token.isTask;
    case Rule::Ordered:
        return token.kind == Kind::Item && token.isOrdered;
    case Rule::Bullets:
        return token.kind == Kind::Item;
    case Rule::Blocks:
    case Rule::Paragraphs:
        return token.kind == Kind::Paragraph && token.parent < 0;
    case Rule::None:
        break;
    }
    return false;
}

// The first of tasks, ordered items, bullets, blocks, paragraphs that each section has. Sections are those of headings 1 and 2.
class Rules {
public:
    explicit Rules(const std::vector<RunbookToken> &tokens)
        : m_tokens(tokens)
    {
        const bool hasTasks = any([](const RunbookToken &t) { return t.kind == Kind::Item && t.isTask; });
        if (hasTasks) {
            assign([](const RunbookToken &t) { return t.isTask ? Rule::Tasks : Rule::None; });
            return;
        }
        const bool hasPhases = any([](const RunbookToken &t) { return t.kind != Kind::Heading && isActionable(t.phase); });
        if (hasPhases) {
            // Beside sections that say what they are, an unnamed one counts only where it numbers its steps.
            assign([](const RunbookToken &t) {
                return isActionable(t.phase) || (t.phase == Step::Phase::Generic && t.kind == Kind::Item && t.isOrdered) ? natural(t) : Rule::None;
            });
        } else {
            assign([](const RunbookToken &t) { return isBackground(t.phase) ? Rule::None : natural(t); });
        }
        if (m_ofSection.isEmpty()) {
            assign([](const RunbookToken &t) { return t.kind == Kind::Item ? natural(t) : Rule::None; });
        }
    }

    Rule of(const RunbookToken &token) const { return m_ofSection.value(token.section, Rule::None); }
    Rule strongest() const
    {
        Rule best = Rule::None;
        for (const Rule rule : m_ofSection) {
            best = best == Rule::None || rule < best ? rule : best;
        }
        return best;
    }

private:
    static Rule natural(const RunbookToken &token)
    {
        switch (token.kind) {
        case Kind::Item:
            return token.isOrdered ? Rule::Ordered : Rule::Bullets;
        case Kind::Code:
            return Rule::Blocks;
        case Kind::Paragraph:
            return Rule::Paragraphs;
        case Kind::Heading:
            break;
        }
        return Rule::None;
    }

    template <class Fn> bool any(Fn fits) const
    {
        return std::any_of(m_tokens.begin(), m_tokens.end(), [&](const RunbookToken &t) { return !t.isCollapsed && fits(t); });
    }

    template <class Fn> void assign(Fn ruleOf)
    {
        for (const RunbookToken &token : m_tokens) {
            const Rule rule = token.isCollapsed || (token.parent >= 0 && token.kind != Kind::Item) ? Rule::None : ruleOf(token);
            if (rule == Rule::None) {
                continue;
            }
            const auto at = m_ofSection.find(token.section);
            if (at == m_ofSection.end()) {
                m_ofSection.insert(token.section, rule);
            } else if (rule < *at) {
                *at = rule;
            }
        }
    }

    const std::vector<RunbookToken> &m_tokens;
    QHash<int, Rule> m_ofSection;
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

private:
    void take(std::size_t i)
    {
        const RunbookToken &token = m_tokens[i];
        if (token.kind == Kind::Heading) {
            m_current = -1;
            m_paragraph = nullptr;
        } else if (token.kind == Kind::Code) {
            code(i);
        } else if (isStepBy(m_rules.of(token), token)) {
            open(token, token.text);
            m_stepOf[i] = m_current;
        } else if (const int around = stepAround(token); around >= 0) {
            Step &step = m_steps[std::size_t(around)];
            const QString line = token.kind == Kind::Item ? QChar(0x2022) + QStringLiteral(" ") + token.text : token.text;
            step.text += step.text.isEmpty() ? line : u'\n' + line;
            m_current = around;
        } else {
            m_current = -1;
            m_paragraph = &token;
        }
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
        m_current = int(m_steps.size()) - 1;
        m_paragraph = nullptr;
    }

    // Code belongs to the item or paragraph before it. Where that is no step it becomes one, so that no command is left out;
    // only an explicit task list is taken as complete.
    void code(std::size_t i)
    {
        const RunbookToken &token = m_tokens[i];
        CodeBlock block = readCodeBlock(token.info, token.text);
        if (const int around = stepAround(token); around >= 0) {
            m_current = around;
        }
        if (m_current < 0) {
            const Rule rule = m_rules.of(token);
            const bool isWanted = rule == Rule::Blocks || rule == Rule::Paragraphs
                || (block.kind != CodeBlock::Kind::Other && rule != Rule::Tasks && m_rules.strongest() != Rule::Tasks && !isBackground(token.phase));
            if (!isWanted) {
                return;
            }
            open(m_paragraph != nullptr ? *m_paragraph : token, m_paragraph != nullptr ? m_paragraph->text : QString());
        }
        m_steps[std::size_t(m_current)].blocks.push_back(std::move(block));
    }

    const std::vector<RunbookToken> &m_tokens;
    const Rules &m_rules;
    std::vector<int> m_stepOf;
    std::vector<Step> m_steps;
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
    const Rules rules(tokens);
    runbook.steps = Builder(tokens, rules).build();
    runbook.derivedFrom = ruleName(rules.strongest());
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
