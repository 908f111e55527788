#include "app/archive/bytestream.h"
#include "app/core/regularfile.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace quarterdeck;

namespace {

/// What the program makes of the bytes.
QByteArray packed(const QString &program, const QByteArray &bytes)
{
    QProcess process;
    process.start(program, {QStringLiteral("-c")});
    process.write(bytes);
    process.closeWriteChannel();
    process.waitForFinished();
    return process.readAllStandardOutput();
}

Result<QByteArray> unpacked(const QString &path, qsizetype piece)
{
    auto file = openRegularFile(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto stream = byteStreamOf(std::move(*file));
    if (!stream) {
        return tl::unexpected(stream.error());
    }
    QByteArray all;
    QByteArray buffer(piece, Qt::Uninitialized);
    for (;;) {
        const auto got = (*stream)->read(buffer.data(), piece);
        if (!got) {
            return tl::unexpected(got.error());
        }
        if (*got == 0) {
            return all;
        }
        all += buffer.first(*got);
    }
}

} // namespace

class TestByteStream : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        for (int i = 0; i < 20'000; ++i) {
            m_first += "line " + QByteArray::number(i * 7919) + '\n';
        }
        m_second = QByteArray("of the second member\n").repeated(3);
    }

    void allMembersAreRead_data()
    {
        QTest::addColumn<QString>("program");
        for (const char *program : {"gzip", "xz", "zstd"}) {
            QTest::newRow(program) << QString::fromLatin1(program);
        }
    }

    void allMembersAreRead()
    {
        QFETCH(const QString, program);
        if (QStandardPaths::findExecutable(program).isEmpty()) {
            QSKIP("the program is not installed");
        }
        const QString path = write(packed(program, m_first) + packed(program, m_second));
        for (const qsizetype piece : {7, 4096, 1'000'000}) {
            const auto bytes = unpacked(path, piece);
            QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().what));
            QCOMPARE(*bytes, m_first + m_second);
        }
    }

    void whatIsCutOffIsSaid_data() { allMembersAreRead_data(); }

    void whatIsCutOffIsSaid()
    {
        QFETCH(const QString, program);
        if (QStandardPaths::findExecutable(program).isEmpty()) {
            QSKIP("the program is not installed");
        }
        const QByteArray whole = packed(program, m_first);
        for (const qsizetype size : {whole.size() / 2, whole.size() - 3}) {
            const auto bytes = unpacked(write(whole.first(size)), 4096);
            QVERIFY(!bytes);
            QCOMPARE(bytes.error().kind, ErrorKind::BadPayload);
        }
        QByteArray wrong = whole;
        wrong[wrong.size() / 2] = char(wrong[wrong.size() / 2] ^ 0x55);
        QVERIFY(!unpacked(write(wrong), 4096));
        // Nothing but the archive may stand in the file.
        QVERIFY(!unpacked(write(whole + "something else"), 4096));
    }

    void zerosAfterAnArchiveAreNothing()
    {
        QCOMPARE(unpacked(write(packed(QStringLiteral("gzip"), m_second) + QByteArray(512, '\0')), 4096).value_or("damaged"), m_second);
    }

    void plainBytesComeAsTheyAre()
    {
        QCOMPARE(unpacked(write(m_first), 1000).value_or("damaged"), m_first);
        QCOMPARE(unpacked(write({}), 1000).value_or("damaged"), QByteArray());
    }

    void otherPackingsAreNamed()
    {
        const auto bytes = unpacked(write("BZh91AY"), 100);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, ErrorKind::Unsupported);
        QVERIFY(bytes.error().what.contains(packingName(Packing::Bzip2)));
    }

private:
    QString write(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(QString::number(m_files++));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("The test cannot write its file");
        }
        return path;
    }

    QTemporaryDir m_folder;
    QByteArray m_first;
    QByteArray m_second;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestByteStream)
#include "tst_bytestream.moc"
