#include "app/domain/logwords.h"

#include <QTest>

using namespace quarterdeck;

class TestLogWords : public QObject {
    Q_OBJECT

private slots:
    void levelsAreKnownByEveryName_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("level");
        const auto row = [](const char *word, LogLevel level) { QTest::newRow(word) << QString::fromLatin1(word) << int(level); };
        for (const char *word : {"error", "ERROR", "Err", "emerg", "alert", "CRIT", "critical", "fatal", "panic", "0", "3"}) {
            row(word, LogLevel::Error);
        }
        for (const char *word : {"warning", "WARN", "warn", "4"}) {
            row(word, LogLevel::Warning);
        }
        for (const char *word : {"info", "Notice", "informational", "5", "6"}) {
            row(word, LogLevel::Info);
        }
        row("debug", LogLevel::Debug);
        row("TRACE", LogLevel::Debug);
        row("7", LogLevel::Debug);
        row("unknown", LogLevel::Unknown);
    }
    void levelsAreKnownByEveryName()
    {
        QFETCH(QString, word);
        QFETCH(int, level);
        const auto words = parseLogWords({QStringLiteral("level=") + word});
        QVERIFY(words);
        QCOMPARE(words->levels, std::vector<LogLevel> {LogLevel(level)});
        QVERIFY(words->text.isEmpty() && words->fields.empty());
    }
    void severalLevels()
    {
        const auto words = parseLogWords({QStringLiteral("level=err,warn"), QStringLiteral("LeVel=debug")});
        QVERIFY(words);
        QCOMPARE(words->levels, (std::vector<LogLevel> {LogLevel::Error, LogLevel::Warning, LogLevel::Debug}));
    }
    void whatIsNotUnderstoodIsRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *word, const char *told) {
            QTest::newRow(word) << QStringList {QString::fromLatin1(word)} << QString::fromLatin1(told);
        };
        row("level=loud", "warning (warn)");
        row("level=8", "0 to 7");
        row("level=error,loud", "loud");
        row("levle=error", "service, level, text");
        row("lvel=error", "service, level, text");
        row("sevice=shop", "service, level, text");
        row("services=shop", "service, level, text");
        row("level!=err", "takes = alone, as in level=err");
        row("service!=shop", "takes = alone, as in service=shop");
        row("service=~sh.*", "takes = alone");
        row("level:err", "takes = alone");
        row("Level>err", "takes = alone");
        row("level==err", "takes = alone");
        row("level=", "level= needs a value");
        row("service=", "service= needs a value");
        row("text=", "text= needs a value");
        QTest::newRow("two services") << QStringList {QStringLiteral("service=a"), QStringLiteral("service=b")} << QStringLiteral("twice");
    }
    void whatIsNotUnderstoodIsRefused()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, told);
        const auto read = parseLogWords(words);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Rejected);
        QVERIFY2(read.error().what.contains(told), qPrintable(read.error().what));
    }
    void textWithAnyCharacterCanBeSearched_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isNoted");
        const auto one = [](const char *word) { return QStringList {QString::fromUtf8(word)}; };
        QTest::newRow("bare, with =") << one("status=500") << "status=500" << true;
        QTest::newRow("quoted") << one("\"status=500\"") << "status=500" << false;
        QTest::newRow("quoted own word") << one("\"level=error\"") << "level=error" << false;
        QTest::newRow("quoted comparison") << one("\"level!=error\"") << "level!=error" << false;
        QTest::newRow("a word like a field") << one("levels: 3") << "levels: 3" << false;
        QTest::newRow("quoted journal field") << one("\"_PID=1\"") << "_PID=1" << false;
        QTest::newRow("text=") << one("text=status=500") << "status=500" << false;
        QTest::newRow("text= with spaces") << one("text=level=error  method=POST") << "level=error  method=POST" << false;
        QTest::newRow("text= quoted") << one("text=\"a b\"") << "a b" << false;
        QTest::newRow("spaces stay") << one("out  of memory") << "out  of memory" << false;
        QTest::newRow("two arguments") << QStringList {QStringLiteral("out"), QStringLiteral("of")} << "out of" << false;
        QTest::newRow("a lone quote") << one("5\" disk") << "5\" disk" << false;
        QTest::newRow("no value") << one("status=") << "status=" << false;
        QTest::newRow("an URL") << one("/pay?id=3") << "/pay?id=3" << false;
        QTest::newRow("a comparison") << one("a==b") << "a==b" << true;
    }
    void textWithAnyCharacterCanBeSearched()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, text);
        QFETCH(bool, isNoted);
        const auto read = parseLogWords(words);
        QVERIFY(read);
        QCOMPARE(read->text, text);
        QVERIFY(read->levels.empty() && read->fields.empty() && read->service.isEmpty());
        QCOMPARE(!read->notes.isEmpty(), isNoted);
    }
    void ourOwnWordsInCapitalsAreFieldsAloud()
    {
        for (const char *word : {"LEVEL=err", "SERVICE=web"}) {
            const auto read = parseLogWords({QString::fromLatin1(word)});
            QVERIFY(read && read->fields.size() == 1 && read->notes.size() == 1);
        }
        QVERIFY(parseLogWords({QStringLiteral("PRIORITY=3")})->notes.isEmpty());
    }
    void fieldsAndTextTogether()
    {
        const auto read = parseLogWords({QStringLiteral("service=Billing-API level=error"), QStringLiteral("_HOSTNAME=web-1"),
            QStringLiteral("timeout"), QStringLiteral("MESSAGE_ID=\"a b\"")});
        QVERIFY(read);
        QCOMPARE(read->service, QStringLiteral("Billing-API"));
        QCOMPARE(read->levels, std::vector<LogLevel> {LogLevel::Error});
        QCOMPARE(read->fields,
            (std::vector<Label> {{QStringLiteral("_HOSTNAME"), QStringLiteral("web-1")}, {QStringLiteral("MESSAGE_ID"), QStringLiteral("a b")}}));
        QCOMPARE(read->text, QStringLiteral("timeout"));
    }
};

QTEST_GUILESS_MAIN(TestLogWords)
#include "tst_logwords.moc"
