#include "tests/contract/files/filesbench.h"

#include <QTest>

using namespace quarterdeck;

/// Files that are not text, or not from their start, and paths that lead to none.
class TestFilesText : public FilesBench {
    Q_OBJECT

private slots:
    void init() { startFiles(); }

    void nulsBeforeTheTextArePassedOver()
    {
        // What a program leaves that goes on at its old place after its file was emptied: a hole, or NULs that were written.
        write(QStringLiteral("app.log"), QByteArray(4096, '\0') + line(0, "a") + line(1, "b"));
        QCOMPARE(ask(seconds(0, 100))->lines.size(), std::size_t(2));
        QCOMPARE(sentencesOf(ask(seconds(0, 100))->lacks), QStringList());
        write(QStringLiteral("app.log"), {});
        QVERIFY(QFile::resize(path(QStringLiteral("app.log")), 9'000'000'000LL));
        append(QStringLiteral("app.log"), line(0, "a") + line(1, "b"));
        QCOMPARE(ask(seconds(0, 100))->lines.size(), std::size_t(2));
    }

    void whatIsCalledALogAndIsNoTextIsNamed()
    {
        write(QStringLiteral("app.log"), line(0, "a"));
        write(QStringLiteral("windows.log"),
            QByteArray("\xFF\xFE")
                + QByteArray("2\0"
                             "0\0",
                    4));
        auto page = ask(seconds(0, 100));
        QCOMPARE(sentencesOf(page->lacks),
            QStringList {QStringLiteral("%1 is missing: This file is in UTF-16, which is not read").arg(path(QStringLiteral("windows.log")))});
        QCOMPARE(page->complete.length(), Millis(0));
        write(QStringLiteral("windows.log"), QByteArray("a\0b", 3));
        QVERIFY(sentencesOf(ask(seconds(0, 100))->lacks).join(u' ').contains(QStringLiteral("not text")));
    }

    void aPatternThatNothingMatchesIsSaid()
    {
        write(QStringLiteral("app.log"), line(0, "a"));
        open({{QStringLiteral("paths"), path(QStringLiteral("*.nope")) + u',' + path(QStringLiteral("app.log"))}});
        const auto page = ask(seconds(0, 100));
        QCOMPARE(page->lines.size(), std::size_t(1));
        QCOMPARE(sentencesOf(page->lacks), QStringList {QStringLiteral("No file matches ") + path(QStringLiteral("*.nope"))});
        open({{QStringLiteral("paths"), path(QStringLiteral("*.nope"))}});
        QVERIFY(!await(m_source->probe({})));
    }
};

QTEST_GUILESS_MAIN(TestFilesText)
#include "tst_filestext.moc"
