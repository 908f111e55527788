#include "ui/pages/runbooks/markdownview.h"

#include "app/core/text.h"
#include "app/runbook/frontmatter.h"
#include "app/runbook/markdownblocks.h"

#include <QFontMetricsF>
#include <QImage>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <utility>

namespace quarterdeck {

namespace {

constexpr qsizetype sizeLimit = 256 * 1024;
constexpr int nestingLimit = 40;
constexpr qreal listIndent = 22; // Units: px.
constexpr std::size_t mostCells = 5000;

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

void paintRuns(QTextCursor &cursor, const MarkdownBlock::Runs &runs, const QTextCharFormat &base, const Theme &theme)
{
    for (const MarkdownRun &run : runs) {
        QTextCharFormat format = base;
        if (run.isCode) {
            format.setFont(theme.font(TypeFace::Mono));
            format.setBackground(theme.color(Token::Raised));
        }
        if (run.isStrong) {
            format.setFontWeight(QFont::DemiBold);
        }
        format.setFontItalic(run.isEmphasis);
        format.setFontStrikeOut(run.isStruck);
        if (!run.link.isEmpty()) {
            format.setAnchor(true);
            format.setAnchorHref(run.link);
            format.setFontUnderline(true);
            format.setForeground(theme.color(Token::Accent));
        }
        cursor.insertText(QString(run.text).replace(u'\n', QChar::LineSeparator), format);
    }
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
    const QString source = text::plainBlock(QString::fromUtf8(m_markdown), 1024 * 1024);
    if (!isTame(source)) {
        setPlainText(source.left(sizeLimit));
        return;
    }
    document()->clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    bool isFirst = true;
    for (const MarkdownBlock &block : markdownBlocks(withoutFrontMatter(source).toUtf8())) {
        showBlock(cursor, block, std::exchange(isFirst, false));
    }
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
}

void MarkdownView::showBlock(QTextCursor &cursor, const MarkdownBlock &block, bool isFirst)
{
    using Kind = MarkdownBlock::Kind;
    QTextBlockFormat format;
    format.setTopMargin(block.kind == Kind::Heading ? 16 : 3);
    format.setBottomMargin(block.kind == Kind::Heading ? 4 : 3);
    format.setLeftMargin(block.depth * listIndent);
    format.setHeadingLevel(block.level);
    QTextCharFormat face;
    face.setFont(m_theme.font(block.kind != Kind::Heading ? TypeFace::Body : block.level == 1 ? TypeFace::Title : TypeFace::Section));
    face.setForeground(m_theme.color(Token::Text));
    const QString marker = block.marker.isEmpty() ? QString() : block.marker + QStringLiteral("  ");
    if (!marker.isEmpty()) {
        // The words stand one under the other, the marker before them.
        format.setTextIndent(-std::min(format.leftMargin(), QFontMetricsF(m_theme.font(TypeFace::Body)).horizontalAdvance(marker)));
    }
    if (block.kind == Kind::Code) {
        format.setBackground(m_theme.color(Token::Raised));
    } else if (block.kind == Kind::Rule) {
        format.setProperty(QTextFormat::BlockTrailingHorizontalRulerWidth, QTextLength(QTextLength::PercentageLength, 100));
    }
    if (isFirst) {
        cursor.setBlockFormat(format);
        cursor.setBlockCharFormat(face);
    } else {
        cursor.insertBlock(format, face);
    }
    if (block.kind == Kind::Table) {
        showTable(cursor, block, face);
        return;
    }
    cursor.insertText(marker, face);
    paintRuns(cursor, block.runs, face, m_theme);
}

void MarkdownView::showTable(QTextCursor &cursor, const MarkdownBlock &block, const QTextCharFormat &face)
{
    std::size_t columns = 0;
    for (const auto &row : block.cells) {
        columns = std::max(columns, row.size());
    }
    if (columns == 0 || block.cells.size() * columns > mostCells) {
        cursor.insertText(tr("(a table of %Ln row(s))", nullptr, int(block.cells.size())), face);
        return;
    }
    QTextTableFormat format;
    format.setCellPadding(4);
    format.setCellSpacing(0);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorder(1);
    format.setBorderCollapse(true);
    format.setBorderBrush(m_theme.color(Token::Hairline));
    format.setLeftMargin(block.depth * listIndent);
    QTextTable *table = cursor.insertTable(int(block.cells.size()), int(columns), format);
    for (std::size_t row = 0; row < block.cells.size(); ++row) {
        for (std::size_t column = 0; column < block.cells[row].size(); ++column) {
            QTextCharFormat look = face;
            look.setFontWeight(row == 0 ? QFont::DemiBold : QFont::Normal);
            QTextCursor inside = table->cellAt(int(row), int(column)).firstCursorPosition();
            paintRuns(inside, block.cells[row][column], look, m_theme);
        }
    }
    cursor.movePosition(QTextCursor::End);
}

} // namespace quarterdeck
