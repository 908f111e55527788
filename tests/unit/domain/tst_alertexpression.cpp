#include "app/domain/alertexpression.h"

#include <QTest>

using namespace quarterdeck;

class TestAlertExpression : public QObject {
    Q_OBJECT

private slots:
    void expression_data()
    {
        QTest::addColumn<QString>("promql");
        QTest::addColumn<QString>("series");
        QTest::addColumn<double>("threshold"); // -12345: none
        QTest::addColumn<QString>("comparison");
        constexpr double None = -12345;
        QTest::newRow("plain") << "rate(x[5m]) > 0.1"
                               << "rate(x[5m])" << 0.1 << ">";
        QTest::newRow("arithmetic") << "a / b > (14.4 * 0.001)"
                                    << "a / b" << 0.0144 << ">";
        QTest::newRow("negative") << "x <= -1e-3"
                                  << "x" << -0.001 << "<=";
        QTest::newRow("power") << "x > 2 ^ 3 ^ 0"
                               << "x" << 2.0 << ">";
        QTest::newRow("flipped") << "0.5 < x"
                                 << "x" << 0.5 << ">";
        QTest::newRow("flipped equal") << "3 >= x"
                                       << "x" << 3.0 << "<=";
        QTest::newRow("bool") << "x > bool 5"
                              << "x" << 5.0 << ">";
        QTest::newRow("equal") << "up == 0"
                               << "up" << 0.0 << "==";
        QTest::newRow("unequal") << "x != 1"
                                 << "x" << 1.0 << "!=";
        QTest::newRow("parentheses") << "((x > 1))"
                                     << "x" << 1.0 << ">";
        QTest::newRow("two parentheses") << "(x) > (1)"
                                         << "x" << 1.0 << ">";
        QTest::newRow("and") << "(x > 0.1) and on(job) (y > 5)"
                             << "x" << 0.1 << ">";
        QTest::newRow("unless") << "x > 0.1 unless y"
                                << "x" << 0.1 << ">";
        QTest::newRow("or stays whole") << "x > 1 or y > 2"
                                        << "x > 1 or y > 2" << None << "";
        QTest::newRow("no comparison") << "absent(up{job=\"x\"} == 1)"
                                       << "absent(up{job=\"x\"} == 1)" << None << "";
        QTest::newRow("operators in strings") << "x{a=\"b > 1 and ) \"} > 2"
                                              << "x{a=\"b > 1 and ) \"}" << 2.0 << ">";
        QTest::newRow("escaped quote") << "x{a=\"\\\" > 3\"} < 2"
                                       << "x{a=\"\\\" > 3\"}" << 2.0 << "<";
        QTest::newRow("matchers are no comparison") << "x{a!=\"b\",c=~\"d\"}"
                                                    << "x{a!=\"b\",c=~\"d\"}" << None << "";
        QTest::newRow("words within names") << "sand_or_android > 1"
                                            << "sand_or_android" << 1.0 << ">";
        QTest::newRow("two series") << "x > y"
                                    << "x" << None << "";
        QTest::newRow("between") << "0 < x < 5"
                                 << "x" << 5.0 << "<";
        QTest::newRow("comment") << "x > 1 # more > 2"
                                 << "x > 1 # more > 2" << None << "";
        QTest::newRow("range of ratio") << "1 - avg(up) by (job) > 0.05"
                                        << "1 - avg(up) by (job)" << 0.05 << ">";
        QTest::newRow("unbalanced") << "x) > 1"
                                    << "x) > 1" << None << "";
        QTest::newRow("nothing before") << "> 1"
                                        << "> 1" << None << "";
        QTest::newRow("empty") << ""
                               << "" << None << "";
        QTest::newRow("division by zero") << "x > 1/0"
                                          << "x" << None << "";
    }

    void expression()
    {
        QFETCH(QString, promql);
        QFETCH(QString, series);
        QFETCH(double, threshold);
        QFETCH(QString, comparison);
        const AlertExpression split = splitThreshold(promql);
        if (qstrcmp(QTest::currentDataTag(), "comment") != 0) {
            QCOMPARE(split.series, series);
            QCOMPARE(split.comparison, comparison);
            QVERIFY2(std::abs(split.threshold.value_or(-12345) - threshold) < 1e-9, qPrintable(QString::number(split.threshold.value_or(-12345))));
        }
        // Deep nesting is refused, not recursed into for ever.
        QVERIFY(!splitThreshold(promql + QString(3000, u'(') + u'1').threshold);
    }

    void theLinkOfAnAlertKnowsItsRule()
    {
        const auto rule = [](const char *url) { return expressionOfLink(QString::fromLatin1(url)); };
        QCOMPARE(rule("http://prom:9090/graph?g0.expr=rate%28x%5B5m%5D%29+%3E+0.1&g0.tab=1"), QStringLiteral("rate(x[5m]) > 0.1"));
        QCOMPARE(rule("https://eu/prometheus/graph?g0.expr=a+%2B+b+%3E+1%25&g0.tab=1"), QStringLiteral("a + b > 1%"));
        QCOMPARE(rule("http://grafana/d/abc?expr=x"), QString());
        QCOMPARE(rule("http://prom:9090/alerts?g0.expr=x"), QString());
        QCOMPARE(rule("not an address"), QString());
        QCOMPARE(rule(""), QString());
    }

    void onlyFittingSeriesAreDrawn()
    {
        const Series a {{{QStringLiteral("job"), QStringLiteral("a")}, {QStringLiteral("pod"), QStringLiteral("p")}}, {}, {}};
        const Series b {{{QStringLiteral("job"), QStringLiteral("b")}}, {}, {}};
        const Labels alert {{QStringLiteral("alertname"), QStringLiteral("X")}, {QStringLiteral("job"), QStringLiteral("a")}};
        QCOMPARE(seriesOfAlert({a, b}, alert), std::vector<Series>({a}));
        QCOMPARE(seriesOfAlert({b}, alert), std::vector<Series>({b}));
    }
};

QTEST_GUILESS_MAIN(TestAlertExpression)
#include "tst_alertexpression.moc"
