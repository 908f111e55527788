#include "app/domain/alertfilter.h"

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
    alert.startsAt = {1'800'000'000'000};
    alert.assigned = {QStringLiteral("Ana"), QStringLiteral("Ben Li")};
    alert.holds = {{HoldKind::TimeInterval, QStringLiteral("offhours")}};
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
        QTest::newRow("label unequal") << "instance!=db-2" << true;
        QTest::newRow("label unequal to itself") << "instance!=db-1.example:9100" << false;
        QTest::newRow("label twice negated") << "-instance!=db-1.example:9100" << true;
        QTest::newRow("pattern") << "instance=~db-[0-9]+\\..*" << true;
        QTest::newRow("pattern is of the whole value") << "instance=~db" << false;
        QTest::newRow("pattern in quotes keeps its backslashes") << "instance=~\"db-\\d\\.example:\\d{4}\"" << true;
        QTest::newRow("pattern with a comma") << "instance=~db-\\d{1,2}.*" << true;
        QTest::newRow("negated pattern") << "instance!~db-2.*" << true;
        QTest::newRow("pattern of a missing label") << "zone=~.+" << false;
        QTest::newRow("older") << "@age>1h" << true;
        QTest::newRow("not older") << "@age>2h" << false;
        QTest::newRow("younger") << "@age<1h31m" << true;
        QTest::newRow("exactly, left out") << "@age>90m" << false;
        QTest::newRow("exactly, included") << "@age>=90m @age<=1h30m" << true;
        QTest::newRow("negated age") << "-@age<1h" << true;
        QTest::newRow("at source") << "@source:am-eu,am-us" << true;
        QTest::newRow("at state") << "@state:firing" << true;
        QTest::newRow("at state other") << "@state:silenced,downtime" << false;
        QTest::newRow("at state muted") << "@state:muted" << true;
        QTest::newRow("muted by") << "@muted:interval" << true;
        QTest::newRow("muted by its other name") << "@muted:time-interval" << true;
        QTest::newRow("muted by other") << "@muted:silence" << false;
        QTest::newRow("assignee me") << "@assignee:me" << true;
        QTest::newRow("assignee with a blank") << "@assignee:\"ben li\"" << true;
        QTest::newRow("somebody called me") << "@assignee:\"me\"" << false;
        QTest::newRow("assignee other") << "@assignee:cem" << false;
        QTest::newRow("not acknowledged has no such age") << "@acked>1m" << false;
        QTest::newRow("has no runbook") << "no:runbook" << true;
        QTest::newRow("has no service or runbook") << "no:service,runbook" << true;
        QTest::newRow("has a service") << "-no:service" << true;
        QTest::newRow("quoted field is text") << "\"@age>1h\"" << false;
        QTest::newRow("address is a word") << "ana@example.org" << false;
        QTest::newRow("all together") << "is:open team:payments,discovery -is:silenced burn severity:critical" << true;
    }
    void matches()
    {
        QFETCH(QString, filter);
        QFETCH(bool, expected);
        const auto parsed = AlertFilter::parse(filter, QStringLiteral("ana"));
        QVERIFY2(parsed.has_value(), qPrintable(parsed ? QString() : parsed.error().token));
        const Alert alert = example();
        FilterMoment moment;
        moment.now = alert.startsAt + Millis(90 * 60'000);
        QCOMPARE(parsed->matches(alert, AlertFilter::haystackOf(alert), moment), expected);
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
        for (const QString &word : filterValues(FilterField::Is)) {
            const auto filter = AlertFilter::parse(QStringLiteral("is:") + word);
            QCOMPARE(filter->matches(alert, {}, {}), is.split(u',').contains(word));
        }
        QVERIFY(AlertFilter::parse(u"is:stale")->matches(alert, {}, FilterMoment {true}));
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
        QTest::newRow("unknown field") << "@agee>1h" << int(Kind::UnknownKey) << 0 << "@agee>";
        QTest::newRow("unknown field without operator") << "burn @ops" << int(Kind::UnknownKey) << 5 << "@ops";
        QTest::newRow("negated unknown field") << "-@ops:x" << int(Kind::UnknownKey) << 1 << "@ops:";
        QTest::newRow("field without value") << "@muted" << int(Kind::EmptyValue) << 0 << "@muted";
        QTest::newRow("unknown unit") << "@age>1x" << int(Kind::BadAge) << 5 << "1x";
        QTest::newRow("no unit") << "@age>=90" << int(Kind::BadAge) << 6 << "90";
        QTest::newRow("no age") << "@age> x" << int(Kind::EmptyValue) << 0 << "@age>";
        QTest::newRow("age with colon") << "@age:1h" << int(Kind::WrongOperator) << 0 << "@age:";
        QTest::newRow("name compared") << "@source>1h" << int(Kind::WrongOperator) << 0 << "@source>";
        QTest::newRow("unknown muting") << "@muted:silense" << int(Kind::UnknownValue) << 7 << "silense";
        QTest::newRow("pattern") << "a pod=~(web" << int(Kind::BadPattern) << 7 << "(web";
        QTest::newRow("look-ahead") << "pod=~a(?=b)" << int(Kind::BadPattern) << 5 << "a(?=b)";
        QTest::newRow("nobody is me") << "@by:me" << int(Kind::NobodyIsMe) << 4 << "me";
        QTest::newRow("unknown absence") << "no:pod" << int(Kind::UnknownValue) << 3 << "pod";
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

    void nearNamesAreTold()
    {
        QCOMPARE(AlertFilter::parse(u"@agee>1h").error().near.value(0), QStringLiteral("@age"));
        QCOMPARE(AlertFilter::parse(u"serverity:critical").error().near.value(0), QStringLiteral("severity"));
        QCOMPARE(AlertFilter::parse(u"@muted:silense").error().near.value(0), QStringLiteral("silence"));
    }

    void agesThatAreNotKnownAreShown()
    {
        Alert alert = example();
        alert.state = AlertState::Acknowledged;
        FilterMoment moment {false, alert.startsAt + Millis(3'600'000), {}};
        for (const char *filter : {"@acked>30m", "@acked<30m", "-@acked>30m"}) {
            QVERIFY2(AlertFilter::parse(QString::fromLatin1(filter))->matches(alert, {}, moment), filter);
        }
        moment.ackedAt = moment.now - Millis(42 * 60'000);
        QVERIFY(AlertFilter::parse(u"@acked>30m")->matches(alert, {}, moment));
        QVERIFY(!AlertFilter::parse(u"@acked<30m")->matches(alert, {}, moment));
        QVERIFY(!AlertFilter::parse(u"-@acked>30m")->matches(alert, {}, moment));
        alert.startsAt = {};
        QVERIFY(AlertFilter::parse(u"@age>1h")->matches(alert, {}, moment));
    }

    void oneObstacleIsNamed()
    {
        const Alert alert = example();
        const QByteArray haystack = AlertFilter::haystackOf(alert);
        const auto filter = AlertFilter::parse(u"burn -team:payments severity:critical");
        const int obstacle = filter->loneObstacle(alert, haystack, {});
        QCOMPARE(obstacle, 1);
        QCOMPARE(filter->termText(obstacle).toString(), QStringLiteral("-team:payments"));
        QCOMPARE(AlertFilter::parse(u"disk -team:payments")->loneObstacle(alert, haystack, {}), -1);
        QCOMPARE(AlertFilter::parse(u"burn")->loneObstacle(alert, haystack, {}), -1);
        // Words are tried last, whatever stands first.
        QCOMPARE(AlertFilter::parse(u"disk team:payments")->loneObstacle(alert, haystack, {}), 0);
    }

    void statesOfTheSourceAreAskedForOrNot()
    {
        QVERIFY(AlertFilter::parse(u"is:resolved")->asksState());
        QVERIFY(AlertFilter::parse(u"-@state:muted")->asksState());
        QVERIFY(!AlertFilter::parse(u"resolved @muted:interval")->asksState());
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
