#include "app/demo/history.h"
#include "app/demo/recording.h"
#include "app/demo/scenario.h"
#include "app/demo/simulation.h"

#include <QFile>
#include <QTest>

using namespace quarterdeck;
using namespace quarterdeck::demo;

namespace {

constexpr UtcTime Start {1'795'000'000'000};

// The first sample of a series, or -1.
double valueOf(const QByteArray &exposition, const QByteArray &series)
{
    const qsizetype at = exposition.indexOf(series);
    return at < 0 ? -1 : exposition.mid(at + series.size(), 40).split('\n').first().split(' ').first().toDouble();
}

} // namespace

class ScenarioTest : public QObject {
    Q_OBJECT

private slots:
    void risesAfterTheDeployAndFallsAfterTheLastStep();
    void countersNeverFall();
    void countersDependOnTheTimeAlone();
    void backfillIsOpenMetricsThatLiveScrapesContinue();
    void aScrapeThatComesLateBringsWhatWasMissed();
    void historyIsOrderedAndEveryFiringEnds();
    void recordingHoldsTheIncident();
    void recordingHasEveryPanelOfTheConfiguration();
};

void ScenarioTest::risesAfterTheDeployAndFallsAfterTheLastStep()
{
    Scenario scenario(Start, Millis(20'000));
    QCOMPARE(scenario.severity(Start), 0.0);
    QCOMPARE(scenario.phase(Start + Millis(19'000)), Phase::Calm);
    QVERIFY(scenario.severity(Start + Millis(40'000)) > 0.99);
    QCOMPARE(scenario.phase(Start + Millis(40'000)), Phase::Incident);
    for (int i = 0; i < Scenario::stepsNeeded; ++i) {
        QCOMPARE(scenario.phase(Start + Millis(60'000)), Phase::Incident);
        scenario.stepDone(QStringLiteral("the same step"), Start + Millis(60'000));
    }
    QCOMPARE(scenario.phase(Start + Millis(60'000)), Phase::Incident); // one step six times is not six steps
    for (int i = 1; i < Scenario::stepsNeeded; ++i) {
        scenario.stepDone(QString::number(i), Start + Millis(60'000));
    }
    QCOMPARE(scenario.phase(Start + Millis(61'000)), Phase::Recovering);
    QVERIFY(scenario.severity(Start + Millis(90'000)) < 0.01);
    QCOMPARE(scenario.phase(Start + Millis(90'000)), Phase::Recovered);
}

void ScenarioTest::countersNeverFall()
{
    Simulation simulation(Scenario(Start, Millis(5000)), Start);
    double before = 0;
    for (int second = 1; second < 60; ++second) {
        const UtcTime now = Start + Millis(second * 1000);
        const double value = valueOf(simulation.exposition(QStringLiteral("checkout"), now), "http_requests_total{code=\"500\"} ");
        QVERIFY2(value >= before, qPrintable(QStringLiteral("%1 after %2").arg(value).arg(before)));
        before = value;
    }
    QVERIFY(before > 500);
    QVERIFY(simulation.exposition(QStringLiteral("nothing"), Start).isEmpty());
}

void ScenarioTest::countersDependOnTheTimeAlone()
{
    Simulation often(Scenario(Start, Millis(5000)), Start);
    Simulation once(Scenario(Start, Millis(5000)), Start);
    const UtcTime end = Start + Millis(61'730);
    for (UtcTime now = Start; now < end; now = now + Millis(730)) {
        QVERIFY(!often.exposition(QStringLiteral("checkout"), now).isEmpty());
    }
    QCOMPARE(often.exposition(QStringLiteral("checkout"), end), once.exposition(QStringLiteral("checkout"), end));
}

void ScenarioTest::backfillIsOpenMetricsThatLiveScrapesContinue()
{
    Simulation simulation(Scenario::calm(), Start);
    const QByteArray text = simulation.backfill({Start, Start + Millis(60'000)});
    QVERIFY(text.endsWith("# EOF\n"));
    QCOMPARE(text.count("# TYPE http_requests counter\n"), 1);
    const QByteArray series = "http_requests_total{code=\"200\",instance=\"checkout:8080\",job=\"checkout\",service=\"checkout\"} ";
    QCOMPARE(text.count(series), 31);
    const QByteArray lastLine = text.mid(text.lastIndexOf(series) + series.size()).split('\n').first();
    const QByteArray last = lastLine.split(' ').first();
    QCOMPARE(lastLine.split(' ').last(), QByteArray::number(double(Start.ms + 60'000) / 1000.0, 'f', 3));
    const QByteArray live = simulation.scrape(QStringLiteral("checkout"), Start + Millis(60'000));
    QVERIFY(live.contains("http_requests_total{code=\"200\"} " + last + '\n'));
}

void ScenarioTest::aScrapeThatComesLateBringsWhatWasMissed()
{
    const QString service = QStringLiteral("checkout");
    const QByteArray series = "http_requests_total{code=\"200\"} ";
    Simulation simulation(Scenario::calm(), Start);
    Simulation other(Scenario::calm(), Start);
    const UtcTime imported = Start + Millis(60'000);
    simulation.backfill({Start, imported});

    const QByteArray late = simulation.scrape(service, imported + Millis(8800));
    QCOMPARE(late.count(series), 4); // three that are missing, and the scrape itself
    qsizetype at = 0;
    for (const int after : {2200, 4400, 6600}) {
        const QByteArray sample = other.exposition(service, imported + Millis(after));
        const QByteArray line = series + QByteArray::number(valueOf(sample, series), 'g', 12) + ' '
            + QByteArray::number((imported + Millis(after)).ms) + '\n';
        QVERIFY2(late.indexOf(line) > at, line.constData());
        at = late.indexOf(line);
    }
    QVERIFY(late.endsWith(other.exposition(service, imported + Millis(8800))));

    QCOMPARE(simulation.scrape(service, imported + Millis(11'000)).count(series), 1);                  // in time
    QCOMPARE(simulation.scrape(service, imported + Millis(17'500)).count(series), 3);                  // one lost on the way
    QCOMPARE(simulation.scrape(QStringLiteral("search"), imported + Millis(17'500)).count(series), 9); // each has its own history
}

void ScenarioTest::historyIsOrderedAndEveryFiringEnds()
{
    const std::vector<Batch> history = loadHistory(QStringLiteral("alertmanager"), Start);
    QVERIFY(history.size() > 60);
    QSet<AlertKey> open;
    UtcTime before;
    for (const Batch &batch : history) {
        QVERIFY(batch.observedAt >= before && batch.observedAt < Start);
        before = batch.observedAt;
        for (const Alert &alert : batch.upserts) {
            open.insert(alert.key);
        }
        for (const AlertKey &key : batch.gone) {
            QVERIFY(open.remove(key));
        }
    }
    QVERIFY(open.isEmpty());
    QCOMPARE(history.size(), loadHistory(QStringLiteral("alertmanager"), Start).size());
}

void ScenarioTest::recordingHoldsTheIncident()
{
    const Recording recording = recordIncident(Start);
    QCOMPARE(recording.alerts.front().title, QStringLiteral("CheckoutErrorBudgetBurn"));
    QVERIFY(recording.lines.back().level == LogLevel::Error || recording.lines[recording.lines.size() - 2].level == LogLevel::Error);
    const auto samples = recordedSamples(QStringLiteral("checkout"), QStringLiteral("Errors"), recording.range, Millis(15'000), Start);
    QVERIFY(samples.front().value < 0.001 && samples.back().value > 0.02);
}

void ScenarioTest::recordingHasEveryPanelOfTheConfiguration()
{
    QFile config(QStringLiteral(":/demo/config.yaml"));
    QVERIFY(config.open(QIODevice::ReadOnly));
    QString service;
    int panels = 0;
    for (const QString &line : QString::fromUtf8(config.readAll()).split(u'\n')) {
        if (line.startsWith(QLatin1StringView("- name: "))) {
            service = line.mid(8);
        } else if (line.startsWith(QLatin1StringView("  - title: "))) {
            ++panels;
            const auto samples = recordedSamples(service, line.mid(11), {Start, Start + Millis(60'000)}, Millis(15'000), Start);
            QVERIFY2(!samples.empty(), qPrintable(service + u' ' + line));
            QVERIFY2(samples.front().value > 0, qPrintable(service + u' ' + line));
            // A share that came from another panel would be in the hundreds.
            QVERIFY2(!line.contains(QLatin1StringView("in use")) || samples.front().value <= 1, qPrintable(line));
        }
    }
    QVERIFY(panels > 40);
    QVERIFY(
        recordedSamples(QStringLiteral("checkout"), QStringLiteral("Unheard of"), {Start, Start + Millis(60'000)}, Millis(15'000), Start).empty());
}

QTEST_GUILESS_MAIN(ScenarioTest)
#include "tst_scenario.moc"
