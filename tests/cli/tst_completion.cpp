#include "tests/cli/clibench.h"

#include <QStandardPaths>

using namespace quarterdeck;

namespace {

QStringList words(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

} // namespace

/// The completion scripts, as the shells read them. What they offer comes from the parser, so that there is no second list to keep.
class TestCompletion : public QObject {
    Q_OBJECT

    CliBench m_b;

    QString script(const QString &shell) const { return m_b.folder.filePath(shell); }
    // What bash offers for a line with the cursor at its end.
    QStringList offered(const QString &line) const
    {
        // As readline does it: bash itself would split at ":" and "=" too.
        const QString driver = QStringLiteral("COMP_WORDBREAKS=$' \\t\\n\"\\'><=;|&(:'; source \"$1\"; COMP_LINE=$2; COMP_POINT=${#2}; _qdeck; "
                                              "printf '%s\\n' \"${COMPREPLY[@]}\"");
        QProcess bash;
        QProcessEnvironment environment = m_b.environment;
        environment.insert(QStringLiteral("PATH"), QFileInfo(CliBench::program()).path() + u':' + environment.value(QStringLiteral("PATH")));
        bash.setProcessEnvironment(environment);
        bash.start(QStringLiteral("bash"), {QStringLiteral("-c"), driver, QStringLiteral("bash"), script(QStringLiteral("bash")), line});
        if (!bash.waitForFinished(60'000)) {
            bash.kill();
            bash.waitForFinished();
        }
        QStringList lines = QString::fromUtf8(bash.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        const QByteArray problems = bash.readAllStandardError();
        if (!problems.isEmpty()) {
            lines.append(QString::fromUtf8(problems));
        }
        lines.sort();
        return lines;
    }

private slots:
    void initTestCase()
    {
        m_b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am-eu, type: alertmanager, url: 'http://127.0.0.1:9'}\n"
            "- {name: am-us, type: alertmanager, url: 'http://127.0.0.1:9'}\nservices:\n- {name: checkout}\n- {name: cart}\n");
        for (const char *shell : {"bash", "zsh", "fish"}) {
            const CliRun run = m_b.bare({QStringLiteral("completion"), QString::fromLatin1(shell)});
            QVERIFY2(run.code == 0 && !run.out.isEmpty(), run.err);
            m_b.write(QString::fromLatin1(shell), run.out);
        }
        QCOMPARE(m_b.bare({QStringLiteral("completion"), QStringLiteral("powershell")}).code, 2);
        QCOMPARE(m_b.bare({QStringLiteral("completion")}).code, 2);
    }
    void shellsReadIt_data()
    {
        QTest::addColumn<QString>("shell");
        for (const char *shell : {"bash", "zsh", "fish"}) {
            QTest::newRow(shell) << QString::fromLatin1(shell);
        }
    }
    void shellsReadIt()
    {
        QFETCH(QString, shell);
        if (QStandardPaths::findExecutable(shell).isEmpty()) {
            QSKIP("the shell is not installed");
        }
        QProcess process;
        process.start(shell, {QStringLiteral("-n"), script(shell)});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(QString::fromUtf8(process.readAllStandardError()), QString());
        QCOMPARE(process.exitCode(), 0);
    }
    void bashOffers_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *line, const char *expected) {
            QTest::newRow(line) << QString::fromLatin1(line) << words(QString::fromLatin1(expected));
        };
        row("qdeck sil", "silence silences");
        row("qdeck uns", "unsilence");
        row("qdeck show", "show");
        row("qdeck runbook ", "derive list");
        row("qdeck outbox w", "withdraw");
        row("qdeck --cach", "--cached");
        row("qdeck alerts --stat", "--state");
        row("qdeck alerts --state ", "acknowledged downtime inhibited muted resolved silenced snoozed suppressed triggered");
        row("qdeck alerts --state=tr", "triggered");
        row("qdeck alerts --state triggered --state res", "resolved");
        row("qdeck alerts -o ", "csv json name table wide");
        row("qdeck alerts --sort s", "service severity since state summary");
        row("qdeck outbox --sort wh", "what when why");
        row("qdeck sync --on", "--once");
        row("qdeck alerts --on", "");
        row("qdeck completion ", "bash fish zsh");
        row("qdeck --json alerts --serv", "--service");
        row("qdeck ack --text resolved --fo", "--for");
        row("qdeck nonsense", "");
    }
    void bashOffers()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, expected);
        if (QStandardPaths::findExecutable(QStringLiteral("bash")).isEmpty()) {
            QSKIP("bash is not installed");
        }
        QCOMPARE(offered(line), expected);
    }
    void bashOffersNamesThatAreKnown()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("bash")).isEmpty()) {
            QSKIP("bash is not installed");
        }
        const QString given = QStringLiteral("qdeck --config %1 --data-dir %2 ").arg(m_b.config(), m_b.data());
        QCOMPARE(offered(given + QStringLiteral("alerts --source am-")), words(QStringLiteral("am-eu am-us")));
        QCOMPARE(offered(given + QStringLiteral("alerts --source=am-u")), words(QStringLiteral("am-us")));
        QCOMPARE(offered(given + QStringLiteral("service c")), words(QStringLiteral("cart checkout")));
        QCOMPARE(offered(given + QStringLiteral("alerts --service ch")), words(QStringLiteral("checkout")));
        QCOMPARE(offered(QStringLiteral("qdeck --config %1/conf").arg(m_b.folder.path())), QStringList {m_b.config()});
    }
    // Whatever the help names is offered, at its place.
    void everythingInTheHelpIsOffered()
    {
        QFile file(script(QStringLiteral("bash")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString bash = QString::fromUtf8(file.readAll());
        static const QRegularExpression Verb(QStringLiteral("^  ([a-z]+) "), QRegularExpression::MultilineOption);
        static const QRegularExpression Option(QStringLiteral("(?<![\\w-])--[a-z][a-z-]*"));
        QStringList places {QString()};
        for (qsizetype at = 0; at < places.size(); ++at) {
            const QString help = QString::fromUtf8(m_b.bare(words(places[at]) + QStringList {QStringLiteral("--help")}).out);
            const qsizetype begin = bash.indexOf(QStringLiteral("    '%1')\n").arg(places[at]));
            QVERIFY2(begin >= 0, qPrintable(places[at]));
            const QString place = bash.mid(begin, bash.indexOf(QStringLiteral("esac ;;"), begin) - begin);
            for (auto verbs = Verb.globalMatch(help.section(QStringLiteral("Subcommands:"), 1)); verbs.hasNext();) {
                const QString verb = verbs.next().captured(1);
                QVERIFY2(place.contains(QRegularExpression(QStringLiteral("commands='[^']*\\b%1\\b").arg(verb))), qPrintable(verb));
                places.append((places[at] + u' ' + verb).trimmed());
            }
            const QString options = help.section(QStringLiteral("Options:"), 1).section(QStringLiteral("Subcommands:"), 0, 0);
            for (auto found = Option.globalMatch(options); found.hasNext();) {
                const QString option = found.next().captured();
                QVERIFY2(place.contains(QRegularExpression(QStringLiteral("options='[^']*(?<![\\w-])%1(?![\\w-])").arg(option))),
                    qPrintable(places[at] + u' ' + option));
            }
        }
        QVERIFY(places.size() > 20);
    }
};

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
