#include "models/alertfilter.h"

#include <QTest>

using namespace quarterdeck;

namespace {

Alert example()
{
    Alert alert;
    alert.key = {QStringLiteral("am-eu"), QStringLiteral("1")};
    alert.labels = {{QStringLiteral("alertname"), QStringLiteral("CheckoutErrorBudgetBurn")}, {QStringLiteral("severity"), QStringLiteral("page")},
        {QStringLiteral("team"), QStringLiteral("payments")}, {QStringLiteral("cluster"), QStringLiteral("eu-1")},
        {QStringLiteral("instance"), QStringLiteral("db-1.example:9100")}, {QStringLiteral("k8s.io/x"), QStringLiteral("a, b")}};
    alert.annotations = {{QStringLiteral("summary"), QStringLiteral("Checkout fails 2.1 % of Requests — Ärger")}};
    deriveFields(alert);
    alert.service = QStringLiteral("checkout");
    alert.state = AlertState::Triggered;
    return alert;
}

} // namespace

class TestAlertFilter : public QObject {
    Q_OBJECT

private slots:
    void matches_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("expected");
        QTest::newRow("empty") << "" << true;
        QTest::newRow("blank") << "   " << true;
        QTest::newRow("word") << "burn" << true;
        QTest::newRow("word case") << "CHECKOUT" << true;
        QTest::newRow("umlaut case") << "ärger" << true;
        QTest::newRow("words are and") << "checkout nothere" << false;
        QTest::newRow("phrase") << "\"2.1 % of req\"" << true;
        QTest::newRow("phrase order") << "\"% 2.1\"" << false;
        QTest::newRow("negated word") << "-burn" << false;
        QTest::newRow("negated other") << "-disk" << true;
        QTest::newRow("label value as word") << "db-1.example:9100" << true;
        QTest::newRow("dash alone is a word") << "-" << true;
        QTest::newRow("is open") << "is:open" << true;
        QTest::newRow("is resolved") << "is:resolved" << false;
        QTest::newRow("not resolved") << "-is:resolved" << true;
        QTest::newRow("is alternatives") << "is:acknowledged,triggered" << true;
        QTest::newRow("is silenced") << "is:silenced" << false;
        QTest::newRow("is stale") << "is:stale" << false;
        QTest::newRow("severity by word of the source") << "severity:page" << true;
        QTest::newRow("severity list") << "severity:critical,warning" << true;
        QTest::newRow("severity other") << "severity:warning" << false;
        QTest::newRow("key case") << "SEVERITY:Critical" << true;
        QTest::newRow("service") << "service:Checkout" << true;
        QTest::newRow("service is whole") << "service:check" << false;
        QTest::newRow("service ending") << "service:check*" << true;
        QTest::newRow("team list") << "team:discovery,payments" << true;
        QTest::newRow("negated team") << "-team:payments" << false;
        QTest::newRow("source") << "source:am-eu" << true;
        QTest::newRow("cluster") << "cluster:eu-1" << true;
        QTest::newRow("alertname") << "alertname:checkouterrorbudgetburn" << true;
        QTest::newRow("label") << "instance=db-1.example:9100" << true;
        QTest::newRow("label other") << "instance=db-2" << false;
        QTest::newRow("label missing is empty") << "zone=\"\"" << true;
        QTest::newRow("negated label") << "-instance=db-1.example:9100" << false;
        QTest::newRow("quoted value with comma") << "alertname:\"a, b\",CheckoutErrorBudgetBurn" << true;
        QTest::newRow("url is a word") << "http://nowhere" << false;
        QTest::newRow("all together") << "is:open team:payments,discovery -is:silenced burn severity:critical" << true;
    }
    void matches()
    {
        QFETCH(QString, filter);
        QFETCH(bool, expected);
        const auto parsed = AlertFilter::parse(filter);
        QVERIFY2(parsed.has_value(), qPrintable(parsed ? QString() : parsed.error().token));
        const Alert alert = example();
        QCOMPARE(parsed->matches(alert, AlertFilter::haystackOf(alert), false), expected);
    }

    void states_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("is");
        QTest::newRow("triggered") << int(AlertState::Triggered) << "open,triggered,unowned";
        QTest::newRow("acknowledged") << int(AlertState::Acknowledged) << "open,acknowledged,unowned";
        QTest::newRow("snoozed") << int(AlertState::Snoozed) << "open,silenced,unowned";
        QTest::newRow("suppressed") << int(AlertState::Suppressed) << "open,silenced,unowned";
        QTest::newRow("resolved") << int(AlertState::Resolved) << "resolved,unowned";
    }
    void states()
    {
        QFETCH(int, state);
        QFETCH(QString, is);
        Alert alert = example();
        alert.state = AlertState(state);
        alert.service.clear();
        alert.team.clear();
        for (const QString &word : AlertFilter::valuesOf(u"is")) {
            const auto filter = AlertFilter::parse(QStringLiteral("is:") + word);
            QCOMPARE(filter->matches(alert, {}, false), is.split(u',').contains(word));
        }
        QVERIFY(AlertFilter::parse(u"is:stale")->matches(alert, {}, true));
    }

    void errors_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("at");
        QTest::addColumn<QString>("token");
        using Kind = FilterError::Kind;
        QTest::newRow("unknown key") << "burn serverity:critical" << int(Kind::UnknownKey) << 5 << "serverity:";
        QTest::newRow("unknown state") << "is:open,opened" << int(Kind::UnknownValue) << 8 << "opened";
        QTest::newRow("unknown severity") << "severity:bad" << int(Kind::UnknownValue) << 9 << "bad";
        QTest::newRow("no value") << "is:open team:" << int(Kind::EmptyValue) << 8 << "team:";
        QTest::newRow("no second value") << "team:a," << int(Kind::EmptyValue) << 0 << "team:a,";
        QTest::newRow("open quote") << "team:\"pay" << int(Kind::UnclosedQuote) << 5 << "\"pay";
        QTest::newRow("open phrase") << "a \"b c" << int(Kind::UnclosedQuote) << 2 << "\"b c";
        QTest::newRow("empty phrase") << "\"\"" << int(Kind::EmptyValue) << 0 << "\"\"";
    }
    void errors()
    {
        QFETCH(QString, filter);
        QFETCH(int, kind);
        QFETCH(int, at);
        QFETCH(QString, token);
        const auto parsed = AlertFilter::parse(filter);
        QVERIFY(!parsed);
        QCOMPARE(int(parsed.error().kind), kind);
        QCOMPARE(int(parsed.error().at), at);
        QCOMPARE(parsed.error().token, token);
        QCOMPARE(filter.mid(parsed.error().at, parsed.error().length), token);
    }

    void spansCoverTheTerms()
    {
        const QString text = QStringLiteral("is:open -team:a,b word");
        const auto filter = AlertFilter::parse(text);
        QCOMPARE(filter->spans().size(), std::size_t(3));
        const auto &negated = filter->spans()[1];
        QCOMPARE(text.mid(negated.at, negated.length), QStringLiteral("-team:a,b"));
        QCOMPARE(text.mid(negated.at, negated.keyLength), QStringLiteral("-team:"));
        QVERIFY(negated.isNegated);
        QCOMPARE(filter->spans()[2].keyLength, qsizetype(0));
    }

    void anythingTypedIsBornePatiently()
    {
        // Every prefix of odd inputs parses or fails with a place inside the text, and never hangs.
        const QString odd = QStringLiteral("-\"a\\\"b\" is:,team=\"x,y\",,: =:-- \\ \"-severity:\"critical\" a=b=c :x");
        for (qsizetype n = 0; n <= odd.size(); ++n) {
            const auto parsed = AlertFilter::parse(odd.left(n));
            if (!parsed) {
                QVERIFY(parsed.error().at >= 0 && parsed.error().at + parsed.error().length <= n);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestAlertFilter)
#include "tst_alertfilter.moc"
