#include "tests/contract/files/filesbench.h"

#include <QStandardPaths>
#include <QTest>

using namespace quarterdeck;

namespace {

QByteArray rows(int from, int to)
{
    QByteArray out;
    for (int i = from; i < to; ++i) {
        out += "2026-05-02T03:00:00Z row " + QByteArray::number(i) + '\n';
    }
    return out;
}

QByteArrayList rowTexts(int from, int to)
{
    QByteArrayList out;
    for (int i = from; i < to; ++i) {
        out.append("row " + QByteArray::number(i));
    }
    return out;
}

} // namespace

/// A tail over all that is done to log files.
class TestFilesTail : public FilesBench {
    Q_OBJECT

private slots:
    void init() { startFiles(); }

    void newLinesAndNoOldOnes()
    {
        write(QStringLiteral("app.log"), rows(0, 3));
        follow();
        append(QStringLiteral("app.log"), rows(3, 5));
        QTRY_COMPARE(m_got, rowTexts(3, 5));
        append(QStringLiteral("app.log"), rows(5, 6));
        QTRY_COMPARE(m_got, rowTexts(3, 6));
        unfollow();
        QCOMPARE(m_gaps, 0);
    }

    // Some log libraries write into the highest number, and the file without one is the oldest.
    void theFileThatGrowsIsFollowedWhateverItsNumber()
    {
        write(QStringLiteral("app.log"), rows(0, 1));
        write(QStringLiteral("app.log.3"), rows(1, 2));
        QFile old(path(QStringLiteral("app.log")));
        QVERIFY(old.open(QIODevice::ReadWrite));
        QVERIFY(old.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-3600), QFileDevice::FileModificationTime));
        old.close();
        follow();
        append(QStringLiteral("app.log.3"), rows(2, 4));
        QTRY_COMPARE(m_got, rowTexts(2, 4));
        unfollow();
        QCOMPARE(m_gaps, 0);
    }

    void aLineWithoutItsEndWaits()
    {
        write(QStringLiteral("app.log"), rows(0, 1));
        follow();
        append(QStringLiteral("app.log"), "2026-05-02T03:00:00Z ro");
        QTest::qWait(700); // longer than a record is waited for
        QCOMPARE(m_got, QByteArrayList());
        append(QStringLiteral("app.log"), "w 1\n");
        QTRY_COMPARE(m_got, rowTexts(1, 2));
    }

    void aTraceIsOneLine()
    {
        write(QStringLiteral("app.log"), rows(0, 1));
        follow();
        append(QStringLiteral("app.log"), "2026-05-02T03:00:01Z ERROR x\nTrace\n\tat a\n" + rows(1, 2));
        QTRY_COMPARE(m_got, (QByteArrayList {"ERROR x\nTrace\n\tat a", "row 1"}));
    }

    void renamedAndCreated()
    {
        write(QStringLiteral("app.log"), rows(0, 1));
        follow();
        append(QStringLiteral("app.log"), rows(1, 3));
        QVERIFY(QFile::rename(path(QStringLiteral("app.log")), path(QStringLiteral("app.log.1"))));
        append(QStringLiteral("app.log.1"), rows(3, 4)); // whoever writes has not opened the new one yet
        write(QStringLiteral("app.log"), rows(10, 12));
        QTRY_COMPARE(QSet<QByteArray>(m_got.begin(), m_got.end()).size(), 5);
        append(QStringLiteral("app.log.1"), rows(4, 5));
        append(QStringLiteral("app.log"), rows(12, 13));
        QTRY_COMPARE(m_got.size(), 7);
        std::sort(m_got.begin(), m_got.end());
        QByteArrayList all = rowTexts(1, 5) + rowTexts(10, 13);
        std::sort(all.begin(), all.end());
        QCOMPARE(m_got, all);
        QCOMPARE(m_gaps, 0);
    }

    void rotatedTwiceUnseen()
    {
        write(QStringLiteral("app.log"), rows(0, 1));
        follow();
        const auto file = [this](const char *name) { return path(QString::fromLatin1(name)); };
        QVERIFY(QFile::rename(file("app.log"), file("app.log.1")));
        write(QStringLiteral("app.log"), rows(1, 3));
        QVERIFY(QFile::rename(file("app.log.1"), file("app.log.2")));
        QVERIFY(QFile::rename(file("app.log"), file("app.log.1")));
        write(QStringLiteral("app.log"), rows(3, 5));
        QTRY_COMPARE(m_got, rowTexts(1, 5));
        QCOMPARE(m_gaps, 0);
    }

    void copiedAndEmptied()
    {
        write(QStringLiteral("app.log"), rows(0, 2));
        follow();
        append(QStringLiteral("app.log"), rows(2, 4));
        QTRY_COMPARE(m_got, rowTexts(2, 4));
        append(QStringLiteral("app.log"), rows(4, 6));
        QVERIFY(QFile::copy(path(QStringLiteral("app.log")), path(QStringLiteral("app.log.1"))));
        write(QStringLiteral("app.log"), {});
        append(QStringLiteral("app.log"), rows(6, 8));
        QTRY_COMPARE(m_got, rowTexts(2, 8));
        QCOMPARE(m_gaps, 0);
    }

    void emptiedWithoutACopyIsAGap()
    {
        write(QStringLiteral("app.log"), rows(0, 50));
        follow();
        append(QStringLiteral("app.log"), rows(50, 52));
        QTRY_COMPARE(m_got, rowTexts(50, 52));
        write(QStringLiteral("app.log"), rows(60, 62));
        QTRY_COMPARE(m_got, rowTexts(50, 52) + rowTexts(60, 62));
        QCOMPARE(m_gaps, 1);
    }

    void anEndThatIsWrittenOver()
    {
        write(QStringLiteral("app.log"), rows(0, 3) + "[end]\n");
        follow();
        write(QStringLiteral("app.log"), rows(0, 5) + "[end]\n");
        QTRY_VERIFY(m_got.size() >= 2);
        QTRY_COMPARE(m_got.mid(m_got.size() - 2), (QByteArrayList {"row 3", "row 4\n[end]"}));
        QCOMPARE(m_gaps, 0);
    }

    void deletedAndMadeAgain()
    {
        write(QStringLiteral("app.log"), rows(0, 1));
        follow();
        append(QStringLiteral("app.log"), rows(1, 2));
        QVERIFY(QFile::remove(path(QStringLiteral("app.log"))));
        QTRY_COMPARE(m_got, rowTexts(1, 2));
        write(QStringLiteral("app.log"), rows(2, 4));
        QTRY_COMPARE(m_got, rowTexts(1, 4));
        QCOMPARE(m_gaps, 0);
    }

    void aFileThatAppears()
    {
        follow();
        QDir().mkpath(path(QStringLiteral("deep")));
        write(QStringLiteral("deep/new.log"), rows(0, 2));
        QTRY_COMPARE_WITH_TIMEOUT(m_got, rowTexts(0, 2), 10'000);
        append(QStringLiteral("deep/new.log"), rows(2, 3));
        QTRY_COMPARE(m_got, rowTexts(0, 3));
    }

    void partsOfAContainerAreJoined()
    {
        write(QStringLiteral("0.log"), "2026-05-02T03:00:00Z stdout F old\n");
        follow();
        append(QStringLiteral("0.log"), "2026-05-02T03:00:01Z stdout P one \n2026-05-02T03:00:01Z stderr F other\n");
        QTRY_COMPARE(m_got, (QByteArrayList {"other"}));
        append(QStringLiteral("0.log"), "2026-05-02T03:00:02Z stdout F two\n");
        QTRY_COMPARE(m_got, (QByteArrayList {"other", "one two"}));
    }

    void onlyWhatIsAskedFor()
    {
        write(QStringLiteral("app.log"), rows(0, 1));
        LogQuery query;
        query.levels = {LogLevel::Error};
        query.text = QStringLiteral("DISK");
        follow(query);
        append(QStringLiteral("app.log"), line(1, "INFO disk") + line(2, "ERROR disk full") + line(3, "ERROR net"));
        QTRY_COMPARE(m_got, (QByteArrayList {"ERROR disk full"}));
        QTest::qWait(600);
        QCOMPARE(m_got.size(), 1);
    }

    void goesOnWhereAPageEnded()
    {
        const UtcTime now = m_bench->clock().now();
        const auto stamped = [&](int seconds, const QByteArray &text) {
            return toRfc3339(now - Millis(seconds * 1000)).toLatin1() + ' ' + text + '\n';
        };
        write(QStringLiteral("app.log.1"), stamped(90, "a") + stamped(50, "b"));
        write(QStringLiteral("app.log"), stamped(40, "c"));
        LogQuery query;
        query.range = {now - Millis(3'600'000), now - Millis(60'000)};
        follow(query);
        QTRY_COMPARE(m_got, (QByteArrayList {"b", "c"}));
        append(QStringLiteral("app.log"), stamped(0, "d"));
        QTRY_COMPARE(m_got, (QByteArrayList {"b", "c", "d"}));
        QCOMPARE(m_gaps, 0);
    }

    void overTheRealLogrotate_data()
    {
        QTest::addColumn<QByteArray>("how");
        QTest::newRow("renamed and packed") << QByteArray("create\ncompress\n");
        QTest::newRow("copied and emptied") << QByteArray("copytruncate\n");
    }

    void overTheRealLogrotate()
    {
        QFETCH(const QByteArray, how);
        const QString program = QStandardPaths::findExecutable(
            QStringLiteral("logrotate"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
        if (program.isEmpty()) {
            QSKIP("logrotate is not installed");
        }
        const QTemporaryDir rules;
        const QString config = rules.filePath(QStringLiteral("conf"));
        QFile file(config);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QFile::encodeName(path(QStringLiteral("app.log"))) + " {\nrotate 20\n" + how + "}\n");
        file.close();
        write(QStringLiteral("app.log"), rows(0, 1));
        follow();
        for (int i = 0; i < 3; ++i) {
            append(QStringLiteral("app.log"), rows(1 + i * 200, 101 + i * 200));
            QCOMPARE(QProcess::execute(program, {QStringLiteral("-f"), QStringLiteral("-s"), rules.filePath(QStringLiteral("state")), config}), 0);
            append(QStringLiteral("app.log"), rows(101 + i * 200, 201 + i * 200));
            QTRY_COMPARE(m_got.size(), (i + 1) * 200);
        }
        QCOMPARE(QSet<QByteArray>(m_got.begin(), m_got.end()).size(), 600);
        QCOMPARE(m_gaps, 0);
        // A question finds the same.
        QCOMPARE(ask(seconds(-10, 10, 5000))->lines.size(), std::size_t(601));
    }

    void manyAreAllThere()
    {
        write(QStringLiteral("app.log"), rows(0, 1));
        follow();
        for (int i = 0; i < 20; ++i) {
            append(QStringLiteral("app.log"), rows(1 + i * 2000, 1 + (i + 1) * 2000));
            if (i % 5 == 4) {
                QVERIFY(QFile::rename(path(QStringLiteral("app.log")), path(QStringLiteral("app.log.%1").arg(i))));
                write(QStringLiteral("app.log"), {});
            }
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_got.size(), 40'000, 30'000);
        QCOMPARE(QSet<QByteArray>(m_got.begin(), m_got.end()).size(), 40'000);
        QCOMPARE(m_gaps, 0);
    }
};

QTEST_GUILESS_MAIN(TestFilesTail)
#include "tst_filestail.moc"
