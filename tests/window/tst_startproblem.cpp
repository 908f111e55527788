#include "app/desktop/startproblem.h"
#include "tests/support/windowprocess.h"

#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>

#include <sys/stat.h>

using namespace quarterdeck;

namespace {

struct Ended {
    int code = -1;
    QByteArray said;
};

/// The built program, run to its end.
Ended run(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(WindowProcess::program(), arguments);
    if (!process.waitForFinished(20'000)) {
        process.kill();
        process.waitForFinished();
        return {-1, "it did not end: " + process.readAllStandardError()};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2, process.readAllStandardError()};
}

} // namespace

/// What a person is told who starts the window on what is no configuration.
class TestStartProblem : public QObject {
    Q_OBJECT

    WindowProcess m_home;

    bool makeInput(const QString &name)
    {
        const QByteArray path = QFile::encodeName(m_home.folder() + u'/' + name);
        if (name == QLatin1StringView("folder")) {
            return QDir().mkpath(m_home.folder() + QStringLiteral("/folder"));
        }
        if (name == QLatin1StringView("pipe")) {
            return ::mkfifo(path.constData(), 0600) == 0;
        }
        return true;
    }

private slots:
    void initTestCase() { QVERIFY(QDir().mkpath(m_home.home())); }

    void saysWhatWhereAndWhatToDo_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("what");
        QTest::newRow("no YAML") << "broken.yaml" << QByteArray("a: [1\nb: 2\n") << QByteArray("This is not YAML");
        QTest::newRow("binary") << "binary.yaml" << QByteArray("\"\\q\0\x01", 5) << QByteArray("This is not YAML");
        QTest::newRow("text") << "text.yaml" << QByteArray("just text") << QByteArray("A configuration is a map");
        QTest::newRow("folder") << "folder" << QByteArray() << QByteArray("This is a folder");
        QTest::newRow("pipe") << "pipe" << QByteArray() << QByteArray("This is a pipe");
        QTest::newRow("device") << "/dev/zero" << QByteArray() << QByteArray("This is a device");
    }
    void saysWhatWhereAndWhatToDo()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, what);
        QVERIFY(makeInput(name));
        QVERIFY(content.isEmpty() || m_home.write(name, content));
        const QString path = name.startsWith(u'/') ? name : m_home.folder() + u'/' + name;
        const Ended ended = run({QStringLiteral("--config"), path, QStringLiteral("--data-dir"), m_home.data()}, m_home.environment());
        QVERIFY2(ended.code == 1, ended.said);
        QVERIFY2(ended.said.startsWith("quarterdeck: " + what), ended.said);
        QVERIFY2(ended.said.contains('(' + path.toUtf8()), ended.said);
        QVERIFY2(ended.said.contains("choose another") && ended.said.contains("--config."), ended.said);
    }

    void aFileThatStandsAloneIsExplained()
    {
        QVERIFY(m_home.write(QStringLiteral("text.yaml"), "just text"));
        const Ended ended = run({m_home.folder() + QStringLiteral("/text.yaml")}, m_home.environment());
        QVERIFY2(ended.code == 2, ended.said);
        QVERIFY2(ended.said.contains("text.yaml\" cannot be understood") && ended.said.contains("quarterdeck --config FILE"), ended.said);
        const Ended option = run({QStringLiteral("--config")}, m_home.environment());
        QVERIFY2(option.code == 2 && option.said.startsWith("quarterdeck: ") && option.said.contains("--help"), option.said);
    }

    void aMistypedOptionIsRefused()
    {
        const Ended ended = run({QStringLiteral("--confg"), QStringLiteral("x.yaml")}, m_home.environment());
        QVERIFY2(ended.code == 2, ended.said);
        QVERIFY2(ended.said.startsWith("quarterdeck: ") && ended.said.contains("confg"), ended.said);
    }

    void withoutADisplayOneSentenceSaysSo()
    {
        QProcessEnvironment environment = m_home.environment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        environment.remove(QStringLiteral("DISPLAY"));
        environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        const Ended ended = run({QStringLiteral("--data-dir"), m_home.data()}, environment);
        QVERIFY2(ended.code == 1, ended.said);
        QVERIFY2(ended.said.contains("display") && ended.said.count('\n') <= 2, ended.said);
    }

    void theWindowShowsForeignTextAsItIsAndClosesByKey_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Escape") << int(Qt::Key_Escape);
        QTest::newRow("Enter") << int(Qt::Key_Return);
    }
    void theWindowShowsForeignTextAsItIsAndClosesByKey()
    {
        QFETCH(int, key);
        Theme theme;
        theme.apply(*qApp);
        const QString place = QStringLiteral("/srv/<b>x</b>.yaml:1:1");
        const StartTrouble trouble = StartTrouble::of(
            Error {ErrorKind::Rejected, QStringLiteral("This is not YAML"), place, 0, {}}, QStringLiteral("/srv/<b>x</b>.yaml"));
        StartProblem problem(theme, trouble);
        problem.open();
        QVERIFY(QTest::qWaitForWindowActive(&problem));
        const auto words = [&problem](const char *name) { return problem.findChild<QLabel *>(QLatin1StringView(name))->text(); };
        QCOMPARE(words("startProblem.what"), QStringLiteral("This is not YAML"));
        QCOMPARE(words("startProblem.where"), place);
        QCOMPARE(problem.findChild<QLabel *>(QStringLiteral("startProblem.where"))->textFormat(), Qt::PlainText);
        QVERIFY(words("startProblem.advice").contains(QLatin1StringView("--config")));
        QTest::keyClick(&problem, Qt::Key(key));
        QTRY_VERIFY(!problem.isVisible());
    }

    void whereThereIsADisplayItIsSaidInAWindow()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("Xvfb")).isEmpty()) {
            QSKIP("Xvfb is not installed");
        }
        QVERIFY(m_home.write(QStringLiteral("text.yaml"), "just text"));
        QProcess screen;
        screen.start(QStringLiteral("Xvfb"), {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-nolisten"), QStringLiteral("tcp")});
        QVERIFY(screen.waitForReadyRead(20'000));
        QProcessEnvironment environment = m_home.environment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        environment.insert(QStringLiteral("DISPLAY"), u':' + QString::fromLatin1(screen.readLine().trimmed()));
        environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        const QString file = m_home.folder() + QStringLiteral("/text.yaml");
        const QList<std::pair<QStringList, int>> uses {
            {{QStringLiteral("--config"), file, QStringLiteral("--data-dir"), m_home.data()}, 1}, {{file}, 2}};
        for (const auto &[arguments, code] : uses) {
            QProcess process;
            process.setProcessEnvironment(environment);
            process.start(WindowProcess::program(), arguments);
            QByteArray said;
            QTRY_VERIFY_WITH_TIMEOUT((said += process.readAllStandardError()).contains('\n'), 30'000);
            // It waits for the person; the desktop's end of the session ends it all the same, with the code of the trouble.
            QVERIFY2(!process.waitForFinished(5'000), said + process.readAllStandardError());
            process.terminate();
            QVERIFY(process.waitForFinished(20'000));
            QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == code, said + process.readAllStandardError());
        }
        screen.kill();
        screen.waitForFinished();
    }
};

QTEST_MAIN(TestStartProblem)
#include "tst_startproblem.moc"
