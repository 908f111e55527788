#include "models/stepcode.h"

#include <QTest>

using namespace quarterdeck;

class TestStepCode : public QObject {
    Q_OBJECT

private slots:
    void valuesThatAShellWouldActOnStayOut_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isFilled");
        QTest::newRow("plain") << QStringLiteral("db-1.example:5432") << true;
        QTest::newRow("command") << QStringLiteral("x; touch /tmp/p") << false;
        QTest::newRow("substitution") << QStringLiteral("$(id)") << false;
        QTest::newRow("backticks") << QStringLiteral("`id`") << false;
        QTest::newRow("newline") << QStringLiteral("a\nb") << false;
        QTest::newRow("trailing newline") << QStringLiteral("a\n") << false;
        QTest::newRow("option") << QStringLiteral("-oProxyCommand=x") << false;
        QTest::newRow("long") << QString(5000, u'a') << false;
        QTest::newRow("empty") << QString() << false;
    }

    void valuesThatAShellWouldActOnStayOut()
    {
        QFETCH(QString, value);
        QFETCH(bool, isFilled);
        CodeBlock block;
        block.kind = CodeBlock::Kind::Shell;
        block.text = QStringLiteral("$ ping {{ $labels.instance }}\nreply");
        block.commands = {"ping {{ $labels.instance }}"};
        const StepCode code = stepCode(block, {{"instance", value}, {"unused", "$(x)"}});
        QCOMPARE(code.copied.contains(u'{'), !isFilled);
        QCOMPARE(code.withheld, isFilled ? QStringList() : QStringList("instance"));
        QCOMPARE(code.placeholders.isEmpty(), isFilled);
        if (isFilled) {
            QCOMPARE(code.copied, QStringLiteral("ping ") + value);
            QVERIFY(code.shown.endsWith("reply"));
        }
    }

    void aQueryTakesAnyValue()
    {
        CodeBlock block;
        block.kind = CodeBlock::Kind::Query;
        block.text = QStringLiteral("rate(x{job=\"{{ job }}\"}[5m])");
        QCOMPARE(stepCode(block, {{"job", "a b"}}).shown, QStringLiteral("rate(x{job=\"a b\"}[5m])"));
    }

    void openPlaceholdersAreNamed()
    {
        CodeBlock block;
        block.text = QStringLiteral("kubectl delete pod <pod> # TODO");
        block.placeholders = {"<pod>"};
        block.isMutating = true;
        const StepCode code = stepCode(block, {});
        QCOMPARE(code.placeholders, QStringList({"TODO", "<pod>"}));
        QVERIFY(code.isMutating);
    }
};

QTEST_GUILESS_MAIN(TestStepCode)
#include "tst_stepcode.moc"
