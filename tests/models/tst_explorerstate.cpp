#include "models/explorerstate.h"
#include "models/seriesfigures.h"

#include <QProcess>
#include <QTest>

using namespace quarterdeck;

/// What is kept of the page of metrics, and what it is in a terminal.
class TestExplorerState : public QObject {
    Q_OBJECT

private slots:
    void everythingIsKept()
    {
        ExplorerState state;
        state.queries = {{QStringLiteral("up{a=\"b\"}"), {QStringLiteral("x"), QStringLiteral("y")}, true}, {QStringLiteral("b"), {}, false}, {}};
        state.options = {QStringLiteral("By"), 0.1, true, true, true, true, Millis(86'400'000)};
        QCOMPARE(explorerStateOf(argumentsOf(state)), state);
        QCOMPARE(argumentsOf({}), (QMap<QString, QString>()));
        QCOMPARE(explorerStateOf({}), ExplorerState {});
    }

    void aLinkCannotBringWhatIsNotTaken()
    {
        QMap<QString, QString> arguments {{QStringLiteral("q"), QStringLiteral("up")}, {QStringLiteral("threshold"), QStringLiteral("nan")},
            {QStringLiteral("compare"), QStringLiteral("-1d")}};
        for (int i = 2; i < 40; ++i) {
            arguments.insert(QStringLiteral("q%1").arg(i), QStringLiteral("up"));
        }
        const ExplorerState state = explorerStateOf(arguments);
        QCOMPARE(state.queries.size(), MostQueries);
        QVERIFY(!state.options.threshold);
        QCOMPARE(state.options.compared, Millis(0));
    }

    void commandsAreOneWordEachToAShell()
    {
        ExplorerState state;
        state.queries = {{QStringLiteral("-rate(x{a='b', c=\"$(id)\"}[5m])"), {QStringLiteral("eu prom")}, true}, {QStringLiteral("off"), {}, false},
            {QStringLiteral("up"), {}, true}};
        const QStringList lines = explorerCommands(state, {{0}, {3'600'000}}, true).split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1], QStringLiteral("qdeck metrics --since 1h 'up'"));
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QStringLiteral("qdeck() { printf '%s\\n' \"$@\"; }\n") + lines[0]});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts),
            (QStringList {QStringLiteral("metrics"), QStringLiteral("--since"), QStringLiteral("1h"), QStringLiteral("--source"),
                QStringLiteral("eu prom"), QStringLiteral("--"), state.queries[0].text}));
        QVERIFY(explorerCommands(state, {{0}, {3'600'000}}, false).contains(QStringLiteral("--from 1970-01-01T00:00:00Z --to 1970-01-01T01:00:00Z")));
    }

    void titlesTellSeriesApart()
    {
        const auto series = [](const Labels &labels, const char *source) {
            Series made;
            made.labels = labels;
            made.source = QString::fromLatin1(source);
            return made;
        };
        const QString name = QStringLiteral("__name__");
        const QString job = QStringLiteral("job");
        QCOMPARE(seriesTitles({series({}, "p")}, QStringLiteral("sum(up)")), QStringList {QStringLiteral("sum(up)")});
        QCOMPARE(seriesTitles({series({{name, QStringLiteral("up")}, {job, QStringLiteral("a")}}, "p"),
                                  series({{name, QStringLiteral("up")}, {job, QStringLiteral("b")}}, "p")},
                     {}),
            (QStringList {QStringLiteral("{job=\"a\"}"), QStringLiteral("{job=\"b\"}")}));
        QCOMPARE(seriesTitles({series({{name, QStringLiteral("up")}}, "p"), series({{name, QStringLiteral("up")}}, "q")}, {}),
            (QStringList {QStringLiteral("p up"), QStringLiteral("q up")}));
        QCOMPARE(seriesTitles({}, {}), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestExplorerState)
#include "tst_explorerstate.moc"
