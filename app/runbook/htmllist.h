#pragma once

#include <QString>

#include <vector>

namespace quarterdeck {

/// One item of a list written in HTML.
struct HtmlItem {
    QString text; ///< Plain text.
    bool isOrdered = false;
};

/// The items of the <ol> and <ul> lists of a block of HTML, in order; none where it holds no list.
std::vector<HtmlItem> htmlItems(const QString &html);
/// Whether a piece of HTML begins with a tag of HTML: "<b>" does, "<hostname>" is a placeholder that CommonMark cannot tell from it.
bool isMarkup(const QString &html);
/// The text of a piece of HTML without its tags and with its entities read.
QString htmlText(const QString &html);
/// What a reader sees of it as text of its own: no comment, script or style, and no summary, which is a heading.
QString htmlWords(const QString &html);

} // namespace quarterdeck
