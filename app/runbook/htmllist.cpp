#include "app/runbook/htmllist.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace quarterdeck {

namespace {

QString entity(const QString &name)
{
    static const QHash<QString, QString> Names {{QStringLiteral("amp"), QStringLiteral("&")}, {QStringLiteral("lt"), QStringLiteral("<")},
        {QStringLiteral("gt"), QStringLiteral(">")}, {QStringLiteral("quot"), QStringLiteral("\"")}, {QStringLiteral("apos"), QStringLiteral("'")},
        {QStringLiteral("nbsp"), QStringLiteral(" ")}};
    if (name.startsWith(u'#')) {
        const bool isHex = name.size() > 1 && (name.at(1) == u'x' || name.at(1) == u'X');
        bool isOk = false;
        const uint code = isHex ? name.mid(2).toUInt(&isOk, 16) : name.mid(1).toUInt(&isOk);
        return isOk && code > 0 && code <= 0x10FFFF ? QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1) : QString();
    }
    return Names.value(name);
}

} // namespace

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

QString htmlText(const QString &html)
{
    static const QRegularExpression Tag(QStringLiteral("<[^<>]*>"));
    static const QRegularExpression Entity(QStringLiteral("&(#?\\w{1,8});"));
    QString bare = html;
    bare.replace(Tag, QStringLiteral(" "));
    QString out;
    qsizetype from = 0;
    auto matches = Entity.globalMatch(bare);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString read = entity(match.captured(1));
        out += QStringView(bare).mid(from, match.capturedStart() - from);
        out += read.isEmpty() ? match.captured() : read;
        from = match.capturedEnd();
    }
    out += QStringView(bare).mid(from);
    return out.simplified();
}

QString htmlWords(const QString &html)
{
    static const QRegularExpression Unseen(QStringLiteral("<!--.*?(?:-->|$)|<![^<>]*>|<(script|style|summary)\\b.*?(?:</\\1\\s*>|$)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    QString seen = html;
    return htmlText(seen.remove(Unseen));
}

std::vector<HtmlItem> htmlItems(const QString &html)
{
    static const QRegularExpression Mark(QStringLiteral("<(/?)(ol|ul|li)\\b[^<>]*>"), QRegularExpression::CaseInsensitiveOption);
    std::vector<HtmlItem> items;
    std::vector<bool> lists;
    qsizetype from = -1;
    const auto close = [&](qsizetype to) {
        if (from >= 0) {
            if (const QString text = htmlText(html.mid(from, to - from)); !text.isEmpty()) {
                items.push_back({text, !lists.empty() && lists.back()});
            }
        }
        from = -1;
    };
    auto matches = Mark.globalMatch(html);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const bool isEnd = !match.capturedView(1).isEmpty();
        const bool isItem = match.capturedView(2).compare(QLatin1StringView("li"), Qt::CaseInsensitive) == 0;
        close(match.capturedStart());
        if (isItem && !isEnd) {
            from = match.capturedEnd();
        } else if (!isItem && !isEnd) {
            lists.push_back(match.capturedView(2).compare(QLatin1StringView("ol"), Qt::CaseInsensitive) == 0);
        } else if (!isItem && !lists.empty()) {
            lists.pop_back();
        }
    }
    close(html.size());
    return items;
}

} // namespace quarterdeck
