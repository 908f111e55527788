#include "app/domain/labels.h"
#include "app/domain/matcher.h"
#include "app/domain/silence.h"

#include <QTest>

#include <chrono>

using namespace quarterdeck;

class TestMatcher : public QObject {
    Q_OBJECT

private slots:
    // Source: Alertmanager pkg/labels/parse.go and its tests.
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isRegex");
        QTest::addColumn<bool>("isEqual");
        QTest::newRow("bare") << "foo=bar"
                              << "foo"
                              << "bar" << false << true;
        QTest::newRow("quoted") << "foo=\"bar\""
                                << "foo"
                                << "bar" << false << true;
        QTest::newRow("spaces") << " foo = \"bar\" "
                                << "foo"
                                << "bar" << false << true;
        QTest::newRow("not equal") << "foo!=bar"
                                   << "foo"
                                   << "bar" << false << false;
        QTest::newRow("regex") << "foo=~\"a.*\""
                               << "foo"
                               << "a.*" << true << true;
        QTest::newRow("not regex") << "foo!~a|b"
                                   << "foo"
                                   << "a|b" << true << false;
        QTest::newRow("empty") << "foo="
                               << "foo"
                               << "" << false << true;
        QTest::newRow("quoted empty") << "foo=\"\""
                                      << "foo"
                                      << "" << false << true;
        QTest::newRow("escapes") << "foo=\"a\\\"b\\\\c\\nd\""
                                 << "foo"
                                 << "a\"b\\c\nd" << false << true;
        QTest::newRow("other escapes stay") << "foo=~\"a\\d+\\.b\""
                                            << "foo"
                                            << "a\\d+\\.b" << true << true;
        QTest::newRow("bare escapes") << "foo=~a\\d+"
                                      << "foo"
                                      << "a\\d+" << true << true;
        QTest::newRow("trailing backslash") << "foo=bar\\"
                                            << "foo"
                                            << "bar\\" << false << true;
        QTest::newRow("comma and braces inside") << "foo=\"a,{b}\""
                                                 << "foo"
                                                 << "a,{b}" << false << true;
        QTest::newRow("equals inside") << "foo=a=b"
                                       << "foo"
                                       << "a=b" << false << true;
    }

    void parses()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(bool, isRegex);
        QFETCH(bool, isEqual);
        const auto matcher = parseMatcher(text);
        QVERIFY(matcher);
        QCOMPARE(matcher->name, name);
        QCOMPARE(matcher->value, value);
        QCOMPARE(matcher->isRegex, isRegex);
        QCOMPARE(matcher->isEqual, isEqual);
        QCOMPARE(*parseMatcher(matcher->toString()), *matcher);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *bad : {"", "foo", "=bar", "1foo=bar", "foo=\"bar", "foo=bar\"", "foo=\"a\"b\"", "foo=\"bar\\\"", "foo=~\"(\"", "fo o=bar"}) {
            QTest::newRow(bad) << QString::fromLatin1(bad);
        }
    }

    void refuses()
    {
        QFETCH(QString, text);
        const auto matcher = parseMatcher(text);
        QVERIFY(!matcher);
        QCOMPARE(matcher.error().kind, ErrorKind::Rejected);
        QVERIFY(!matcher.error().what.isEmpty());
    }

    void matches_data()
    {
        QTest::addColumn<QString>("matcher");
        QTest::addColumn<bool>("hit");
        QTest::newRow("equal") << "job=api" << true;
        QTest::newRow("not equal") << "job!=api" << false;
        QTest::newRow("regex is anchored") << "job=~ap" << false;
        QTest::newRow("regex") << "job=~\"a.i|x\"" << true;
        QTest::newRow("not regex is anchored") << "job!~ap" << true;
        QTest::newRow("missing is empty") << "none=" << true;
        QTest::newRow("missing is not something") << "none!=x" << true;
        QTest::newRow("missing by regex") << "none=~\".*\"" << true;
        QTest::newRow("missing needs something") << "none=~\".+\"" << false;
        QTest::newRow("case counts") << "job=API" << false;
        QTest::newRow("a line end is no end") << "lines=~\"a\"" << false;
        QTest::newRow("alternatives are anchored both") << "job=~\"ap|i\"" << false;
    }

    void matches()
    {
        QFETCH(QString, matcher);
        QFETCH(bool, hit);
        const Labels labels {{QStringLiteral("job"), QStringLiteral("api")}, {QStringLiteral("lines"), QStringLiteral("a\n")}};
        QCOMPARE(MatcherSet({*parseMatcher(matcher)}).matches(labels), hit);
    }

    void allMustMatch()
    {
        const Labels labels {{QStringLiteral("a"), QStringLiteral("1")}, {QStringLiteral("b"), QStringLiteral("2")}};
        QVERIFY(MatcherSet(exactMatchers(labels)).matches(labels));
        QVERIFY(!MatcherSet({*parseMatcher(u"a=1"), *parseMatcher(u"b=3")}).matches(labels));
        QVERIFY(MatcherSet({}).matches(labels));
    }

    void brokenExpressionMatchesNothing()
    {
        for (const bool isEqual : {true, false}) {
            const MatcherSet set({Matcher {QStringLiteral("a"), QStringLiteral("("), true, isEqual}});
            QVERIFY(!set.isValid());
            QVERIFY(!set.matches({{QStringLiteral("a"), QStringLiteral("x")}}));
        }
    }

    void exhaustingExpressionMatchesNothing()
    {
        const Labels labels {{QStringLiteral("a"), QString(5000, u'a')}};
        const auto start = std::chrono::steady_clock::now();
        for (const bool isEqual : {true, false}) {
            QVERIFY(!MatcherSet({Matcher {QStringLiteral("a"), QStringLiteral("(a+)+[bc]"), true, isEqual}}).matches(labels));
        }
        QVERIFY(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
    }

    void labelsAreSortedAndUnique()
    {
        Labels labels {
            {QStringLiteral("z"), QStringLiteral("1")}, {QStringLiteral("a"), QStringLiteral("2")}, {QStringLiteral("z"), QStringLiteral("3")}};
        QCOMPARE(labels.size(), 2);
        QCOMPARE(labels.toString(), QStringLiteral("{a=\"2\",z=\"3\"}"));
        QCOMPARE(labels.value(u"z"), QStringLiteral("3"));
        QVERIFY(labels.value(u"none").isEmpty());
        QVERIFY(!labels.contains(u"none"));
        labels.insert(QStringLiteral("q"), QStringLiteral("a\"b\\c\nd"));
        QCOMPARE(labels.toString(), QStringLiteral("{a=\"2\",q=\"a\\\"b\\\\c\\nd\",z=\"3\"}"));
        labels.remove(u"q");
        labels.remove(u"q");
        QCOMPARE(labels.size(), 2);
    }

    void fingerprintsTellLabelsApart()
    {
        const Labels one {{QStringLiteral("a"), QStringLiteral("bc")}};
        QCOMPARE(one.fingerprint(), (Labels {{QStringLiteral("a"), QStringLiteral("bc")}}.fingerprint()));
        QVERIFY(one.fingerprint() != (Labels {{QStringLiteral("ab"), QStringLiteral("c")}}.fingerprint()));
        QVERIFY(one.fingerprint() != (Labels {{QStringLiteral("a"), QStringLiteral("b")}, {QStringLiteral("c"), QString()}}.fingerprint()));
    }

    void silenceComments()
    {
        const QUuid id(QStringLiteral("{12345678-9abc-def0-1234-56789abcdef0}"));
        QCOMPARE(silenceMarker(id), QStringLiteral("[qd:123456789abc]"));
        const QString comment = acknowledgementComment(id, QStringLiteral("  looking at it "));
        QCOMPARE(comment, QStringLiteral("ACK! looking at it [qd:123456789abc]"));
        QVERIFY(isAcknowledgement(comment));
        QCOMPARE(commentText(comment), QStringLiteral("looking at it"));
        QCOMPARE(acknowledgementComment(id, {}), QStringLiteral("ACK! [qd:123456789abc]"));
        QCOMPARE(commentText(acknowledgementComment(id, {})), QString());
        QVERIFY(isAcknowledgement(u"ACK! This alert was acknowledged using karma"));
        QVERIFY(!isAcknowledgement(u"planned work ACK!"));
        QCOMPARE(commentText(u"planned work"), QStringLiteral("planned work"));
    }
};

QTEST_GUILESS_MAIN(TestMatcher)
#include "tst_matcher.moc"
