#include "app/core/regularfile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace quarterdeck;

/// The one door to named files: it reads files and nothing that would have to be waited for.
class TestRegularFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
        return path;
    }

private slots:
    void whole()
    {
        const QString path = write(QStringLiteral("a"), "hello");
        QCOMPARE(readRegularFile(path, 5).value(), QByteArray("hello"));
        QVERIFY(QFile::link(path, m_folder.filePath(QStringLiteral("link"))));
        QCOMPARE(readRegularFile(m_folder.filePath(QStringLiteral("link")), 100).value(), QByteArray("hello"));
        QCOMPARE(readRegularFile(write(QStringLiteral("empty"), {}), 5).value(), QByteArray());
    }
    void refused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("words");
        const QString pipe = m_folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(QFile::link(pipe, m_folder.filePath(QStringLiteral("to-pipe"))));
        QTest::newRow("a pipe") << pipe << "This is a pipe, not a file";
        QTest::newRow("a link to a pipe") << m_folder.filePath(QStringLiteral("to-pipe")) << "a pipe";
        QTest::newRow("a folder") << m_folder.path() << "a folder";
        QTest::newRow("an endless device") << "/dev/zero"
                                           << "a device";
        QTest::newRow("a terminal") << "/dev/ptmx"
                                    << "a device";
        QTest::newRow("nothing") << m_folder.filePath(QStringLiteral("none")) << "no such file";
        QTest::newRow("nothing at all") << QString() << "no such file";
        QTest::newRow("below a file") << write(QStringLiteral("b"), "x") + QStringLiteral("/c") << "no such file";
        QTest::newRow("too large") << write(QStringLiteral("large"), QByteArray(1025, 'x')) << "larger than 1 KB";
    }
    void refused()
    {
        QFETCH(QString, path);
        QFETCH(QString, words);
        const auto read = readRegularFile(path, 1024);
        QVERIFY(!read);
        QVERIFY2(read.error().what.contains(words), qPrintable(read.error().what));
        QCOMPARE(read.error().where, path);
    }
    void partsCanBeRead()
    {
        auto file = openRegularFile(write(QStringLiteral("parts"), "one\ntwo\n"));
        QVERIFY(file);
        QCOMPARE((*file)->readLine(), QByteArray("one\n"));
        QCOMPARE((*file)->readLine(), QByteArray("two\n"));
    }
};

QTEST_GUILESS_MAIN(TestRegularFile)
#include "tst_regularfile.moc"
