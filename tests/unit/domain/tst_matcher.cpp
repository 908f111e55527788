#include "app/domain/labels.h"
#include "app/domain/matcher.h"
#include "app/domain/silence.h"

#include <QTest>

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
        QTest::newRow("dotted name") << "host.name=x"
                                     << "host.name"
                                     << "x" << false << true;
        QTest::newRow("name that begins with a figure") << "1foo=bar"
                                                        << "1foo"
                                                        << "bar" << false << true;
        QTest::newRow("quoted name") << "\"host.name\"=\"x\""
                                     << "host.name"
                                     << "x" << false << true;
        QTest::newRow("quoted name, bare value") << "\"host.name\" != x y"
                                                 << "host.name"
                                                 << "x y" << false << false;
        QTest::newRow("name with a space and umlauts") << QString::fromUtf8("\"Standort H\u00e4lle\"=~\"S\u00fcd.*\"")
                                                       << QString::fromUtf8("Standort H\u00e4lle") << QString::fromUtf8("S\u00fcd.*") << true << true;
        QTest::newRow("bare name in UTF-8") << QString::fromUtf8("stra\u00dfe=\u4e2d\u6587") << QString::fromUtf8("stra\u00dfe")
                                            << QString::fromUtf8("\u4e2d\u6587") << false << true;
        QTest::newRow("escapes in a name") << "\"a\\\"b\\\\c\"=d"
                                           << "a\"b\\c"
                                           << "d" << false << true;
        QTest::newRow("operators in a quoted name") << "\"a=~b\"!~c"
                                                    << "a=~b"
                                                    << "c" << true << false;
        QTest::newRow("braces") << "{foo=\"bar\"}"
                                << "foo"
                                << "bar" << false << true;
        QTest::newRow("braces, spaces, last comma") << " { foo = bar , } "
                                                    << "foo"
                                                    << "bar" << false << true;
        QTest::newRow("braces, empty") << "{foo=}"
                                       << "foo"
                                       << "" << false << true;
        QTest::newRow("braces in a bare expression") << "foo=~a{2,3}"
                                                     << "foo"
                                                     << "a{2,3}" << true << true;
        QTest::newRow("comma in a bare value") << "foo=a,b"
                                               << "foo"
                                               << "a,b" << false << true;
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
        QTest::addColumn<QString>("words");
        const auto row = [](const char *text, const char *words) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(words); };
        row("", "is written name=value");
        row("foo", "is written name=value");
        row("=bar", "is written name=value");
        row("{}", "is written name=value");
        row("\"\"=x", "name of a matcher is empty");
        row("foo=\"bar", "not closed");
        row("\"foo=bar", "not closed");
        row("foo=bar\"", "quotation mark inside a value");
        row("foo=\"a\"b\"", "quotation mark inside a value");
        row("foo=\"bar\\\"", "not closed");
        row("fo o=bar", "quotation marks: \"my label\"=value");
        row("foo>bar", "is written name=value");
        row("{foo=bar", "brace around the matchers is not closed");
        row("Down{foo=\"bar\"}", "alertname=\"Down\"");
        row("{foo=\"bar\" bar=\"x\"}", "parted by commas");
        row("foo=a,bar=b", "in braces");
        row("{a=\"b\",c=\"d\"}", "One matcher was expected, these are 2");
        row("foo='bar'", "double quotation marks");
        row("foo=~\"(\"", "round bracket is not closed");
        row("foo=~a)|(b", "closed that was not opened");
        row("foo=~[a", "square bracket is not closed");
        row("foo=~web(?!-1).*", "no look-ahead");
        row("foo=~(?<=a)b", "no look-behind");
        row("foo=~(a)\\1", "no back references");
        row("foo=~a\\Z", "not support the escape");
        row("foo=~\\C", "not support the escape");
        row("foo=~*a", "nothing before");
        row("foo=~a{1001}", "more often than");
    }

    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        const auto matcher = parseMatcher(text);
        QVERIFY(!matcher);
        QCOMPARE(matcher.error().kind, ErrorKind::Rejected);
        QVERIFY2(matcher.error().what.contains(words), qPrintable(matcher.error().what));
    }

    void readsSeveral_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("braces") << "{a=\"b\",c=~\"d.*\"}";
        QTest::newRow("spaces and a last comma") << "{ a = \"b\" , c =~ \"d.*\", }";
        QTest::newRow("bare in braces") << "{a=b,c=~d.*}";
        QTest::newRow("without braces") << "a=\"b\", c=~\"d.*\"";
        QTest::newRow("quoted names") << "{\"a\"=\"b\",\"c\"=~\"d.*\"}";
    }

    void readsSeveral()
    {
        QFETCH(QString, text);
        const auto matchers = parseMatchers(text);
        QVERIFY2(matchers, matchers ? "" : qPrintable(matchers.error().what));
        QCOMPARE(*matchers, (std::vector<Matcher> {{"a", "b", false, true}, {"c", "d.*", true, true}}));
        QCOMPARE(matchersText(*matchers), QStringLiteral("{a=\"b\", c=~\"d.*\"}"));
        QCOMPARE(*parseMatchers(matchersText(*matchers)), *matchers);
    }

    void namesAreQuotedWhereAmtoolNeedsIt()
    {
        QCOMPARE((Matcher {"job", "a", false, true}).toString(), QStringLiteral("job=\"a\""));
        QCOMPARE((Matcher {"host.name", "a", true, false}).toString(), QStringLiteral("\"host.name\"!~\"a\""));
        QCOMPARE((Matcher {"a \"b\\", "x\n", false, false}).toString(), QStringLiteral("\"a \\\"b\\\\\"!=\"x\\n\""));
    }

    // Silencing a thousand hosts: nothing is cut, and what is printed is read again.
    void longOnesStayWhole()
    {
        QStringList hosts;
        for (int i = 0; i < 1000; ++i) {
            hosts << QStringLiteral("worker-%1.eu1.example.org:9100").arg(i, 4, 10, QChar(u'0'));
        }
        const auto matcher = parseMatcher(QStringLiteral("instance=~") + hosts.join(u'|'));
        QVERIFY(matcher);
        QVERIFY(matcher->value.size() > 30'000);
        QCOMPARE(*parseMatcher(matcher->toString()), *matcher);
        const MatcherSet set({*matcher});
        QVERIFY(set.isValid());
        QVERIFY(set.matches({{QStringLiteral("instance"), hosts.last()}}));
        QVERIFY(!set.matches({{QStringLiteral("instance"), hosts.last() + u'0'}}));
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
        QTest::newRow("classes know UTF-8") << "ort=~S\\pLd" << true;
        QTest::newRow("a dot is no line end") << "lines=~\"a.\"" << false;
        QTest::newRow("a dot is one by flag") << "lines=~\"(?s)a.\"" << true;
        QTest::newRow("alternatives are anchored both") << "job=~\"ap|i\"" << false;
    }

    void matches()
    {
        QFETCH(QString, matcher);
        QFETCH(bool, hit);
        const Labels labels {{QStringLiteral("job"), QStringLiteral("api")}, {QStringLiteral("lines"), QStringLiteral("a\n")},
            {QStringLiteral("ort"), QString::fromUtf8("S\u00fcd")}};
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
            QVERIFY2(set.problem().contains(QLatin1StringView("not closed")), qPrintable(set.problem()));
            QVERIFY(!set.matches({{QStringLiteral("a"), QStringLiteral("x")}}));
        }
    }

    // Back-tracking engines give up on this one; it takes time linear in the text.
    void noExpressionExhausts()
    {
        const Labels labels {{QStringLiteral("a"), QString(5000, u'a')}};
        QVERIFY(!MatcherSet({Matcher {QStringLiteral("a"), QStringLiteral("(a+)+[bc]"), true, true}}).matches(labels));
        QVERIFY(MatcherSet({Matcher {QStringLiteral("a"), QStringLiteral("(a+)+[bc]"), true, false}}).matches(labels));
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
