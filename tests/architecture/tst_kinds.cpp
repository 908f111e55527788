#include "tests/architecture/sourcetree.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace quarterdeck::architecture;

/// The table of tests/README.md names tests that exist: a kind of fault is not said to be tested by what is gone.
class TestKinds : public QObject {
    Q_OBJECT

    static QString read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private slots:
    void theTableNamesTestsThatExist()
    {
        QHash<QString, QString> programs;
        QDirIterator files(QStringLiteral(QUARTERDECK_SOURCE_DIR "/tests"), {QStringLiteral("tst_*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            programs.insert(files.fileInfo().completeBaseName(), read(path));
        }
        static const QRegularExpression Cell(QStringLiteral("`(tst_\\w+): ([^`]+)`"));
        QStringList findings;
        int named = 0;
        auto cells = Cell.globalMatch(read(QStringLiteral(QUARTERDECK_SOURCE_DIR "/tests/README.md")));
        while (cells.hasNext()) {
            const auto cell = cells.next();
            const QString text = programs.value(cell.captured(1));
            for (const QString &function : cell.captured(2).split(QStringLiteral(", "))) {
                ++named;
                if (!text.contains(u' ' + function.section(u':', 0, 0) + u'(')) {
                    findings.append(cell.captured(1) + QStringLiteral(" has no test ") + function);
                }
            }
        }
        QVERIFY(named > 300);
        QVERIFY2(findings.isEmpty(), report(findings));
    }
};

QTEST_GUILESS_MAIN(TestKinds)
#include "tst_kinds.moc"
