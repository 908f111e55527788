#include <QDateTime>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

namespace {

QString readelf(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("readelf"), arguments);
    return process.waitForFinished(60'000) && process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

} // namespace

// The programs that users get are hardened. Looked at where a release build stands beside this one; the flags themselves are always.
class TestReleaseFlags : public QObject {
    Q_OBJECT

private slots:
    void flagsAreAskedFor()
    {
        QFile file(QStringLiteral(QUARTERDECK_SOURCE_DIR "/installer/cmake/QuarterdeckCompiler.cmake"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        for (const char *flag :
            {"check_pie_supported", "-fstack-protector-strong", "-fstack-clash-protection", "-D_FORTIFY_SOURCE=2", "-Wl,-z,relro", "-Wl,-z,now"}) {
            QVERIFY2(text.contains(flag), flag);
        }
    }
    void programsAreHardened_data()
    {
        QTest::addColumn<QString>("program");
        for (const char *name : {"app/cli/qdeck", "app/desktop/quarterdeck"}) {
            QTest::newRow(name) << QStringLiteral(QUARTERDECK_SOURCE_DIR "/build/release/") + QLatin1StringView(name);
        }
    }
    void programsAreHardened()
    {
        QFETCH(QString, program);
        const QFileInfo cmake(QStringLiteral(QUARTERDECK_SOURCE_DIR "/installer/cmake/QuarterdeckCompiler.cmake"));
        if (!QFileInfo::exists(program) || QFileInfo(program).lastModified() < cmake.lastModified()) {
            QSKIP("no release build of this state");
        }
        if (QStandardPaths::findExecutable(QStringLiteral("readelf")).isEmpty()) {
            QSKIP("readelf is absent");
        }
        const QString head = readelf({QStringLiteral("-hW"), program});
        QVERIFY2(head.contains(QRegularExpression(QStringLiteral("Type:\\s+DYN \\(Position-Independent"))), qPrintable(head));
        const QString segments = readelf({QStringLiteral("-lW"), program});
        QVERIFY2(segments.contains(QLatin1StringView("GNU_RELRO")), qPrintable(segments));
        QVERIFY2(!segments.contains(QRegularExpression(QStringLiteral("GNU_STACK.*RWE"))), qPrintable(segments));
        const QString dynamic = readelf({QStringLiteral("-dW"), program});
        QVERIFY2(dynamic.contains(QRegularExpression(QStringLiteral("BIND_NOW|FLAGS.*NOW"))), qPrintable(dynamic));
        const QString symbols = readelf({QStringLiteral("--dyn-syms"), QStringLiteral("-W"), program});
        QVERIFY2(symbols.contains(QLatin1StringView("__stack_chk_fail")), "the stack is not protected");
        QVERIFY2(symbols.contains(QRegularExpression(QStringLiteral("__\\w+_chk@"))), "copies are not checked");
    }
};

QTEST_GUILESS_MAIN(TestReleaseFlags)
#include "tst_releaseflags.moc"
