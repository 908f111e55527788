#include "models/metricsuggestions.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketelemetry.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quarterdeck;

namespace {

constexpr TimeRange Minutes {{36'000'000}, {39'600'000}};

} // namespace

/// What is offered while a query is typed.
class TestMetricSuggestions : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<FakeTelemetry> m_telemetry;
    std::unique_ptr<MetricSuggestions> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void type(const QString &text) { m_model->complete(text, int(text.size()), Minutes); }
    QStringList rows() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            all << m_model->index(row).data().toString();
        }
        return all;
    }

private slots:
    void init()
    {
        m_clock = std::make_unique<FakeClock>(UtcTime {1'795'271'762'000});
        m_telemetry = std::make_unique<FakeTelemetry>();
        m_telemetry->nameList = {{QStringLiteral("go_threads"), QStringLiteral("gauge"), QStringLiteral("Threads"), {}},
            {QStringLiteral("http_total"), {}, {}, {}}, {QStringLiteral("my_http"), {}, {}, {}}};
        m_telemetry->labelList = {
            {QStringLiteral("code"), {QStringLiteral("200"), QStringLiteral("500")}}, {QStringLiteral("job"), {QStringLiteral("a\"b")}}};
        m_model = std::make_unique<MetricSuggestions>(*m_telemetry, *m_clock);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void namesThatBeginSoComeFirst()
    {
        type(QStringLiteral("rate(HTTP"));
        QTRY_COMPARE(rows(), (QStringList {QStringLiteral("http_total"), QStringLiteral("my_http")}));
        type(QStringLiteral("go"));
        QCOMPARE(rows(), QStringList {QStringLiteral("go_threads")});
        QCOMPARE(m_model->index(0).data(DetailRole).toString(), QStringLiteral("gauge Threads"));
        QCOMPARE(m_telemetry->nameQueries.size(), std::size_t(1));
        m_clock->advance(Millis(120'000));
        type(QStringLiteral("go_"));
        QTRY_COMPARE(m_telemetry->nameQueries.size(), std::size_t(2));
        m_model->setSources({QStringLiteral("eu")});
        type(QStringLiteral("go"));
        QTRY_COMPARE(m_telemetry->nameQueries.size(), std::size_t(3));
        QCOMPARE(m_telemetry->nameQueries.back(), QStringList {QStringLiteral("eu")});
    }

    void labelsAndValuesAreThoseOfTheMetric()
    {
        type(QStringLiteral("up{"));
        QTRY_COMPARE(rows(), (QStringList {QStringLiteral("code"), QStringLiteral("job")}));
        QCOMPARE(m_telemetry->labelQueries.back().selector, QStringLiteral("up"));
        QCOMPARE(m_telemetry->labelQueries.back().range, Minutes);
        type(QStringLiteral("up{code=\"5"));
        QCOMPARE(rows(), QStringList {QStringLiteral("500")});
        QCOMPARE(m_telemetry->labelQueries.size(), std::size_t(1));
        const QString text = QStringLiteral("up{job=");
        type(text);
        QCOMPARE(m_model->withRow(text, 0).first, QStringLiteral("up{job=\"a\\\"b\""));
        QCOMPARE(m_model->withRow(text, 7).first, text);
    }

    void aQuestionNobodyWaitsForIsTakenBack()
    {
        m_telemetry->answers.isHeld = true;
        type(QStringLiteral("up{"));
        type(QStringLiteral("down{"));
        QVERIFY(m_telemetry->cancels[0].stop_requested());
        QVERIFY(!m_telemetry->cancels[1].stop_requested());
        m_telemetry->answers.release();
        QTRY_COMPARE(m_model->rowCount(), 2);
        m_telemetry->answers.isHeld = true;
        type(QStringLiteral("other{"));
        const CancelToken last = m_telemetry->cancels.back();
        m_tester.reset();
        m_model.reset();
        QVERIFY(last.stop_requested());
    }

    void whyNothingIsOfferedIsKnown()
    {
        m_telemetry->answers.failure = Error {ErrorKind::Offline, QStringLiteral("no route"), {}, 0, std::nullopt};
        type(QStringLiteral("up"));
        QTRY_VERIFY(m_model->error());
        QCOMPARE(m_model->rowCount(), 0);
    }

    void aHundredThousandNamesAreNoHundredThousandRows()
    {
        m_telemetry->nameList.clear();
        for (int i = 0; i < 100'000; ++i) {
            m_telemetry->nameList.push_back({QStringLiteral("metric_%1").arg(i), {}, {}, {}});
        }
        type(QStringLiteral("metric"));
        QTRY_COMPARE(m_model->rowCount(), MetricSuggestions::MostRows);
        QCOMPARE(m_model->leftOut(), std::size_t(100'000 - MetricSuggestions::MostRows));
    }
};

QTEST_GUILESS_MAIN(TestMetricSuggestions)
#include "tst_metricsuggestions.moc"
