#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTest>

namespace {

const QString Build = QStringLiteral(QUARTERDECK_BUILD_DIR);

QString pageFile(const QString &name)
{
    return QStringLiteral(QUARTERDECK_SOURCE_DIR "/installer/man/%1.1").arg(name);
}

// The words of a page: requests, fonts and escapes taken away, so that "\-\-data\-dir" reads "--data-dir".
QString wordsOf(const QString &name)
{
    QFile file(pageFile(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString page = QString::fromUtf8(file.readAll());
    static const QRegularExpression Font(QStringLiteral("\\\\f[BIRP]"));
    page.remove(Font).replace(QLatin1StringView("\\-"), QLatin1StringView("-"));
    return page;
}

QString helpOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(60'000) && process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

QStringList verbsOf(const QString &help)
{
    static const QRegularExpression Verb(QStringLiteral("^  ([a-z]+) "), QRegularExpression::MultilineOption);
    QStringList verbs;
    auto found = Verb.globalMatch(help.section(QStringLiteral("Subcommands:"), 1));
    while (found.hasNext()) {
        verbs << found.next().captured(1);
    }
    return verbs;
}

QSet<QString> optionsIn(const QString &text)
{
    static const QRegularExpression Option(QStringLiteral("(?<![\\w-])--[a-z][a-z-]*"));
    QSet<QString> options;
    auto found = Option.globalMatch(text);
    while (found.hasNext()) {
        options.insert(found.next().captured());
    }
    return options;
}

// Of a program and of all its verbs, however deep.
void collect(const QString &program, const QStringList &path, QSet<QString> &options, QStringList &commands)
{
    const QString help = helpOf(program, path + QStringList {QStringLiteral("--help")});
    QVERIFY2(!help.isEmpty(), qPrintable(path.join(u' ')));
    options.unite(optionsIn(help));
    for (const QString &verb : verbsOf(help)) {
        commands << (path + QStringList {verb}).join(u' ');
        collect(program, path + QStringList {verb}, options, commands);
    }
}

QStringList sorted(const QSet<QString> &set)
{
    QStringList list(set.begin(), set.end());
    list.sort();
    return list;
}

} // namespace

// The manual pages say what the programs say of themselves: no verb and no option more or less.
class TestManPages : public QObject {
    Q_OBJECT

private slots:
    void qdeckIsWhole()
    {
        QSet<QString> options;
        QStringList commands;
        collect(Build + QStringLiteral("/app/cli/qdeck"), {}, options, commands);
        QVERIFY2(commands.size() >= 17, qPrintable(commands.join(u' ')));
        const QString page = wordsOf(QStringLiteral("qdeck"));
        for (const QString &command : commands) {
            // Each heads an entry of its own; what only holds others is named by them.
            const QRegularExpression entry(QStringLiteral("^\\.TP\\n(?:\\.\\w+ )?\"?%1\\b").arg(command), QRegularExpression::MultilineOption);
            QVERIFY2(entry.match(page).hasMatch(), qPrintable(command));
        }
        QCOMPARE(sorted(optionsIn(page)), sorted(options));
        for (const char *code : {"0", "1", "2", "3"}) {
            QVERIFY(page.section(QStringLiteral(".SH EXIT STATUS"), 1).contains(QStringLiteral(".TP\n.B %1\n").arg(QLatin1StringView(code))));
        }
    }

    void quarterdeckIsWhole()
    {
        const QString program = Build + QStringLiteral("/app/desktop/quarterdeck");
        if (!QFile::exists(program)) {
            QSKIP("the window is not built");
        }
        const QString help = helpOf(program, {QStringLiteral("--help")});
        QVERIFY(!help.isEmpty());
        QCOMPARE(sorted(optionsIn(wordsOf(QStringLiteral("quarterdeck")))), sorted(optionsIn(help)));
    }

    void pagesAreWellFormed_data()
    {
        QTest::addColumn<QString>("page");
        QTest::newRow("qdeck") << QStringLiteral("qdeck");
        QTest::newRow("quarterdeck") << QStringLiteral("quarterdeck");
    }
    void pagesAreWellFormed()
    {
        QFETCH(QString, page);
        const QString groff = QStandardPaths::findExecutable(QStringLiteral("groff"));
        if (groff.isEmpty()) {
            QSKIP("groff is absent");
        }
        QProcess process;
        process.start(groff, {QStringLiteral("-man"), QStringLiteral("-ww"), QStringLiteral("-z"), QStringLiteral("-Tutf8"), pageFile(page)});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(QString::fromUtf8(process.readAllStandardError()), QString());
        QCOMPARE(process.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestManPages)
#include "tst_manpages.moc"
