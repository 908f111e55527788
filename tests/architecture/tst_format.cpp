#include "tests/architecture/sourcetree.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace quarterdeck::architecture;

class TestFormat : public QObject {
    Q_OBJECT

private slots:
    // Releases of clang-format differ in details, so that one of them decides.
    void everyFileIsAsClangFormatWritesIt()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("clang-format-14"));
        if (program.isEmpty()) {
            QSKIP("clang-format-14 is not installed");
        }
        QStringList arguments {QStringLiteral("--dry-run"), QStringLiteral("--Werror"), QStringLiteral("--ferror-limit=1")};
        for (const SourceFile &file : sources(productFolders() + QStringList {QStringLiteral("tests")})) {
            arguments.append(file.path);
        }
        QVERIFY(arguments.size() > 300);
        QProcess process;
        process.setWorkingDirectory(QStringLiteral(QUARTERDECK_SOURCE_DIR));
        process.start(program, arguments);
        QVERIFY2(process.waitForFinished(200'000), "clang-format did not finish");
        const QByteArray complaints = process.readAllStandardError();
        QVERIFY2(
            process.exitCode() == 0 && process.exitStatus() == QProcess::NormalExit, "clang-format-14 -i these files:\n" + complaints.left(4000));
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
