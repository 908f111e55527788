#include "ui/pages/runbooks/codeblockview.h"

#include "app/core/text.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSyntaxHighlighter>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

class PlaceholderMarks final : public QSyntaxHighlighter {
public:
    PlaceholderMarks(const Theme &theme, QStringList placeholders, QTextDocument *document)
        : QSyntaxHighlighter(document)
        , m_theme(theme)
        , m_placeholders(std::move(placeholders))
    {
    }

protected:
    void highlightBlock(const QString &line) override
    {
        QTextCharFormat mark;
        mark.setForeground(m_theme.color(Token::Warning));
        mark.setFontUnderline(true);
        for (const QString &placeholder : m_placeholders) {
            for (qsizetype at = line.indexOf(placeholder); at >= 0; at = line.indexOf(placeholder, at + placeholder.size())) {
                setFormat(int(at), int(placeholder.size()), mark);
            }
        }
    }

private:
    const Theme &m_theme;
    QStringList m_placeholders;
};

} // namespace

CodeBlockView::CodeBlockView(const Theme &theme, const CodeBlock &block, const StepCode &code, int number, QWidget *parent)
    : QWidget(parent)
    , m_code(code)
{
    auto *head = new QHBoxLayout;
    auto *language = new PlainLabel(block.language, this);
    language->setLook(theme, TypeFace::Caption, Token::Muted);
    language->setEliding(true);
    auto *copy = new QPushButton(tr("Copy"), this);
    copy->setObjectName(QStringLiteral("copyCode%1").arg(number));
    copy->setAccessibleName(tr("Copy code block %1").arg(number + 1));
    const auto look = [copy, &theme] { copy->setIcon(theme.icon(QStringLiteral("copy"))); };
    connect(&theme, &Theme::changed, copy, look);
    look();
    head->addWidget(language, 1);
    head->addWidget(copy);
    auto *lines = new QPlainTextEdit(this);
    lines->setObjectName(QStringLiteral("code%1").arg(number));
    lines->setAccessibleName(tr("Code block %1").arg(number + 1));
    lines->setReadOnly(true);
    lines->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    lines->setTabChangesFocus(true);
    lines->setFont(theme.font(TypeFace::Mono));
    lines->setPlainText(code.shown);
    new PlaceholderMarks(theme, code.placeholders, lines->document());
    const int count = std::clamp(lines->document()->blockCount(), 1, 12);
    lines->setFixedHeight(count * QFontMetrics(theme.font(TypeFace::Mono)).lineSpacing() + 26);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    const QStringList sentences = warnings();
    for (const QString &sentence : sentences) {
        auto *warning = new PlainLabel(sentence, this);
        warning->setObjectName(QStringLiteral("codeWarning"));
        warning->setLook(theme, TypeFace::Body, Token::Warning);
        warning->setWordWrap(true);
        column->addWidget(warning);
    }
    column->addWidget(lines);
    connect(copy, &QPushButton::clicked, this, [this] { emit copyWanted(m_code.copied); });
}

QStringList CodeBlockView::warnings() const
{
    QStringList sentences;
    if (m_code.isMutating) {
        sentences << tr("This command makes changes. Read it again before you run it.");
    }
    if (!m_code.withheld.isEmpty()) {
        sentences << tr("Not filled in because a shell would interpret the value: %1.").arg(phrases::list(m_code.withheld));
    }
    if (!m_code.placeholders.isEmpty()) {
        sentences << tr("Fill in before use: %1.").arg(phrases::list(m_code.placeholders));
    }
    return sentences;
}

} // namespace quarterdeck
