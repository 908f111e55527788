#include "app/runbook/markdownblocks.h"

#include <QTest>

using namespace quarterdeck;

namespace {

QString told(const MarkdownBlock &block)
{
    QString words;
    for (const MarkdownRun &run : block.runs) {
        words += run.isCode && block.kind != MarkdownBlock::Kind::Code ? u'`' + run.text + u'`' : run.text;
    }
    for (const auto &row : block.cells) {
        for (const MarkdownBlock::Runs &cell : row) {
            words += cell.empty() ? QStringLiteral("|") : cell.front().text + u'|';
        }
    }
    const char *const kinds[] = {"p", "h", "code", "rule", "table"};
    return QStringLiteral("%1%2 %3%4")
        .arg(QLatin1StringView(kinds[int(block.kind)]))
        .arg(block.depth)
        .arg(block.marker.isEmpty() ? QString() : block.marker + u' ', words);
}

QStringList toldOf(const QByteArray &markdown)
{
    QStringList all;
    for (const MarkdownBlock &block : markdownBlocks(markdown)) {
        all << told(block);
    }
    return all;
}

} // namespace

/// Markdown as it is shown: by the structure that steps are derived from.
class TestMarkdownBlocks : public QObject {
    Q_OBJECT

private slots:
    void anItemWithAFenceKeepsItsNumbers()
    {
        QCOMPARE(toldOf("1. Look\n2. Restart it\n\n   ```sh\n   systemctl restart checkout\n   ```\n\n3. Verify `http 200`\n"),
            (QStringList {"p1 1. Look", "p1 2. Restart it", "code1 systemctl restart checkout", "p1 3. Verify `http 200`"}));
    }

    void numbersAreThoseOfTheFile()
    {
        QCOMPARE(toldOf("7) seven\n8) eight\n"), (QStringList {"p1 7) seven", "p1 8) eight"}));
        QCOMPARE(toldOf("1. one\n   - [x] done\n   - [ ] open\n2. two\n"),
            (QStringList {"p1 1. one", QStringLiteral("p2 \u2611 done"), QStringLiteral("p2 \u2610 open"), "p1 2. two"}));
    }

    void whatCannotStandBesideAMarkerStandsBelowIt()
    {
        QCOMPARE(toldOf("- ```\n  code\n  ```\n- > quote\n-\n"),
            (QStringList {QStringLiteral("p1 \u2022 "), "code1 code", QStringLiteral("p1 \u2022 "), "p2 quote", QStringLiteral("p1 \u2022 ")}));
    }

    void headingsRulesAndTables()
    {
        const auto blocks = markdownBlocks("## Two\n\n---\n\n| a | b |\n|---|---|\n| 1 | |\n");
        QCOMPARE(blocks.size(), std::size_t(3));
        QCOMPARE(blocks[0].level, 2);
        QCOMPARE(told(blocks[1]), QStringLiteral("rule0 "));
        QCOMPARE(told(blocks[2]), QStringLiteral("table0 a|b|1||"));
    }

    void looksAndLinks()
    {
        const auto blocks = markdownBlocks("a **b** *c* ~~d~~ [e](https://x.example/) ![f](g.png)\n");
        const MarkdownBlock::Runs &runs = blocks.front().runs;
        QCOMPARE(runs[1], (MarkdownRun {"b", {}, false, true, false, false}));
        QCOMPARE(runs[3], (MarkdownRun {"c", {}, false, false, true, false}));
        QCOMPARE(runs[5], (MarkdownRun {"d", {}, false, false, false, true}));
        QCOMPARE(runs[7], (MarkdownRun {"e", "https://x.example/", false, false, false, false}));
        QCOMPARE(runs[8].text, QStringLiteral(" (image: f)"));
    }

    void markupStaysAsItIsWritten()
    {
        QCOMPARE(
            toldOf("a <b>c</b> <host>\n\n<div>\n<img src=x>\n</div>\n"), (QStringList {"p0 a <b>c</b> <host>", "p0 <div>\n<img src=x>\n</div>"}));
    }

    void theWorstInputIsRead()
    {
        for (const QByteArray &bytes : {QByteArray(), QByteArray("\0\xff\xfe", 3), QByteArray("> ").repeated(3000), QByteArray("- ").repeated(3000),
                 QByteArray("[").repeated(3000), QByteArray("|a").repeated(3000) + "\n" + QByteArray("|-").repeated(3000)}) {
            markdownBlocks(bytes);
        }
    }
};

QTEST_APPLESS_MAIN(TestMarkdownBlocks)
#include "tst_markdownblocks.moc"
