#include "app/domain/promql.h"
#include "app/domain/promqlplace.h"

#include <QTest>

using namespace quarterdeck;
using promql::Place;

Q_DECLARE_METATYPE(quarterdeck::promql::Place)

/// What the form writes, and what is known of a place while somebody types.
class TestPromql : public QObject {
    Q_OBJECT

private slots:
    void whatTheFormWrites()
    {
        promql::Question question;
        QCOMPARE(promql::written(question), QString());
        question.metric = QStringLiteral("http_requests_total");
        QCOMPARE(promql::written(question), QStringLiteral("http_requests_total"));
        question.filters = {
            {QStringLiteral("job"), QStringLiteral("a\"b\\c\nd"), false, true}, {QStringLiteral("code"), QStringLiteral("5.."), true, false}};
        question.over = promql::Over::Rate;
        QCOMPARE(promql::written(question), QStringLiteral("rate(http_requests_total{job=\"a\\\"b\\\\c\\nd\",code!~\"5..\"}[5m])"));
        question.fold = promql::Fold::Sum;
        question.by = {QStringLiteral("job"), QStringLiteral("host.name")};
        question.filters.clear();
        QCOMPARE(promql::written(question), QStringLiteral("sum by (job, \"host.name\") (rate(http_requests_total[5m]))"));
        question.by.clear();
        question.over = promql::Over::Nothing;
        QCOMPARE(promql::written(question), QStringLiteral("sum(http_requests_total)"));
    }

    void aNameThatNeedsQuotationMarksStandsInTheBraces()
    {
        QCOMPARE(promql::selector(QStringLiteral("job:rate:sum"), {}), QStringLiteral("job:rate:sum"));
        QCOMPARE(promql::selector(QStringLiteral("http.requests"), {}), QStringLiteral("{\"http.requests\"}"));
        QCOMPARE(promql::selector(QStringLiteral("a}\" or {b"), {{QStringLiteral("x:y"), QStringLiteral("z"), false, true}}),
            QStringLiteral("{\"a}\\\" or {b\",\"x:y\"=\"z\"}"));
    }

    void whatIsTyped_data()
    {
        using Kind = Place::Kind;
        QTest::addColumn<QString>("text"); // | is the cursor
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("metric");
        QTest::addColumn<QString>("label");
        const auto add = [](const char *text, Kind kind, const char *typed, const char *metric = "", const char *label = "") {
            QTest::newRow(text) << QString::fromLatin1(text) << int(kind) << QString::fromLatin1(typed) << QString::fromLatin1(metric)
                                << QString::fromLatin1(label);
        };
        add("|", Kind::Nothing, "");
        add("htt|", Kind::Metric, "htt");
        add("rate(htt|p_x[5m])", Kind::Metric, "htt");
        add("servers.web1.c|", Kind::Metric, "servers.web1.c");
        add("5|", Kind::Nothing, "5");
        add("up[5|", Kind::Nothing, "5");
        add("up{|", Kind::LabelName, "", "up");
        add("up{jo|}", Kind::LabelName, "jo", "up");
        add("up{job=\"x\",ins|", Kind::LabelName, "ins", "up");
        add("up{job=|", Kind::LabelValue, "", "up", "job");
        add("up{job=\"|", Kind::LabelValue, "", "up", "job");
        add("up{job=~\"pro|\"}", Kind::LabelValue, "pro", "up", "job");
        add("up{a=\"1,2\",job!=\"x|", Kind::LabelValue, "x", "up", "job");
        add("{job=\"x|", Kind::LabelValue, "x", "", "job");
        add("{\"http.re|", Kind::Metric, "http.re");
        add("sum by (jo|) (rate(http_x[5m]))", Kind::LabelName, "jo", "http_x");
        add("sum(rate(http_x[5m])) by (|", Kind::LabelName, "", "http_x");
        add("sum by (job, ins|) (up)", Kind::LabelName, "ins", "up");
        add("\"a text|", Kind::Nothing, "");
    }
    void whatIsTyped()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QFETCH(QString, typed);
        QFETCH(QString, metric);
        QFETCH(QString, label);
        const qsizetype cursor = text.indexOf(u'|');
        const Place place = promql::placeAt(text.remove(cursor, 1), cursor);
        QCOMPARE(int(place.kind), kind);
        QCOMPARE(place.metric, metric);
        QCOMPARE(place.label, label);
        if (place.kind != Place::Kind::Nothing) {
            QCOMPARE(place.typed, typed);
            QVERIFY(place.from <= cursor && cursor <= place.to);
        }
    }

    void noTextAndNoCursorIsTooOdd()
    {
        const QString odd = QStringLiteral("}}))]]{{((\"'`\\=~,{by(on({a=\"\\");
        for (qsizetype from = 0; from < odd.size(); ++from) {
            for (qsizetype cursor = -2; cursor < odd.size() + 2; ++cursor) {
                const Place place = promql::placeAt(odd.mid(from), cursor);
                QVERIFY(place.from <= place.to);
                QVERIFY(place.to <= odd.size() - from);
            }
        }
    }

    void whatIsPutIn()
    {
        const auto at = [](const QString &text) { return promql::placeAt(text, text.size()); };
        QCOMPARE(promql::suggestionText(at(QStringLiteral("ht")), QStringLiteral("http_x")), QStringLiteral("http_x"));
        QCOMPARE(promql::suggestionText(at(QStringLiteral("up{j")), QStringLiteral("job")), QStringLiteral("job"));
        QCOMPARE(promql::suggestionText(at(QStringLiteral("up{j")), QStringLiteral("host.name")), QStringLiteral("\"host.name\""));
        QCOMPARE(promql::suggestionText(at(QStringLiteral("up{job=")), QStringLiteral("a\"b")), QStringLiteral("\"a\\\"b\""));
        QCOMPARE(promql::suggestionText(at(QStringLiteral("up{job=\"")), QStringLiteral("a\"b")), QStringLiteral("a\\\"b"));
    }
};

QTEST_GUILESS_MAIN(TestPromql)
#include "tst_promql.moc"
