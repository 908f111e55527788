#include "ui/pages/runbooks/markdownview.h"

#include "app/core/text.h"
#include "app/runbook/frontmatter.h"

#include <QImage>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace quarterdeck {

namespace {

constexpr qsizetype sizeLimit = 256 * 1024;
constexpr int nestingLimit = 40;
constexpr qreal listIndent = 18; // Units: px.

// Deep nesting is what brings Markdown readers down; it shows as indentation or as a run of quote and list marks.
bool isTame(const QString &markdown)
{
    if (markdown.size() > sizeLimit) {
        return false;
    }
    int marks = 0;
    bool isStart = true;
    for (const QChar c : markdown) {
        if (c == u'\n') {
            marks = 0;
            isStart = true;
        } else if (isStart
            && (c == u' ' || c == u'\t' || c == u'>' || c == u'-' || c == u'*' || c == u'+' || c == u'.' || c == u')' || c.isDigit())) {
            marks += c == u'\t' ? 4 : c == u' ' ? 1 : 2;
            if (marks > nestingLimit * 2) {
                return false;
            }
        } else {
            isStart = false;
        }
    }
    return true;
}

QString withoutFrontMatter(const QString &markdown)
{
    const QByteArray bytes = markdown.toUtf8();
    return QString::fromUtf8(bytes.mid(frontMatterEnd(bytes)));
}

QString withoutImages(const QString &markdown)
{
    static const QRegularExpression Image(QStringLiteral("!\\[([^\\]\\n]{0,400})\\](\\([^)\\n]{0,2000}\\)|\\[[^\\]\\n]{0,400}\\])?"));
    return QString(markdown).replace(Image, QStringLiteral("(image: \\1)"));
}

} // namespace

MarkdownView::MarkdownView(const Theme &theme, Navigator &navigator, QWidget *parent)
    : QTextBrowser(parent)
    , m_theme(theme)
    , m_navigator(navigator)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    setProperty("ground", "none");
    setUndoRedoEnabled(false);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (!link.isRelative()) {
            m_navigator.openExternal(QString::fromUtf8(link.toEncoded()));
        }
    });
    connect(&theme, &Theme::changed, this, &MarkdownView::render);
}

void MarkdownView::setRunbook(const QByteArray &markdown)
{
    if (markdown != m_markdown) {
        m_markdown = markdown;
        render();
    }
}

QVariant MarkdownView::loadResource(int type, const QUrl &)
{
    // An empty answer would make the document open the file itself.
    if (type == QTextDocument::ImageResource) {
        QImage nothing(1, 1, QImage::Format_ARGB32);
        nothing.fill(Qt::transparent);
        return nothing;
    }
    return QByteArray("");
}

void MarkdownView::doSetSource(const QUrl &, QTextDocument::ResourceType) { }

void MarkdownView::render()
{
    document()->setDefaultFont(m_theme.font(TypeFace::Body));
    document()->setIndentWidth(listIndent);
    const QString source = text::plainBlock(QString::fromUtf8(m_markdown), 1024 * 1024);
    if (!isTame(source)) {
        setPlainText(source.left(sizeLimit));
        return;
    }
    const QTextDocument::MarkdownFeatures dialect = QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
        | QTextDocument::MarkdownNoHTML;
    document()->setMarkdown(withoutImages(withoutFrontMatter(source)), dialect);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        const int level = block.blockFormat().headingLevel();
        QTextBlockFormat spacing;
        spacing.setTopMargin(level > 0 ? 16 : 3);
        spacing.setBottomMargin(level > 0 ? 4 : 3);
        if (block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage) || block.blockFormat().hasProperty(QTextFormat::BlockCodeFence)) {
            spacing.setBackground(m_theme.color(Token::Raised));
            spacing.setNonBreakableLines(false);
            QTextCharFormat mono;
            mono.setFont(m_theme.font(TypeFace::Mono));
            cursor.mergeCharFormat(mono);
        } else if (level > 0) {
            QTextCharFormat head;
            head.setFont(m_theme.font(level == 1 ? TypeFace::Title : TypeFace::Section));
            head.clearProperty(QTextFormat::FontSizeAdjustment);
            head.setProperty(QTextFormat::FontSizeAdjustment, 0);
            cursor.mergeCharFormat(head);
        }
        cursor.mergeBlockFormat(spacing);
    }
    moveCursor(QTextCursor::Start);
}

} // namespace quarterdeck
