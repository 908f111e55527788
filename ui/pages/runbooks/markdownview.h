#pragma once

#include "ui/pages/api/navigator.h"
#include "ui/theme/theme.h"

#include <QTextBrowser>

namespace quarterdeck {

struct MarkdownBlock;

/// The one place where Markdown is rendered, by the structure that steps are derived from: numbers and code are those of the file. Loads nothing: no
/// image, no file, no style; a link only ever goes to the navigator. Very large or deeply nested text is shown as it is written.
class MarkdownView final : public QTextBrowser {
    Q_OBJECT

public:
    MarkdownView(const Theme &theme, Navigator &navigator, QWidget *parent = nullptr);
    /// Renders a text, unless it is shown already.
    void setRunbook(const QByteArray &markdown);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;

private:
    void render();
    void showBlock(QTextCursor &cursor, const MarkdownBlock &block, bool isFirst);
    void showTable(QTextCursor &cursor, const MarkdownBlock &block, const QTextCharFormat &face);

    const Theme &m_theme;
    Navigator &m_navigator;
    QByteArray m_markdown;
};

} // namespace quarterdeck
