#include "app/domain/alertfilter.h"
#include "app/domain/filtersuggestions.h"

#include <QTest>

using namespace quarterdeck;

namespace {

std::vector<Alert> someAlerts()
{
    std::vector<Alert> alerts(3);
    for (std::size_t i = 0; i < alerts.size(); ++i) {
        alerts[i].key = {QStringLiteral("am-eu"), QString::number(i)};
        alerts[i].service = i == 0 ? QStringLiteral("search") : QStringLiteral("checkout");
        alerts[i].team = i == 0 ? QStringLiteral("team, \"A\"") : QString();
        alerts[i].labels = {{QStringLiteral("instance"), QStringLiteral("db-%1").arg(i)}, {QStringLiteral("severity"), QStringLiteral("page")}};
        alerts[i].severity = i == 2 ? Severity::Warning : Severity::Critical;
    }
    alerts[0].assigned = {QStringLiteral("Ana")};
    return alerts;
}

QStringList suggested(const char *typed, int limit = 5)
{
    const std::vector<Alert> alerts = someAlerts();
    std::vector<const Alert *> some;
    for (const Alert &alert : alerts) {
        some.push_back(&alert);
    }
    QStringList texts;
    for (const FilterSuggestion &one : filterSuggestions(QString::fromUtf8(typed), some, limit)) {
        texts << (one.isField ? one.text : QStringLiteral("%1 %2").arg(one.text).arg(one.count));
    }
    return texts;
}

} // namespace

class TestFilterSuggestions : public QObject {
    Q_OBJECT

private slots:
    void suggests_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *typed, const QStringList &expected) { QTest::newRow(typed) << QByteArray(typed) << expected; };
        row("se", {QStringLiteral("severity:"), QStringLiteral("service:")});
        row("-ser", {QStringLiteral("-service:")});
        row("@a", {QStringLiteral("@assignee:"), QStringLiteral("@age>"), QStringLiteral("@acked>")});
        row("inst", {QStringLiteral("instance=")});
        row("service:", {QStringLiteral("service:checkout 2"), QStringLiteral("service:search 1")});
        row("-service:EAR", {QStringLiteral("-service:search 1")});
        row("service:search,chec", {QStringLiteral("service:search,checkout 2")});
        row("severity:c", {QStringLiteral("severity:critical 2")});
        row("instance=", {QStringLiteral("instance=db-0 1"), QStringLiteral("instance=db-1 1"), QStringLiteral("instance=db-2 1")});
        row("instance!=db-1", {QStringLiteral("instance!=db-1 1")});
        row("team:", {QStringLiteral("team:\"team, \\\"A\\\"\" 1")});
        row("@assignee:a", {QStringLiteral("@assignee:Ana 1")});
        row("@age>", {});
        row("instance=~db", {});
        row("burn", {});
    }
    void suggests()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QStringList, expected);
        QCOMPARE(suggested(typed.constData()), expected);
    }

    void allTermsCanBeReadOrGoOn()
    {
        const std::vector<Alert> alerts = someAlerts();
        const QStringList terms = filterTerms({&alerts[0], &alerts[1]}, 3);
        for (const char *term : {"severity:critical", "service:search", "@age>", "@muted:interval", "@assignee:Ana", "no:"}) {
            QVERIFY2(terms.contains(QString::fromLatin1(term)), term);
        }
        QVERIFY(std::ranges::all_of(
            terms, [](const QString &term) { return term.endsWith(u':') || term.endsWith(u'>') || AlertFilter::parse(term).has_value(); }));
    }

    void aTermIsAddedOnce_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("term");
        QTest::addColumn<QString>("whole");
        QTest::newRow("empty") << ""
                               << "service:a"
                               << "service:a";
        QTest::newRow("more") << "burn  is:open "
                              << "service:a"
                              << "burn is:open service:a";
        QTest::newRow("there") << "service:a burn"
                               << "service:a"
                               << "service:a burn";
        QTest::newRow("opposite") << "-service:a burn"
                                  << "service:a"
                                  << "burn service:a";
        QTest::newRow("left out") << "team:\"a b\" service:a"
                                  << "-team:\"a b\""
                                  << "service:a -team:\"a b\"";
    }
    void aTermIsAddedOnce()
    {
        QFETCH(QString, filter);
        QFETCH(QString, term);
        QFETCH(QString, whole);
        QCOMPARE(filterWith(filter, term), whole);
    }

    void labelsOfMostAlertsComeFirst()
    {
        std::vector<Alert> alerts = someAlerts();
        alerts[1].labels.insert(QStringLiteral("az"), QStringLiteral("1"));
        QCOMPARE(commonLabels({&alerts[0], &alerts[1]}, 5), QStringList({QStringLiteral("instance"), QStringLiteral("az")}));
        QCOMPARE(commonLabels({&alerts[0], &alerts[1]}, 1), QStringList {QStringLiteral("instance")});
    }

    void isBounded()
    {
        QCOMPARE(suggested("instance=", 2).size(), 2);
        QCOMPARE(suggested("instance=", 0).size(), 0);
    }

    void whatIsSuggestedCanBeRead()
    {
        for (const QString &text : suggested("team:")) {
            const auto filter = AlertFilter::parse(text.chopped(2));
            QVERIFY(filter);
            QVERIFY(filter->matches(someAlerts().front(), {}, {}));
        }
    }

    void theTermAtTheCursorIsFound()
    {
        const QString text = QStringLiteral("is:open team:\"a b\" x");
        const auto term = [&text](qsizetype cursor) {
            const FilterPlace place = filterPlace(text, cursor);
            return text.mid(place.at, place.length);
        };
        QCOMPARE(term(3), QStringLiteral("is:open"));
        QCOMPARE(term(8), QStringLiteral("team:\"a b\""));
        QCOMPARE(term(16), QStringLiteral("team:\"a b\""));
        QCOMPARE(term(text.size()), QStringLiteral("x"));
        QCOMPARE(filterPlace(u"a ", 2).length, qsizetype(0));
        QCOMPARE(filterPlace(u"", 0).length, qsizetype(0));
    }
};

QTEST_GUILESS_MAIN(TestFilterSuggestions)
#include "tst_filtersuggestions.moc"
